package io.projectexport.export.ratelimit;

import io.projectexport.export.accounting.ExportFailure;
import java.util.UUID;

/**
 * Port to the permits for concurrent calls to Xero, shared by all nodes: one for each call that runs or ended within the last minute. A
 * node that dies keeps none for good.
 */
public interface CallPermits {

    /**
     * Notes that a call begins, in a transaction of its own.
     *
     * @return to be passed to {@link #release}
     * @throws ExportFailure {@code RATE_LIMITED}, when the call must not begin now because Xero would refuse it
     */
    UUID acquire();

    void release(UUID call);
}
