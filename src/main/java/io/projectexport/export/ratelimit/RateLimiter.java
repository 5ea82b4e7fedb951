package io.projectexport.export.ratelimit;

import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.accounting.XeroJob;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Lets exports call Xero in the order in which they came, as fast as its limit allows; who has to wait holds no thread meanwhile. */
@Component
public class RateLimiter {

    private final CallQueue places;
    private final RateLimits plan;
    private final Clock clock;

    public RateLimiter(CallQueue places, RateLimits plan, Clock clock) {
        this.places = places;
        this.plan = plan;
        this.clock = clock;
    }

    /**
     * Makes the export's calls.
     *
     * @throws ExportFailure when its turn has not come, or when the calls end with that
     */
    public XeroJob inTurn(UUID exportId, Supplier<XeroJob> calls) {
        await(places.place(exportId));
        try {
            XeroJob job = calls.get();
            places.leave(exportId);
            return job;
        } catch (ExportFailure refused) {
            if (refused.reason() == ExportFailure.Reason.RATE_LIMITED) {
                places.postpone(exportId, refused.retryAt());
            } else {
                places.leave(exportId);
            }
            throw refused;
        }
    }

    private void await(Instant place) {
        Instant now = clock.instant();
        Optional<CallQueue.Pause> pause =
                places.lastPause().filter(last -> last.until().isAfter(now));
        Instant turn = pause.map(CallQueue.Pause::until).filter(place::isBefore).orElse(place);
        if (turn.isAfter(now)) {
            throw ExportFailure.rateLimited(
                    turn, pause.map(CallQueue.Pause::why).orElseGet(plan::minuteIsFull));
        }
    }
}
