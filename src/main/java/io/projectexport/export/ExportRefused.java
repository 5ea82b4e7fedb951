package io.projectexport.export;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** An export that did not lead to a job in Xero, at least not for now. */
public final class ExportRefused extends RuntimeException {

    /** Why; {@link #code()} names the matching error in the process model. */
    public enum Reason {
        /** Xero said no; the same request will be refused again. */
        REFUSED,
        /** Xero failed or could not be reached; whether the job exists is unknown. */
        UNAVAILABLE,
        /** The authorisation is missing, expired or revoked, or lacks a plan or role. */
        NOT_CONNECTED,
        /** Xero's limit, or ours that keeps below it, allows no call before {@link ExportRefused#retryAt()}. */
        RATE_LIMITED,
        /** An earlier call ended without an answer, and looking has not yet shown whether the job exists. */
        OUTCOME_UNKNOWN;

        public String code() {
            return "XERO_" + name();
        }
    }

    private final Reason reason;
    private final transient List<ExportError> errors;
    private final transient Instant retryAt;

    private ExportRefused(Reason reason, List<ExportError> errors, Instant retryAt, Throwable cause) {
        super(errors.stream().map(ExportError::message).collect(Collectors.joining("\n")), cause);
        this.reason = reason;
        this.errors = List.copyOf(errors);
        this.retryAt = retryAt;
    }

    public static ExportRefused refused(List<ExportError> errors) {
        return new ExportRefused(Reason.REFUSED, errors, null, null);
    }

    public static ExportRefused unavailable(ExportError error, Throwable cause) {
        return new ExportRefused(Reason.UNAVAILABLE, List.of(error), null, cause);
    }

    public static ExportRefused notConnected(ExportError error, Throwable cause) {
        return new ExportRefused(Reason.NOT_CONNECTED, List.of(error), null, cause);
    }

    /** To be tried again at {@code retryAt}; {@code why} is shown while it waits. */
    public static ExportRefused rateLimited(Instant retryAt, String why) {
        return new ExportRefused(
                Reason.RATE_LIMITED, List.of(new ExportError(why, "Nothing; it goes on by itself.")), retryAt, null);
    }

    /** To be looked up again at {@code retryAt}; {@code why} is shown while it waits. */
    public static ExportRefused outcomeUnknown(Instant retryAt, String why) {
        return new ExportRefused(
                Reason.OUTCOME_UNKNOWN, List.of(new ExportError(why, "Nothing; it goes on by itself.")), retryAt, null);
    }

    public Reason reason() {
        return reason;
    }

    /** At least one, in Xero's own words where Xero said something. */
    public List<ExportError> errors() {
        return errors;
    }

    /** When to go on; null unless {@link Reason#RATE_LIMITED} or {@link Reason#OUTCOME_UNKNOWN}. */
    public Instant retryAt() {
        return retryAt;
    }
}
