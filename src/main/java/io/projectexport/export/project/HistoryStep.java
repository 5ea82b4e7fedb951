package io.projectexport.export.project;

/** The kinds of steps in a project's history; each label is stored with the step, so that it must never change. */
public enum HistoryStep {
    SUBMITTED("Submitted"),
    RESUBMITTED("Resubmitted"),
    ACCEPTED("Accepted"),
    APPROVED("Approved"),
    MOVED("Moved to another version"),
    RETRIED("Retried"),
    SYNCED("Synced"),
    FAILED_TO_EXPORT("Failed to Export"),
    REJECTED("Rejected"),
    RETRIEVED("Retrieved"),
    WITHDRAWN("Withdrawn"),
    ESCALATED("Escalated"),
    QUESTION("Question"),
    ANSWER("Answer"),
    NOTE("Note"),
    PUT_BACK("Put back");

    private final String label;

    HistoryStep(String label) {
        this.label = label;
    }

    /** What is stored of it, and what people read. */
    public String label() {
        return label;
    }

    /** Whether the project has another status afterwards; after an escalation, what people write and a process begun anew, it goes on waiting. */
    public boolean changesStatus() {
        return switch (this) {
            case ESCALATED, MOVED, QUESTION, ANSWER, NOTE, PUT_BACK -> false;
            default -> true;
        };
    }
}
