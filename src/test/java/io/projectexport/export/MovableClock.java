package io.projectexport.export;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** A clock in Auckland that stands still until a test moves it on. */
public final class MovableClock extends Clock {

    private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");

    private Instant now;

    MovableClock(Instant start) {
        now = start;
    }

    public void moveTo(Instant later) {
        if (later.isAfter(now)) {
            now = later;
        }
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return AUCKLAND;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
