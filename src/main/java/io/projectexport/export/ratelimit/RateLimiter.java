package io.projectexport.export.ratelimit;

import io.projectexport.export.accounting.ExportFailure;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Lets exports call Xero in the order in which they came, as fast as its limit allows; who has to wait holds no thread meanwhile. */
@Component
public class RateLimiter {

    private final CallQueue queue;
    private final CallPermits permits;
    private final Clock clock;

    public RateLimiter(CallQueue queue, CallPermits permits, Clock clock) {
        this.queue = queue;
        this.permits = permits;
        this.clock = clock;
    }

    /**
     * Makes the export's calls.
     *
     * @throws ExportFailure when it has to wait, or when the calls end with that
     */
    public <T> T call(UUID exportId, Supplier<T> calls) {
        CallQueue.Turn turn = queue.join(exportId);
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

    private ExportFailure waiting(CallQueue.Turn turn) {
        return ExportFailure.rateLimited(clock.instant().plus(turn.left()), turn.why());
    }
}
