package io.projectexport.export.bulk;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.FieldError;
import java.util.List;
import java.util.UUID;

/**
 * One row of a batch: what is to be done, and what became of it.
 *
 * @param <W> what is to be done
 * @param number rows are worked off in this order; in a file, as the spreadsheet shows it
 * @param label number and name of the project, as far as they are there
 * @param work null for a row that cannot be read
 * @param tries how often it failed for no reason of its own
 * @param exportId the project export that it is about, or became; null where there is none
 * @param messages why it was refused; empty unless it was
 */
public record BatchRow<W>(
        int number, String label, W work, State state, int tries, UUID exportId, List<String> messages) {

    static final int MOST_TRIES = 3;

    /** How far a row has come. */
    public enum State {
        WAITING,
        DONE,
        REFUSED
    }

    /** A row that waits for its turn. */
    public static <W> BatchRow<W> waiting(int number, String label, W work, UUID exportId) {
        return new BatchRow<>(number, label, work, State.WAITING, 0, exportId, List.of());
    }

    /** A row that is refused before its turn, as one that cannot be read. */
    public static <W> BatchRow<W> unreadable(int number, String label, W work, List<String> messages) {
        return new BatchRow<>(number, label, work, State.REFUSED, 0, null, messages);
    }

    BatchRow<W> done(UUID becameExport) {
        return new BatchRow<>(number, label, work, State.DONE, tries, becameExport, List.of());
    }

    BatchRow<W> refused(ActionRefused refusal) {
        List<String> said = refusal.errors().isEmpty()
                ? List.of(refusal.getMessage())
                : refusal.errors().stream().map(FieldError::message).toList();
        return in(State.REFUSED, tries, said);
    }

    /** After something went wrong that is not the row's fault: it waits for another try, or is given up. */
    BatchRow<W> failed(String whenGivenUp) {
        boolean isLast = tries + 1 >= MOST_TRIES;
        return in(isLast ? State.REFUSED : State.WAITING, tries + 1, isLast ? List.of(whenGivenUp) : List.of());
    }

    private BatchRow<W> in(State next, int tried, List<String> said) {
        return new BatchRow<>(number, label, work, next, tried, exportId, said);
    }
}
