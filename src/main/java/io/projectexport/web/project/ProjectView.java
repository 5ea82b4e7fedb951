package io.projectexport.web.project;

import io.projectexport.export.accounting.ExportError;
import io.projectexport.export.accounting.FoundJob;
import io.projectexport.export.approval.OpenTask;
import io.projectexport.export.conversation.Contribution;
import io.projectexport.export.notification.Rejection;
import io.projectexport.export.permission.Action;
import io.projectexport.export.project.ExportStatus;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * View model of one project export as one person sees it; what is not known is null.
 *
 * @param fields what was submitted, without what was left empty
 * @param preview what was or will be created in Xero, word for word
 * @param rejection that it waits for a correction after
 * @param changes of the round that waits for a decision; empty in a first round
 * @param contactName the contact that a job gets unless another one is chosen, empty for none; null where jobs have no contacts
 * @param task where the task for it is in Tasklist, for those who can do something with it
 * @param history newest first
 * @param model the version of the model that it runs or ran on, for those who watch
 * @param lookAlike another one of the same name and client, while this one waits for a review
 * @param looking null where it is nobody's concern who has it open
 * @param process what is to be said about its process
 * @param isLate whether it still waits although its deadline is in the past
 */
record ProjectView(
        UUID id,
        String number,
        String name,
        ExportStatus status,
        int round,
        List<Line> fields,
        String preview,
        String contactName,
        List<ExportError> errors,
        Rejection rejection,
        List<String> changes,
        String waiting,
        String xeroUrl,
        OpenTask task,
        List<Step> history,
        Set<Action> actions,
        List<FoundJob> foundJobs,
        Conversation conversation,
        Model model,
        LookAlike lookAlike,
        Looking looking,
        Process process,
        boolean isLate) {

    record Line(String label, String value) {}

    /**
     * One step of the history, with the name of who did it.
     *
     * @param times how often it happened in a row; at is the last time
     */
    record Step(String at, String who, String what, int round, String comment, String error, int times) {}

    /**
     * A version of the model in words.
     *
     * @param definitionId by which Cockpit shows it
     */
    record Model(String definitionId, String version) {}

    /**
     * The process behind it.
     *
     * @param place where it waits, in words, as far as its status does not tell; null otherwise
     * @param isStranded whether there is none although the project is not over
     * @param isRecoverable whether the person can do something about that
     */
    record Process(String place, boolean isStranded, boolean isRecoverable) {}

    /** @param status as people read it */
    record LookAlike(UUID id, String title, String status) {}

    /**
     * Who has it open.
     *
     * @param others a sentence for each
     */
    record Looking(List<String> others) {}

    /**
     * What was asked and what the person can write.
     *
     * @param kind null for nothing
     * @param unanswered questions, oldest first
     */
    record Conversation(Contribution kind, List<Step> unanswered) {

        public boolean can(String name) {
            return kind != null && kind.name().equals(name);
        }
    }

    /** Whether there is something that the person can do with it. */
    public boolean actionable() {
        return !actions.isEmpty();
    }

    /** What to do about the errors, each only once. */
    public List<String> remedies() {
        return errors.stream()
                .map(ExportError::remedy)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** What is asked about the jobs that were found; at review they have the number in common, and not always the name. */
    public String foundTitle() {
        return status == ExportStatus.FAILED_TO_EXPORT
                ? "Jobs of this name exist in Xero already. What is this project's job?"
                : "Xero has jobs of this number already. What is this project's job?";
    }

    /** Where the proposed contact comes from. */
    public String contactOrigin() {
        return status == ExportStatus.FAILED_TO_EXPORT ? "as approved" : "as submitted";
    }

    public boolean can(String action) {
        return actions.contains(Action.valueOf(action));
    }

    /** Whether a job was or can still be created for it. */
    public boolean hasJob() {
        return status != ExportStatus.WITHDRAWN;
    }

    public String previewTitle() {
        return switch (status) {
            case SYNCED -> "What was created in Xero";
            case REJECTED, RETRIEVED, WITHDRAWN -> "What would be created in Xero";
            case READY_TO_EXPORT, EXPORTING, FAILED_TO_EXPORT -> "What will be created in Xero";
        };
    }

    /** An answer is waited for as long as there is something to decide. */
    public String questionTitle() {
        if (conversation.can(Contribution.ANSWER.name())) {
            return "A question about this project";
        }
        boolean isOpen = status == ExportStatus.READY_TO_EXPORT || status == ExportStatus.FAILED_TO_EXPORT;
        return isOpen ? "Waits for an answer" : "Was not answered";
    }

    /** Whether its process instance goes on, so that Cockpit shows it. */
    public boolean running() {
        return !status.isFinal() && !process.isStranded();
    }

    public String title() {
        return number + " " + name;
    }
}
