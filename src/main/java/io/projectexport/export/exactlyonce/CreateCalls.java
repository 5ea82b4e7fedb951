package io.projectexport.export.exactlyonce;

import io.projectexport.export.accounting.Accounting;
import java.time.Duration;
import java.time.Instant;

/**
 * The creating calls of one attempt since a person last decided about it: how many, and how the last one went.
 *
 * @param count how many began
 * @param lastBegan when the last one was recorded, right before it began; null when there was none
 * @param lastEnded when it was given up without a response; null while it runs, and for good when its process was killed
 * @param problem what went wrong with it, in words for people; null when nothing did, or nobody was left to tell
 */
public record CreateCalls(int count, Instant lastBegan, Instant lastEnded, String problem) {

    /** More than the clocks of a database and its standby are apart. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    public static final CreateCalls NONE = new CreateCalls(0, null, null, null);

    CreateCalls began(Instant at) {
        return new CreateCalls(count + 1, at, null, null);
    }

    CreateCalls unanswered(Instant at, String problem) {
        return new CreateCalls(count, lastBegan, at, problem);
    }

    CreateCalls atLatest(Instant then) {
        return new CreateCalls(count, then, null, problem);
    }

    CreateCalls resetCount() {
        return new CreateCalls(0, lastBegan, lastEnded, problem);
    }

    /**
     * From when on a job that does not show was not created: Xero may go on with a call for as long again as its response was waited for.
     *
     * @param callTimeout {@link Accounting#callTimeout()}, within which a call begins and for as long again runs
     */
    Instant settledAt(Duration callTimeout) {
        Instant ended = lastEnded == null ? lastBegan.plus(callTimeout.multipliedBy(2)) : lastEnded;
        return ended.plus(callTimeout);
    }

    /** Whether a clock that was ahead told when the last one began or ended, since no call settles that late. */
    boolean isAhead(Duration callTimeout, Instant now) {
        return settledAt(callTimeout)
                .isAfter(now.plus(callTimeout.multipliedBy(3)).plus(TOLERANCE));
    }
}
