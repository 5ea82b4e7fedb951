package io.projectexport.xero.client;

import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.xero.failure.TooManyRequests;
import java.time.Instant;
import java.util.Objects;

/** Xero's limit of calls a day as its answers tell it, so that no call is made that would only be refused. */
final class DayLimit {

    static final String HEADER = "X-DayLimit-Remaining";

    private record Full(String tenantId, ExportFailure failure) {}

    private volatile Full last;

    /** Throws while the last answer about this organisation left no call. */
    void check(String tenantId, Instant now) {
        Full full = last;
        if (full != null
                && Objects.equals(full.tenantId(), tenantId)
                && now.isBefore(full.failure().retryAt())) {
            throw full.failure();
        }
    }

    /**
     * Reads what an answer says.
     *
     * @param remaining the header's value, null where there was none
     * @return whether this answer has left no call
     */
    boolean isUsedUp(String tenantId, String remaining, Instant now) {
        boolean none = remaining != null && remaining.strip().matches("0+|-\\d+");
        if (none) {
            last = new Full(tenantId, TooManyRequests.dayIsFull(now));
        }
        return none;
    }

    /** The failure of whoever wants to call now. */
    ExportFailure failure() {
        return last.failure();
    }
}
