package io.projectexport.process.engine;

import java.time.Instant;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;

/** The job of the engine that calls a delegate, which the engine's public API does not tell. */
public final class CurrentJob {

    private CurrentJob() {}

    /** Whether a failure now would be an incident: there is no job, or this is the last of its tries. */
    public static boolean isLastTry() {
        JobEntity job = current();
        return job == null || job.getRetries() <= 1;
    }

    /** When it was created, which for a timer is when its wait began or its last repetition was due. */
    public static Instant createdAt() {
        return current().getCreateTime().toInstant();
    }

    private static JobEntity current() {
        return Context.getCommandContext().getCurrentJob();
    }
}
