package io.projectexport.export.exactlyonce;

import io.projectexport.export.accounting.Accounting;
import io.projectexport.export.accounting.ExportError;
import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.accounting.FoundJob;
import io.projectexport.export.accounting.FoundJobs;
import io.projectexport.export.accounting.XeroJob;
import io.projectexport.export.text.DisplayFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Look-up of an attempt's job by its name in Xero, which can have stored another one than was sent; it says what follows from what was found and what was not, because Xero itself cannot be
 * asked for the outcome of a call.
 */
@Component
public class JobLookup {

    /** How old a list may be in which nothing of ours can be new; a new one takes a call for each 500 jobs. */
    private static final Duration LIST_AGE = Duration.ofMinutes(1);

    /**
     * How it looks.
     *
     * @param lookAgainAfter pause between two look-ups of the same job
     */
    public record Settings(Duration lookAgainAfter) {}

    private final Accounting accounting;
    private final ExportAttempts attempts;
    private final Settings settings;
    private final DisplayFormat format;
    private final Clock clock;

    public JobLookup(
            Accounting accounting, ExportAttempts attempts, Settings settings, DisplayFormat format, Clock clock) {
        this.accounting = accounting;
        this.attempts = attempts;
        this.settings = settings;
        this.format = format;
        this.clock = clock;
    }

    /**
     * Makes sure that a job found after the call is the one that the call created.
     *
     * @return the attempt, which knows of the jobs that exist under this number and other names
     * @throws ExportFailure when a job of the name exists
     */
    ExportAttempt checkNoneExists(ExportAttempt attempt, ApprovedJob approved) {
        Instant oldest = clock.instant().minus(LIST_AGE);
        FoundJobs existing = find(attempt, approved.submittedAt().isAfter(oldest) ? approved.submittedAt() : oldest);
        if (!existing.likely().isEmpty()) {
            throw toChooseFrom(existing.likely(), attempt);
        }
        return attempt.dismissing(existing.others());
    }

    /**
     * The job that a call with an unknown outcome created; empty when it surely created none.
     *
     * @throws ExportFailure as long as it is not certain, or when it is for a person to say
     */
    Optional<XeroJob> createdBy(ExportAttempt attempt, ApprovedJob approved) {
        Instant lookedAt = attempts.now();
        FoundJobs found = find(attempt, clock.instant());
        if (found.likely().size() == 1 && attempt.isFor(approved)) {
            return Optional.of(found.likely().get(0).job());
        }
        List<FoundJob> doubtful = found.likely().isEmpty() ? found.others() : found.likely();
        if (!doubtful.isEmpty()) {
            throw toChooseFrom(doubtful, attempt);
        }
        if (!attempt.lookup().isAbsentFor(settings.lookAgainAfter(), lookedAt)) {
            noteAbsence(attempt, lookedAt);
            throw outcomeUnknown();
        }
        return Optional.empty();
    }

    /** Whether Xero still has the job of the attempt. */
    boolean isThere(ExportAttempt attempt) {
        FoundJobs listed = accounting.find(attempt.jobName(), clock.instant().minus(LIST_AGE));
        return Stream.of(listed.same(), listed.altered(), listed.others())
                .flatMap(List::stream)
                .anyMatch(found -> found.job().id().equals(attempt.job().id()));
    }

    private FoundJobs find(ExportAttempt attempt, Instant asOf) {
        return attempt.lookup().candidates(accounting.find(attempt.jobName(), asOf));
    }

    private void noteAbsence(ExportAttempt attempt, Instant lookedAt) {
        CreateCalls calls = attempt.calls();
        if (calls.isAhead(accounting.callTimeout(), lookedAt)) {
            attempts.store(attempt.atLatest(lookedAt));
        } else if (!attempt.lookup().isAbsentAt(lookedAt)
                && !lookedAt.isBefore(calls.settledAt(accounting.callTimeout()))) {
            attempts.store(attempt.absent(lookedAt));
        }
    }

    ExportFailure outcomeUnknown() {
        return ExportFailure.outcomeUnknown(clock.instant().plus(settings.lookAgainAfter()), UnknownOutcomes.SENTENCE);
    }

    ExportFailure toChooseFrom(List<FoundJob> found, ExportAttempt attempt) {
        attempts.store(attempt.toChooseFrom(found)).orElseThrow(this::outcomeUnknown);
        String jobs = found.stream()
                .map(job -> "%s (%s)".formatted(job.job().id(), job.details()))
                .collect(Collectors.joining(", "));
        return ExportFailure.refused(List.of(new ExportError(
                "Xero already has %d job(s) named \"%s\" or with its number, and it is not certain which of them is this project's: %s.%s"
                        .formatted(
                                found.size(),
                                attempt.jobName(),
                                jobs,
                                ownCall(attempt.calls().lastBegan())),
                "Retry, and choose to link to one of them or to create a new one.")));
    }

    private String ownCall(Instant at) {
        return at == null ? "" : " This application asked Xero for it on %s.".formatted(format.momentToTheSecond(at));
    }
}
