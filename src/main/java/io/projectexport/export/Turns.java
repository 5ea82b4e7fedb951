package io.projectexport.export;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Lets exports call Xero in the order in which they came, as fast as its limit allows; who has to wait holds no thread meanwhile. */
@Component
class Turns {

    private final CallPlaces places;
    private final XeroPlan plan;
    private final Clock clock;

    Turns(CallPlaces places, XeroPlan plan, Clock clock) {
        this.places = places;
        this.plan = plan;
        this.clock = clock;
    }

    /**
     * Makes the export's calls.
     *
     * @throws ExportRefused when its turn has not come, or when the calls end with that
     */
    XeroJob inTurn(UUID exportId, Supplier<XeroJob> calls) {
        await(places.place(exportId));
        try {
            XeroJob job = calls.get();
            places.leave(exportId);
            return job;
        } catch (ExportRefused refused) {
            if (refused.reason() == ExportRefused.Reason.RATE_LIMITED) {
                places.postpone(exportId, refused.retryAt());
            } else {
                places.leave(exportId);
            }
            throw refused;
        }
    }

    private void await(Instant place) {
        Instant now = clock.instant();
        Optional<CallPlaces.Pause> pause =
                places.lastPause().filter(last -> last.until().isAfter(now));
        Instant turn =
                pause.map(CallPlaces.Pause::until).filter(place::isBefore).orElse(place);
        if (turn.isAfter(now)) {
            throw ExportRefused.rateLimited(
                    turn, pause.map(CallPlaces.Pause::why).orElseGet(plan::minuteIsFull));
        }
    }
}
