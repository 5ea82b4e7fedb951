package io.projectexport.export.ratelimit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Port to the queue, shared by all nodes, in front of Xero's limit of calls per minute: each export has one place in it. Each change
 * commits at once, whatever becomes of the caller's transaction.
 */
public interface CallQueue {

    /**
     * From when on this export may make the call that creates its job. Whoever asks first comes first; asked again, the place is the same and
     * is not paid again, unless it was left unused for long.
     */
    Instant join(UUID exportId);

    /** Moves one place to then, unless it comes later anyway: the export met another limit, and does not lose its place by it. */
    void postpone(UUID exportId, Instant until);

    /** Ends the place of an export that has made its calls. */
    void leave(UUID exportId);

    /** Keeps everybody from calling until then, as Xero asked for; all places move by that time, in the order that they have. */
    void pause(Pause pause);

    /** The last pause, which may be over; empty when there was none. */
    Optional<Pause> lastPause();

    /**
     * Until when nobody calls.
     *
     * @param why in words for people
     */
    record Pause(Instant until, String why) {}

    /** Pays for one call that belongs to no place: it is made without waiting, and everybody who waits does so a little longer. */
    void payExtraCall();
}
