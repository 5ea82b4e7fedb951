package io.projectexport.export;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Creates one job in Xero for one approved payload, whatever became of earlier calls.
 *
 * <p>Each call is recorded before it is made. A call without a definite answer is followed by looks for the job's exact name, because
 * Xero can neither delete a second job nor promise how long it remembers an idempotency key.
 */
@Component
class ExactlyOnce {

    /** A job created just now can be missing in Xero's list, so one look is not enough. */
    private static final int LOOKS = 2;

    private final Accounting accounting;
    private final ExportAttempts attempts;
    private final ExportRules rules;
    private final Clock clock;

    ExactlyOnce(Accounting accounting, ExportAttempts attempts, ExportRules rules, Clock clock) {
        this.accounting = accounting;
        this.attempts = attempts;
        this.rules = rules;
        this.clock = clock;
    }

    XeroJob create(UUID exportId, JobRequest request) {
        return attempts.last(exportId).map(attempt -> goOn(attempt, request)).orElseGet(() -> begin(exportId, request));
    }

    private XeroJob goOn(ExportAttempt attempt, JobRequest request) {
        return switch (attempt.state()) {
            case CREATED -> attempt.job();
            case UNKNOWN -> look(attempt, request);
            case REFUSED -> begin(attempt.exportId(), request);
            case NOT_CREATED -> createAgain(attempt, request);
        };
    }

    private XeroJob begin(UUID exportId, JobRequest request) {
        ExportAttempt attempt = ExportAttempt.begin(exportId, request, clock.instant());
        attempts.add(attempt);
        return call(attempt, request);
    }

    private XeroJob createAgain(ExportAttempt attempt, JobRequest request) {
        if (!attempt.isFor(request)) {
            return begin(attempt.exportId(), request);
        }
        ExportAttempt again = attempt.again(clock.instant());
        attempts.update(again);
        return call(again, request);
    }

    private XeroJob call(ExportAttempt attempt, JobRequest request) {
        try {
            return link(attempt, accounting.create(request, attempt.key()));
        } catch (ExportRefused refused) {
            attempts.update(attempt.ended(stateAfter(refused.reason())));
            throw refused;
        }
    }

    private static ExportAttempt.State stateAfter(ExportRefused.Reason reason) {
        return switch (reason) {
            case REFUSED -> ExportAttempt.State.REFUSED;
            case RATE_LIMITED, NOT_CONNECTED -> ExportAttempt.State.NOT_CREATED;
            case UNAVAILABLE, OUTCOME_UNKNOWN -> ExportAttempt.State.UNKNOWN;
        };
    }

    private XeroJob look(ExportAttempt attempt, JobRequest request) {
        List<XeroJob> found = accounting.find(attempt.jobName());
        if (found.size() == 1 && attempt.isFor(request)) {
            return link(attempt, found.get(0));
        }
        if (!found.isEmpty()) {
            throw ambiguous(attempt, found);
        }
        return absent(attempt.looked(), request);
    }

    private XeroJob absent(ExportAttempt looked, JobRequest request) {
        attempts.update(looked);
        if (looked.looks() < LOOKS) {
            throw ExportRefused.outcomeUnknown(
                    clock.instant().plus(rules.lookAgainAfter()),
                    "Checking with Xero whether the job was created, because Xero's answer did not arrive.");
        }
        return createAgain(looked, request);
    }

    private XeroJob link(ExportAttempt attempt, XeroJob job) {
        attempts.update(attempt.created(job));
        return job;
    }

    private static ExportRefused ambiguous(ExportAttempt attempt, List<XeroJob> found) {
        String ids = found.stream().map(XeroJob::id).collect(Collectors.joining(", "));
        return ExportRefused.refused(List.of(new ExportError(
                "Xero already has %d job(s) named \"%s\" (%s), and it is not certain which of them is this project's."
                        .formatted(found.size(), attempt.jobName(), ids),
                "Rename or close the wrong ones in Xero, then retry.")));
    }
}
