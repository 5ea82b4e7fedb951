package io.projectexport.export.permission;

import java.util.List;

/** Refusal of an action that the rules do not allow; its message is a sentence for the person who tried it. */
public final class ActionRefused extends RuntimeException {

    /** Why, as far as a caller has to tell cases apart; each interface makes its own status of it, in one place. */
    public enum Reason {
        INVALID,
        FORBIDDEN,
        NOT_FOUND,
        CONFLICT
    }

    private final transient List<FieldError> errors;
    private final Reason reason;

    private ActionRefused(Reason reason, String message, List<FieldError> errors) {
        super(message);
        this.reason = reason;
        this.errors = List.copyOf(errors);
    }

    /** Refuses what was entered, naming every problem. */
    public static ActionRefused invalid(List<FieldError> errors) {
        String message = String.join(
                " ", errors.stream().map(FieldError::message).distinct().toList());
        return new ActionRefused(Reason.INVALID, message, errors);
    }

    public static ActionRefused invalid(String field, String message) {
        return invalid(List.of(new FieldError(field, message)));
    }

    public static ActionRefused forbidden(String message) {
        return new ActionRefused(Reason.FORBIDDEN, message, List.of());
    }

    public static ActionRefused notFound() {
        return notFound("There is no such project export, or you may not see it.");
    }

    /** Like {@link #notFound()}, of something else. */
    public static ActionRefused notFound(String message) {
        return new ActionRefused(Reason.NOT_FOUND, message, List.of());
    }

    public static ActionRefused conflict(String message) {
        return new ActionRefused(Reason.CONFLICT, message, List.of());
    }

    public static ActionRefused conflict(String field, String message) {
        return conflict(new FieldError(field, message));
    }

    public static ActionRefused conflict(FieldError error) {
        return new ActionRefused(Reason.CONFLICT, error.message(), List.of(error));
    }

    public Reason reason() {
        return reason;
    }

    /** The problems by field; empty when the refusal is not about what was entered. */
    public List<FieldError> errors() {
        return errors;
    }
}
