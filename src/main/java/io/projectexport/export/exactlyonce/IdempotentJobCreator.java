package io.projectexport.export.exactlyonce;

import io.projectexport.export.accounting.Accounting;
import io.projectexport.export.accounting.ExportError;
import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.accounting.FoundJob;
import io.projectexport.export.accounting.XeroJob;
import io.projectexport.export.ratelimit.CallPermits;
import io.projectexport.export.ratelimit.RateLimiter;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Idempotent creation of one job in Xero for one approved project, whatever became of earlier calls.
 *
 * <p>The name is looked up before the first call, so that a job found after it is surely the one that the call created; what existed before
 * is left to a person. Each call is recorded first, and of two runs at once, as after a pause of the JVM that lost the job to another node,
 * only one can store its record and call.
 *
 * <p>A call without a definite outcome is followed by look-ups and not by a second call, because a look-up can create nothing, while nobody
 * knows how long Xero remembers an idempotency key. Only when Xero has had time to end the call, and two look-ups after that did not find
 * the job, is it created again, with the same key: that is what is left against a JVM that pauses between the record and the call.
 */
@Component
public class IdempotentJobCreator {

    private static final int MAX_CALLS = 5;
    private static final ExportError MAYBE_CREATED = new ExportError(
            "Xero may have the job all the same, because an earlier call was never answered.",
            "Retry, which looks for the job before it creates one. Before you reject, look for it in Xero.");

    private final Accounting accounting;
    private final ExportAttempts attempts;
    private final JobLookup lookup;
    private final OrganisationCheck organisation;
    private final RateLimiter limiter;
    private final CallPermits permits;

    public IdempotentJobCreator(
            Accounting accounting,
            ExportAttempts attempts,
            JobLookup lookup,
            OrganisationCheck organisation,
            RateLimiter limiter,
            CallPermits permits) {
        this.accounting = accounting;
        this.attempts = attempts;
        this.lookup = lookup;
        this.organisation = organisation;
        this.limiter = limiter;
        this.permits = permits;
    }

    XeroJob create(ApprovedJob approved) {
        ExportAttempt attempt = attempts.last(approved.exportId()).orElseGet(() -> ExportAttempt.first(approved));
        boolean isToBeConfirmed = attempt.isUnconfirmed() && attempt.isFor(approved);
        if (attempt.state() == ExportAttempt.State.CREATED && !isToBeConfirmed) {
            return linked(attempt, approved);
        }
        organisation.check(attempt, approved);
        return limiter.call(approved.exportId(), () -> goOn(attempt, approved));
    }

    private XeroJob goOn(ExportAttempt attempt, ApprovedJob approved) {
        return switch (attempt.state()) {
            case CREATED -> confirmed(attempt);
            // approved anew for the organisation that is connected now, after the call went to another one
            case UNKNOWN ->
                attempt.wentElsewhere(connected())
                        ? createNew(attempt.next(approved), approved)
                        : createdOrAgain(attempt, approved);
            case NOT_CREATED -> createNew(attempt.isFor(approved) ? attempt : attempt.next(approved), approved);
            case REFUSED -> createNew(attempt.next(approved), approved);
        };
    }

    private XeroJob linked(ExportAttempt attempt, ApprovedJob approved) {
        if (!attempt.isFor(approved)) {
            FoundJob outdated = new FoundJob(attempt.job(), "created for this project before its data changed");
            throw lookup.toChooseFrom(List.of(outdated), attempt);
        }
        return attempt.job();
    }

    private XeroJob confirmed(ExportAttempt attempt) {
        if (lookup.isThere(attempt)) {
            attempts.store(attempt.created(attempt.job()));
            return attempt.job();
        }
        attempts.store(attempt.givenUp()).orElseThrow(lookup::outcomeUnknown);
        throw ExportFailure.refused(List.of(new ExportError(
                "Xero does not have the job %s any more that this project was to be linked to, so nothing was linked or created."
                        .formatted(attempt.job().id()),
                "Retry, which looks for the project's job in Xero once more and creates one if there is none.")));
    }

    private XeroJob createdOrAgain(ExportAttempt attempt, ApprovedJob approved) {
        Optional<XeroJob> created = lookUp(attempt, approved);
        created.ifPresent(job -> attempts.store(attempt.created(job)));
        return created.orElseGet(() ->
                attempt.isFor(approved) ? callAgain(attempt, approved) : createNew(attempt.next(approved), approved));
    }

    private Optional<XeroJob> lookUp(ExportAttempt attempt, ApprovedJob approved) {
        try {
            return lookup.createdBy(attempt, approved);
        } catch (ExportFailure failure) {
            throw switch (failure.reason()) {
                case UNAVAILABLE, NOT_CONNECTED -> failure.with(MAYBE_CREATED);
                case REFUSED, RATE_LIMITED, OUTCOME_UNKNOWN -> failure;
            };
        }
    }

    private XeroJob createNew(ExportAttempt attempt, ApprovedJob approved) {
        return call(lookup.checkNoneExists(attempt, approved), approved);
    }

    private XeroJob callAgain(ExportAttempt absent, ApprovedJob approved) {
        if (absent.calls().count() < MAX_CALLS) {
            return call(absent, approved);
        }
        attempts.store(absent.givenUp());
        throw ExportFailure.givenUp(new ExportError(
                absent.calls().problem() == null
                        ? "Xero did not answer."
                        : absent.calls().problem(),
                "Retry later. Xero does not have the job after %d tries; a retry looks for it again before it creates it."
                        .formatted(MAX_CALLS)));
    }

    private XeroJob call(ExportAttempt attempt, ApprovedJob approved) {
        String connected = connected();
        organisation.check(attempt, approved);
        ExportAttempt called = permits.acquireWith(now -> attempts.storeWithCaller(attempt.called(now, connected)))
                .orElseThrow(lookup::outcomeUnknown);
        try {
            XeroJob job = accounting.create(approved.request(), called.key(), called.organisation());
            permits.releaseWith(() -> attempts.storeWithCaller(called.created(job)));
            return job;
        } catch (ExportFailure failure) {
            throw ended(called, failure);
        }
    }

    private String connected() {
        return accounting.organisation().orElse(null);
    }

    private ExportFailure ended(ExportAttempt called, ExportFailure failure) {
        if (!failure.isNothingCreated()) {
            attempts.store(called.unanswered(attempts.now(), failure.getMessage()));
            return lookup.outcomeUnknown();
        }
        boolean isFinal = failure.reason() == ExportFailure.Reason.REFUSED;
        attempts.store(called.ended(isFinal ? ExportAttempt.State.REFUSED : ExportAttempt.State.NOT_CREATED));
        return failure;
    }
}
