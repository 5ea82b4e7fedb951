package io.projectexport.process.flow;

/** What a token does at a node. */
public enum NodeKind {
    START,
    END,
    /** Passes on at once: service, script, rule, send and manual tasks. */
    TASK,
    /** Waits for a person. */
    USER_TASK,
    /** Waits for a worker of somebody else's. */
    EXTERNAL_TASK,
    /** Waits for another process. */
    CALL_ACTIVITY,
    /** Waits for its event: an intermediate catch event or a receive task. */
    CATCH,
    THROW,
    BOUNDARY,
    EXCLUSIVE,
    PARALLEL,
    INCLUSIVE,
    EVENT_BASED,
    SUBPROCESS,
    EVENT_SUBPROCESS;

    public boolean isActivity() {
        return this == TASK
                || this == USER_TASK
                || this == EXTERNAL_TASK
                || this == CALL_ACTIVITY
                || this == SUBPROCESS
                || this == EVENT_SUBPROCESS;
    }

    /** Whether conditions of its outgoing flows are asked. */
    public boolean asksConditions() {
        return this != PARALLEL && this != EVENT_BASED;
    }
}
