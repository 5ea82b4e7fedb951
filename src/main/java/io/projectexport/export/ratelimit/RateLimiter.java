package io.projectexport.export.ratelimit;

import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.accounting.XeroJob;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Rate limiter in front of Xero: exports call in the order in which they came, as fast as its limit allows. An export that has to wait is
 * told when to come again, so that it holds no thread meanwhile.
 */
@Component
public class RateLimiter {

    private final CallQueue queue;
    private final RateLimits limits;
    private final Clock clock;

    public RateLimiter(CallQueue queue, RateLimits limits, Clock clock) {
        this.queue = queue;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Makes the export's calls.
     *
     * @throws ExportFailure when it has to wait, or when the calls end with that
     */
    public XeroJob call(UUID exportId, Supplier<XeroJob> calls) {
        await(queue.join(exportId));
        try {
            XeroJob job = calls.get();
            queue.leave(exportId);
            return job;
        } catch (ExportFailure failure) {
            if (failure.reason() == ExportFailure.Reason.RATE_LIMITED) {
                queue.postpone(exportId, failure.retryAt());
            } else {
                queue.leave(exportId);
            }
            throw failure;
        }
    }

    private void await(Instant place) {
        Instant now = clock.instant();
        Optional<CallQueue.Pause> pause =
                queue.lastPause().filter(last -> last.until().isAfter(now));
        Instant allowedAt =
                pause.map(CallQueue.Pause::until).filter(place::isBefore).orElse(place);
        if (allowedAt.isAfter(now)) {
            throw ExportFailure.rateLimited(
                    allowedAt, pause.map(CallQueue.Pause::why).orElseGet(limits::minuteIsFull));
        }
    }
}
