package io.projectexport.export.ratelimit;

import io.projectexport.export.accounting.ExportFailure;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Lets exports call Xero in the order in which they came, as fast as its limit allows, and no more of this node at a time than its job
 * executor has threads for, since a Xero that hangs keeps them; who has to wait holds no thread meanwhile.
 */
@Component
public class RateLimiter {

    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final CallQueue queue;
    private final CallPermits permits;
    private final RateLimits limits;
    private final Clock clock;
    private final Semaphore calling;

    public RateLimiter(CallQueue queue, CallPermits permits, RateLimits limits, Clock clock) {
        this.queue = queue;
        this.permits = permits;
        this.limits = limits;
        this.clock = clock;
        this.calling = new Semaphore(RateLimits.callsOfNode(limits.concurrentCalls()));
    }

    /**
     * Makes the export's calls.
     *
     * @throws ExportFailure when it has to wait, or when the calls end with that
     */
    public <T> T call(UUID exportId, Supplier<T> calls) {
        if (!calling.tryAcquire()) {
            throw waiting(oneTooMany(queue.join(exportId, MOMENT)));
        }
        try {
            return inTurn(exportId, calls);
        } finally {
            calling.release();
        }
    }

    private <T> T inTurn(UUID exportId, Supplier<T> calls) {
        CallQueue.Turn turn = queue.join(exportId, Duration.ZERO);
        if (turn.permit() == null) {
            throw waiting(turn);
        }
        try {
            return permits.holding(turn.permit(), calls);
        } catch (ExportFailure failure) {
            if (failure.reason() == ExportFailure.Reason.RATE_LIMITED) {
                queue.postpone(exportId, Duration.between(clock.instant(), failure.retryAt()));
            }
            throw failure;
        }
    }

    private CallQueue.Turn oneTooMany(CallQueue.Turn turn) {
        return turn.left().compareTo(MOMENT) > 0 ? turn : CallQueue.Turn.in(MOMENT, limits.tooManyAtATime());
    }

    private ExportFailure waiting(CallQueue.Turn turn) {
        return ExportFailure.rateLimited(clock.instant().plus(turn.left()), turn.why());
    }
}
