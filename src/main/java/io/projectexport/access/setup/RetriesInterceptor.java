package io.projectexport.access.setup;

import java.util.List;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.AcquirableJobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;

/** Looks at the jobs whose retries somebody has just set, within the same transaction, because the engine tells no checker how many. */
final class RetriesInterceptor extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        T result = next.execute(command);
        if (command instanceof SetJobRetriesCmd) {
            // the engine keeps all kinds of jobs under this type
            List<?> jobs =
                    Context.getCommandContext().getDbEntityManager().getCachedEntitiesByType(AcquirableJobEntity.class);
            jobs.stream()
                    .filter(JobEntity.class::isInstance)
                    .map(JobEntity.class::cast)
                    .forEach(job -> AdminJobs.requireRetries(job.getRetries()));
        }
        return result;
    }
}
