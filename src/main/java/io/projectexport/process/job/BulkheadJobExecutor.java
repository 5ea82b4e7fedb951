package io.projectexport.process.job;

import java.util.List;
import java.util.concurrent.Semaphore;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cmd.UnlockJobCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * Job executor with a bulkhead in front of the mail server: a few jobs at a time wait for it, so that one that hangs leaves threads to
 * everything else. The calls to Xero have theirs where an export takes its turn.
 */
final class BulkheadJobExecutor extends SpringJobExecutor {

    private final ThreadPoolTaskExecutor threads;
    private final Semaphore mails;

    BulkheadJobExecutor(ThreadPoolTaskExecutor threads, int mailsAtATime) {
        this.threads = threads;
        mails = new Semaphore(mailsAtATime);
        setTaskExecutor(threads);
    }

    /** None while jobs wait for a thread. */
    int idleThreads() {
        return threads.getQueueSize() > 0 ? 0 : threads.getMaxPoolSize() - threads.getActiveCount();
    }

    /** Runs a job that is stored as locked by this executor. */
    void runNow(String jobId) {
        ProcessEngineImpl engine = processEngines.get(0);
        try {
            threads.execute(getExecuteJobsRunnable(List.of(jobId), engine));
        } catch (TaskRejectedException busyByNow) {
            engine.getProcessEngineConfiguration()
                    .getCommandExecutorTxRequired()
                    .execute(new UnlockJobCmd(jobId));
            jobWasAdded();
        }
    }

    @Override
    protected void ensureInitialization() {
        super.ensureInitialization();
        acquireJobsRunnable = new JobAcquisition(this);
    }

    @Override
    public Runnable getExecuteJobsRunnable(List<String> jobIds, ProcessEngineImpl engine) {
        return new ExecuteJobsRunnable(jobIds, engine) {
            @Override
            protected void executeJob(String jobId, CommandExecutor commands, JobFailureCollector failure) {
                ExecuteJobHelper.executeJob(
                        jobId,
                        commands,
                        failure,
                        new BulkheadJob(jobId, failure, mails),
                        engine.getProcessEngineConfiguration());
            }
        };
    }
}
