package io.projectexport.export.accounting;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Failure of an export, final or for now: there is no job in Xero, or it is not known whether there is one. */
public final class ExportFailure extends RuntimeException {

    /** Why; {@link #code()} names the matching error in the process model. */
    public enum Reason {
        /** Xero said no; the same request will be refused again. */
        REFUSED,
        /** Xero failed or could not be reached. */
        UNAVAILABLE,
        /** The authorisation is missing, expired or revoked, or lacks a plan or role. */
        NOT_CONNECTED,
        /** Xero's limit, or ours that keeps below it, allows no call before {@link ExportFailure#retryAt()}. */
        RATE_LIMITED,
        /** An earlier call ended without a response, and no look-up has found out yet whether the job exists. */
        OUTCOME_UNKNOWN;

        public String code() {
            return "XERO_" + name();
        }
    }

    /** What a refused call did to Xero. */
    private enum Effect {
        UNKNOWN,
        NONE,
        NONE_FOR_GOOD
    }

    private static final String GOES_ON = "Nothing; it goes on by itself.";

    private final Reason reason;
    private final transient List<ExportError> errors;
    private final transient Instant retryAt;
    private final Effect effect;

    private ExportFailure(Reason reason, List<ExportError> errors, Instant retryAt, Effect effect, Throwable cause) {
        super(errors.stream().map(ExportError::message).collect(Collectors.joining("\n")), cause);
        this.reason = reason;
        this.errors = List.copyOf(errors);
        this.retryAt = retryAt;
        this.effect = effect;
    }

    public static ExportFailure refused(List<ExportError> errors) {
        return new ExportFailure(Reason.REFUSED, errors, null, Effect.NONE, null);
    }

    /** Whether something was created is unknown, unless {@link #nothingCreated()}. */
    public static ExportFailure unavailable(ExportError error, Throwable cause) {
        return new ExportFailure(Reason.UNAVAILABLE, List.of(error), null, Effect.UNKNOWN, cause);
    }

    /** Xero did not create anything in as many tries as make sense without a person. */
    public static ExportFailure givenUp(ExportError error) {
        return new ExportFailure(Reason.UNAVAILABLE, List.of(error), null, Effect.NONE_FOR_GOOD, null);
    }

    public static ExportFailure notConnected(ExportError error, Throwable cause) {
        return new ExportFailure(Reason.NOT_CONNECTED, List.of(error), null, Effect.NONE, cause);
    }

    /** To be tried again at {@code retryAt}; {@code why} is shown while it waits. */
    public static ExportFailure rateLimited(Instant retryAt, String why) {
        return new ExportFailure(
                Reason.RATE_LIMITED, List.of(new ExportError(why, GOES_ON)), retryAt, Effect.NONE, null);
    }

    /** To be looked up again at {@code retryAt}; {@code why} is shown while it waits. */
    public static ExportFailure outcomeUnknown(Instant retryAt, String why) {
        return new ExportFailure(
                Reason.OUTCOME_UNKNOWN, List.of(new ExportError(why, GOES_ON)), retryAt, Effect.UNKNOWN, null);
    }

    /** The same, where it is certain that nothing was created. */
    public ExportFailure nothingCreated() {
        Effect none = effect == Effect.UNKNOWN ? Effect.NONE : effect;
        return new ExportFailure(reason, errors, retryAt, none, getCause());
    }

    /** The same, with one thing more that people have to know. */
    public ExportFailure with(ExportError more) {
        List<ExportError> all = Stream.concat(errors.stream(), Stream.of(more)).toList();
        return new ExportFailure(reason, all, retryAt, effect, getCause());
    }

    public Reason reason() {
        return reason;
    }

    /** Whether Xero surely has no job more than before. */
    public boolean isNothingCreated() {
        return effect != Effect.UNKNOWN;
    }

    /** Whether it makes no sense to try again before a person has looked at it. */
    public boolean isGivenUp() {
        return effect == Effect.NONE_FOR_GOOD;
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
