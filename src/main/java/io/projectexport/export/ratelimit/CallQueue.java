package io.projectexport.export.ratelimit;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * The queue of all nodes in front of Xero's limit of calls per minute; each change commits at once, whatever becomes of the caller's
 * transaction. It says how long and not until when, because the clocks of the nodes may differ.
 */
public interface CallQueue {

    /**
     * Asks for the turn of this export to make its calls. Whoever asks first comes first; who has to wait keeps a place, which is not paid
     * again when it asks then, unless it was left unused for long. The turn ends the place, and its first call has begun with it.
     */
    Turn join(UUID exportId);

    /** Keeps a place for after this wait, or for later where it has one: the export met another limit, and does not lose its turn by it. */
    void postpone(UUID exportId, Duration wait);

    /** Keeps everybody from calling for that long, as Xero asked for; all places move by that time, in the order that they have. */
    void pause(Pause pause);

    /** What is left of the pause; empty when there is none, or it is over. */
    Optional<Pause> currentPause();

    /**
     * For how long from now on nobody calls.
     *
     * @param why in words for people
     */
    record Pause(Duration left, String why) {}

    /**
     * What an export is told that asks.
     *
     * @param permit of {@link CallPermits}, for its first call; null when it has to wait
     * @param left until its turn; zero when that is now
     * @param why it waits, in words for people; null when it does not
     */
    record Turn(UUID permit, Duration left, String why) {

        public static Turn now(UUID permit) {
            return new Turn(permit, Duration.ZERO, null);
        }

        public static Turn in(Duration left, String why) {
            return new Turn(null, left, why);
        }
    }
}
