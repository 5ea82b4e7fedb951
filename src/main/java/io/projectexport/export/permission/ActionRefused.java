package io.projectexport.export.permission;

import java.util.List;
import java.util.Optional;

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
    private final transient WaitingPlace waitsAt;

    private ActionRefused(Reason reason, String message, List<FieldError> errors) {
        this(reason, message, errors, null);
    }

    private ActionRefused(Reason reason, String message, List<FieldError> errors, WaitingPlace waitsAt) {
        super(message);
        this.reason = reason;
        this.errors = List.copyOf(errors);
        this.waitsAt = waitsAt;
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

    /** A conflict because the project waits elsewhere, which the message says, too. */
    public static ActionRefused waiting(String message, WaitingPlace waitsAt) {
        return new ActionRefused(Reason.CONFLICT, message, List.of(), waitsAt);
    }

    public Reason reason() {
        return reason;
    }

    /** The problems by field; empty when the refusal is not about what was entered. */
    public List<FieldError> errors() {
        return errors;
    }

    /** Where the project waits instead; empty where that is not the reason. */
    public Optional<WaitingPlace> waitsAt() {
        return Optional.ofNullable(waitsAt);
    }
}
