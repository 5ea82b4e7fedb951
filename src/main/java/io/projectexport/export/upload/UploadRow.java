package io.projectexport.export.upload;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.FieldError;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One row of an upload: what is to be submitted, and what became of it.
 *
 * @param number as the spreadsheet shows it; rows are submitted in this order
 * @param label number and name of the project, as far as they are there
 * @param fields by the keys of the submission's fields, as text
 * @param corrects the project export to resubmit; null for a new project
 * @param tries how often it failed for no reason of its own
 * @param exportId what it became; null unless submitted
 * @param messages why it was refused; empty unless it was
 */
public record UploadRow(
        int number,
        String label,
        Map<String, String> fields,
        UUID corrects,
        State state,
        int tries,
        UUID exportId,
        List<String> messages) {

    static final int MOST_TRIES = 3;

    /** How far a row has come. */
    public enum State {
        WAITING,
        SUBMITTED,
        REFUSED
    }

    /** A row that waits for its turn. */
    public static UploadRow waiting(int number, String label, Map<String, String> fields, UUID corrects) {
        return new UploadRow(number, label, fields, corrects, State.WAITING, 0, null, List.of());
    }

    /** A row that cannot be read, so that there is nothing to submit. */
    public static UploadRow unreadable(int number, String label, List<String> messages) {
        return new UploadRow(number, label, Map.of(), null, State.REFUSED, 0, null, messages);
    }

    UploadRow submitted(UUID becameExport) {
        return in(State.SUBMITTED, tries, becameExport, List.of());
    }

    UploadRow refused(ActionRefused refusal) {
        List<String> said = refusal.errors().isEmpty()
                ? List.of(refusal.getMessage())
                : refusal.errors().stream().map(FieldError::message).toList();
        return in(State.REFUSED, tries, null, said);
    }

    /** After something went wrong that is not the row's fault: it waits for another try, or is given up. */
    UploadRow failed(String whenGivenUp) {
        boolean isLast = tries + 1 >= MOST_TRIES;
        return in(isLast ? State.REFUSED : State.WAITING, tries + 1, null, isLast ? List.of(whenGivenUp) : List.of());
    }

    private UploadRow in(State next, int tried, UUID becameExport, List<String> said) {
        return new UploadRow(number, label, fields, corrects, next, tried, becameExport, said);
    }
}
