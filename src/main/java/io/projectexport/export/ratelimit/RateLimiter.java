package io.projectexport.export.ratelimit;

import io.projectexport.export.accounting.ExportFailure;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
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
    private final RateLimits limits;
    private final Clock clock;
    private final Semaphore calling;

    public RateLimiter(CallQueue queue, RateLimits limits, Clock clock) {
        this.queue = queue;
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
        await(queue.join(exportId));
        try {
            T result = withPermit(calls);
            queue.leave(exportId);
            return result;
        } catch (ExportFailure failure) {
            if (failure.reason() == ExportFailure.Reason.RATE_LIMITED) {
                queue.postpone(exportId, Duration.between(clock.instant(), failure.retryAt()));
            } else {
                queue.leave(exportId);
            }
            throw failure;
        }
    }

    private <T> T withPermit(Supplier<T> calls) {
        if (!calling.tryAcquire()) {
            throw ExportFailure.rateLimited(clock.instant().plus(MOMENT), limits.tooManyAtATime());
        }
        try {
            return calls.get();
        } finally {
            calling.release();
        }
    }

    private void await(Duration untilTurn) {
        Optional<CallQueue.Pause> pause = queue.currentPause();
        Duration wait = pause.map(CallQueue.Pause::left)
                .filter(left -> left.compareTo(untilTurn) > 0)
                .orElse(untilTurn);
        if (wait.compareTo(Duration.ZERO) > 0) {
            throw ExportFailure.rateLimited(
                    clock.instant().plus(wait), pause.map(CallQueue.Pause::why).orElseGet(limits::minuteIsFull));
        }
    }
}
