package io.projectexport.process.model;

import io.projectexport.export.permission.Action;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.process.catalogue.ModelStep;
import java.util.Arrays;
import java.util.List;

/** How a project's status moves on. */
public final class StatusChanges {

    private StatusChanges() {}

    /** Whether nothing is left to do for it. */
    public static boolean isOver(ExportStatus status) {
        return status == ExportStatus.SYNCED || status == ExportStatus.WITHDRAWN;
    }

    /** Whether the step works; a project that is not registered yet can only be registered. */
    public static boolean takes(ModelStep step, ExportStatus status) {
        if (status == null) {
            return Arrays.asList(step.to()).contains(ExportStatus.READY_TO_EXPORT);
        }
        return step.from().length == 0 || Arrays.asList(step.from()).contains(status);
    }

    /** The answers of a task that are not taken in this status. */
    public static List<String> refused(DecisionTask task, ExportStatus status) {
        return task.words().stream()
                .filter(word -> !action(task, word).possibleIn(status))
                .toList();
    }

    /** @param isAccepted whether the accounting approvers' answer was given before */
    public static ExportStatus after(DecisionTask task, String word, ExportStatus status, boolean isAccepted) {
        return switch (action(task, word)) {
            case ACCEPT ->
                task == DecisionTask.APPROVE && !isAccepted ? ExportStatus.READY_TO_EXPORT : ExportStatus.EXPORTING;
            case RETRY -> ExportStatus.EXPORTING;
            case REJECT -> ExportStatus.REJECTED;
            case WITHDRAW -> ExportStatus.WITHDRAWN;
            case RETRIEVE, RESUBMIT -> status;
        };
    }

    /** Whether the round is accepted after this answer. */
    public static boolean isAccepted(DecisionTask task, String word, boolean before) {
        return switch (action(task, word)) {
            case ACCEPT -> before || task != DecisionTask.APPROVE;
            case RETRY -> true;
            case REJECT, WITHDRAW, RESUBMIT -> false;
            case RETRIEVE -> before;
        };
    }

    /** What an accepted project goes back to as long as it waits in this task; the same for every other. */
    public static ExportStatus at(DecisionTask task, ExportStatus status) {
        return task == DecisionTask.APPROVE && status == ExportStatus.EXPORTING ? ExportStatus.READY_TO_EXPORT : status;
    }

    private static Action action(DecisionTask task, String word) {
        return Arrays.stream(Action.values())
                .filter(action -> task.word(action).filter(word::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }
}
