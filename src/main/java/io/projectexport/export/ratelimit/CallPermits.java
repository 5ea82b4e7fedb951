package io.projectexport.export.ratelimit;

import io.projectexport.export.accounting.ExportFailure;
import java.util.UUID;

/** The calls to Xero that run at this moment or ended within the last minute, on all nodes; a node that dies leaves none behind for good. */
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
