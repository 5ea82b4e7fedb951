package io.projectexport.export.submission;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Port to the queue of projects that came in for the first time and of which nobody was told at once; empty as long as nobody wants that.
 *
 * <p>Filled in the transaction of the submission, not looked for later by its time: what commits late comes late, and is not missed.
 */
public interface NewSubmissions {

    /** Puts one in, unless nobody wants to be told; one statement of the transaction that runs. */
    void add(UUID exportId);

    /**
     * Takes out all of them for the transaction that runs, so that of several nodes each gets its own; none when that is too early.
     *
     * @param quiet how long nothing may have come, so that what comes together is told together
     * @param longest how long the first one may have waited, however many still come
     */
    List<UUID> take(Duration quiet, Duration longest);
}
