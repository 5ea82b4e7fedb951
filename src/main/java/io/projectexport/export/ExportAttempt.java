package io.projectexport.export;

import java.time.Instant;
import java.util.UUID;

/**
 * What is known of creating one payload in Xero; written before the first call.
 *
 * @param key the idempotency key, sent with each try
 * @param payloadHash {@link JobRequest#hash()}
 * @param jobName the name to look for while the outcome is unknown
 * @param lastCallAt when the last creating call began
 * @param looks how many look-ups since then did not show the job
 * @param job null unless {@code CREATED}
 */
public record ExportAttempt(
        UUID exportId,
        String key,
        String payloadHash,
        String jobName,
        Instant lastCallAt,
        State state,
        int looks,
        XeroJob job) {

    /** What a creating call led to. */
    public enum State {
        /** Began and has not ended with a definite answer. */
        UNKNOWN,
        /** Xero answered that it did nothing, for a reason that may pass. */
        NOT_CREATED,
        /** Xero refused the payload. */
        REFUSED,
        CREATED
    }

    static ExportAttempt begin(UUID exportId, JobRequest request, Instant at) {
        return new ExportAttempt(
                exportId, UUID.randomUUID().toString(), request.hash(), request.name(), at, State.UNKNOWN, 0, null);
    }

    ExportAttempt again(Instant at) {
        return new ExportAttempt(exportId, key, payloadHash, jobName, at, State.UNKNOWN, 0, null);
    }

    ExportAttempt looked() {
        return new ExportAttempt(exportId, key, payloadHash, jobName, lastCallAt, state, looks + 1, null);
    }

    ExportAttempt ended(State state) {
        return new ExportAttempt(exportId, key, payloadHash, jobName, lastCallAt, state, looks, null);
    }

    ExportAttempt created(XeroJob job) {
        return new ExportAttempt(exportId, key, payloadHash, jobName, lastCallAt, State.CREATED, looks, job);
    }

    boolean isFor(JobRequest request) {
        return payloadHash.equals(request.hash());
    }
}
