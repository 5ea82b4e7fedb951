package io.projectexport.export.ratelimit;

import io.projectexport.export.accounting.ExportFailure;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Port to the permits for concurrent calls to Xero, shared by all nodes: one for each call that runs or ended within the last minute. A
 * node that dies keeps none for good.
 */
public interface CallPermits {

    /** Makes these calls, in this thread, of which the first has this permit already, and a place paid for it; it ends if there is none. */
    <T> T holding(UUID permit, Supplier<T> calls);

    /**
     * Notes that a call begins, in a transaction of its own. It is made without waiting for a turn, and everybody who waits does so a
     * little longer.
     *
     * @return to be passed to {@link #release}
     * @throws ExportFailure {@code RATE_LIMITED}, when the call must not begin now because Xero would refuse it
     */
    UUID acquire();

    /**
     * Stores the record of a call and has a permit for it, or keeps the one that this thread holds for its next call, in one transaction that is
     * on disk before this returns. Without a permit nothing is stored, and without a record no permit is used up.
     *
     * @param record stores as part of that transaction, given the time by which all nodes tell; empty when somebody else stored a change first
     * @return what it returned
     * @throws ExportFailure as in {@link #acquire}
     */
    <T> Optional<T> acquireWith(Function<Instant, Optional<T>> record);

    /** A call has ended; one that was made in {@link #holding} ends with what this thread stores next, or at the end of that. */
    void release(UUID call);

    /**
     * Stores what the last call of this thread led to and its end in one transaction, which can be lost with the database within a moment, as
     * the end of a call alone.
     *
     * @param record stores as part of that transaction; empty when it stores nothing
     * @return what it returned
     */
    <T> Optional<T> releaseWith(Supplier<Optional<T>> record);
}
