package io.projectexport.system;

import java.util.Locale;

/** Who makes the engine's calls: a column of {@code engine-calls.txt}, and whether that person may read or change the project. */
enum EngineCaller {
    READER(false, false, false, "erp-standard"),
    /** Of other projects, in the session of Camunda's web applications; the others use HTTP Basic. */
    SUBMITTER(false, false, false, "portfolio"),
    /** Of the project, and has retrieved it. */
    AUTHOR(true, true, true, "portfolio"),
    /** While the project waits for its author. */
    APPROVER(true, false, false, "erp-standard", "can-push-to-accounting"),
    /** While the project waits for a review. */
    REVIEWER(false, true, true, "erp-standard", "can-push-to-accounting"),
    OWNER(false, true, false, "process-owners"),
    ADMIN(false, true, true, "camunda-admin");

    private final boolean retrieved;
    private final boolean reads;
    private final boolean changes;
    private final String[] groups;

    EngineCaller(boolean retrieved, boolean reads, boolean changes, String... groups) {
        this.retrieved = retrieved;
        this.reads = reads;
        this.changes = changes;
        this.groups = groups;
    }

    String userId() {
        return "calls-" + label();
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    String[] groups() {
        return groups.clone();
    }

    /** Whether the project has been taken back by its author, so that it waits there. */
    boolean isAimedAtRetrieved() {
        return retrieved;
    }

    boolean mayRead() {
        return reads;
    }

    boolean mayChange() {
        return changes;
    }

    LoggedInClient logIn(RunningApplication application) {
        return this == SUBMITTER ? application.inBrowser(userId()) : application.as(userId());
    }
}
