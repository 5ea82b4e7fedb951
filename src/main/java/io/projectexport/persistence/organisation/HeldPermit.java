package io.projectexport.persistence.organisation;

import java.time.Duration;
import java.util.UUID;

/**
 * The permit that a thread holds for its export: for the next call, for the one that runs, or for one that is over, whose end is noted along
 * with what the thread stores next.
 *
 * @param since when it was given, by {@link System#nanoTime}
 */
record HeldPermit(UUID call, long since, Use use) {

    /** A call that begins later than that, as after a wait for another one's list, could run for longer than its permit. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    private enum Use {
        NOT_YET,
        RUNNING,
        OVER
    }

    static HeldPermit unused(UUID call) {
        return new HeldPermit(call, System.nanoTime(), Use.NOT_YET);
    }

    static HeldPermit running(UUID call) {
        return new HeldPermit(call, System.nanoTime(), Use.RUNNING);
    }

    HeldPermit over() {
        return new HeldPermit(call, since, Use.OVER);
    }

    boolean isFresh() {
        return use == Use.NOT_YET && System.nanoTime() - since < FRESH.toNanos();
    }

    boolean isOver() {
        return use == Use.OVER;
    }

    /** Whether no call runs by it, so that its end can be noted. */
    boolean isIdle() {
        return use != Use.RUNNING;
    }
}
