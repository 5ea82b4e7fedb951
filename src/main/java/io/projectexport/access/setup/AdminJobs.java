package io.projectexport.access.setup;

import java.util.Date;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricJobLogEventEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;

/**
 * Keeps jobs that belong to no process, such as the clean-up of the history and those of batches, for administrators; the engine lets
 * everybody change them and read the stack traces of their errors. Nobody else takes the last retry from any job, which would never run again and tell nobody.
 */
final class AdminJobs extends AuthorizationCommandChecker {

    @Override
    public void checkUpdateJob(JobEntity job) {
        checkHasProcess(job);
        super.checkUpdateJob(job);
    }

    @Override
    public void checkUpdateRetriesJob(JobEntity job) {
        checkHasProcess(job);
        super.checkUpdateRetriesJob(job);
    }

    @Override
    public void checkReadJob(JobEntity job) {
        checkMayRead(job.getProcessDefinitionKey());
        super.checkReadJob(job);
    }

    @Override
    public void checkReadHistoricJobLog(HistoricJobLogEventEntity entry) {
        checkMayRead(entry.getProcessDefinitionKey());
        super.checkReadHistoricJobLog(entry);
    }

    private static void checkMayRead(String processDefinitionKey) {
        if (processDefinitionKey == null) {
            requireAdmin("Only administrators may read errors of jobs that belong to no process.");
        }
    }

    private static void checkHasProcess(JobEntity job) {
        if (job != null && job.getProcessDefinitionKey() == null) {
            requireAdmin(
                    "Only administrators may change jobs that belong to no process, as the clean-up of the history.");
        }
    }

    static void requireRetries(int retries) {
        if (retries <= 0) {
            requireAdmin("Only administrators may take all retries from a job; give it at least one.");
        }
    }

    private static void requireAdmin(String refusal) {
        CommandContext context = Context.getCommandContext();
        boolean isPerson = context.isAuthorizationCheckEnabled() && context.getAuthentication() != null;
        if (isPerson && !context.getAuthorizationManager().isCamundaAdmin(context.getAuthentication())) {
            throw new AuthorizationException(refusal);
        }
    }

    /** The engine's jobs as they are stored, for the two changes that ask no checker. */
    private static final class Jobs extends JobManager {

        @Override
        public void updateJobSuspensionStateById(String jobId, SuspensionState state) {
            checkHasProcess(findJobById(jobId));
            super.updateJobSuspensionStateById(jobId, state);
        }

        @Override
        public void updateFailedJobRetriesByJobDefinitionId(
                String definitionId, int retries, Date dueDate, boolean isDueDateSet) {
            requireRetries(retries);
            super.updateFailedJobRetriesByJobDefinitionId(definitionId, retries, dueDate, isDueDateSet);
        }
    }

    /** In the place of the engine's own. */
    public static final class JobsFactory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return JobManager.class;
        }

        @Override
        public Session openSession() {
            return new Jobs();
        }
    }
}
