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
     * How long it takes until this export may make the call that creates its job; not positive when it may do so now. Whoever asks first
     * comes first; asked again, the place is the same and is not paid again, unless it was left unused for long.
     */
    Duration join(UUID exportId);

    /** Moves one place to after this wait, unless it comes later anyway: the export met another limit, and does not lose its turn by it. */
    void postpone(UUID exportId, Duration wait);

    /** Ends the place of an export that has made its calls. */
    void leave(UUID exportId);

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

    /** Pays for one call that belongs to no place: it is made without waiting, and everybody who waits does so a little longer. */
    void payExtraCall();
}
