package io.projectexport.export.ratelimit;

import io.projectexport.export.accounting.ExportFailure;
import java.util.UUID;
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

    void release(UUID call);
}
