package io.projectexport.process.job;

import io.projectexport.export.outage.OutageReports;
import io.projectexport.export.outage.OutageReports.Work;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cmd.UnlockJobCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * Job executor with a bulkhead in front of the mail server and one in front of Xero: a few jobs at a time wait for them, so that one that
 * hangs leaves threads to everything else.
 */
final class BulkheadJobExecutor extends SpringJobExecutor {

    private static final Logger log = LoggerFactory.getLogger(BulkheadJobExecutor.class);

    private final ThreadPoolTaskExecutor threads;
    private final Semaphore mails;
    private final ExportTurns exports;
    private final JobContext context;
    private final OutageReports outages;
    private final JobLeases leases;

    BulkheadJobExecutor(
            ThreadPoolTaskExecutor threads,
            int mailsAtATime,
            int exportsAtATime,
            JobContext context,
            Duration lock,
            JdbcClient jdbc,
            OutageReports outages) {
        this.threads = threads;
        this.outages = outages;
        leases = new JobLeases(jdbc, outages, getLockOwner(), lock);
        setLockTimeInMillis((int) lock.toMillis());
        mails = new Semaphore(mailsAtATime);
        exports = new ExportTurns(exportsAtATime);
        this.context = context;
        setTaskExecutor(threads);
    }

    /** None while jobs wait for a thread. */
    int idleThreads() {
        return threads.getQueueSize() > 0 ? 0 : threads.getMaxPoolSize() - threads.getActiveCount();
    }

    /** Runs a job that is stored as locked by this executor. */
    void runNow(String jobId) {
        try {
            threads.execute(getExecuteJobsRunnable(List.of(jobId), engine()));
        } catch (TaskRejectedException busyByNow) {
            free(jobId);
            jobWasAdded();
            if (exports.isCalled(jobId)) {
                endTurn();
            }
        }
    }

    private void endTurn() {
        exports.leave().ifPresent(this::runNow);
    }

    /** Leaves the job to any node; a failure stops nothing else, and is made up for once the database answers. */
    private void free(String jobId) {
        leases.giveBack(jobId);
        try {
            engine().getProcessEngineConfiguration()
                    .getCommandExecutorTxRequired()
                    .execute(new UnlockJobCmd(jobId));
        } catch (RuntimeException failed) {
            leases.abandon(jobId);
            if (!outages.counts(failed, Work.JOB)) {
                log.warn("A job that does not run here could not be given back, which is tried again", failed);
            }
        }
    }

    private ProcessEngineImpl engine() {
        return processEngines.get(0);
    }

    @Override
    protected void startExecutingJobs() {
        leases.begin();
        super.startExecutingJobs();
    }

    /** Leaves those that wait for their turn to other nodes. */
    @Override
    protected void stopExecutingJobs() {
        super.stopExecutingJobs();
        exports.giveUp().forEach(this::free);
    }

    /** Ends it with its locks, which what still ran has kept until now; also where the database that should know is away. */
    void close() {
        try {
            shutdown();
        } finally {
            leases.end();
        }
    }

    @Override
    protected void ensureInitialization() {
        super.ensureInitialization();
        acquireJobsRunnable = new JobAcquisition(this, outages);
    }

    @Override
    public Runnable getExecuteJobsRunnable(List<String> jobIds, ProcessEngineImpl engine) {
        leases.take(jobIds);
        return new ExecuteJobsRunnable(jobIds, engine) {
            @Override
            public void run() {
                try {
                    super.run();
                } finally {
                    context.end();
                }
            }

            @Override
            protected void executeJob(String jobId, CommandExecutor commands, JobFailureCollector failure) {
                // one that follows in this thread was not in the list
                leases.take(List.of(jobId));
                BulkheadJob job = new BulkheadJob(jobId, failure, mails, exports, context, getLockOwner());
                try {
                    context.run(() -> ExecuteJobHelper.executeJob(
                            jobId, commands, failure, job, engine.getProcessEngineConfiguration()));
                } catch (RuntimeException failed) {
                    if (outages.counts(failed, Work.JOB)) {
                        leases.abandon(jobId);
                    }
                    throw failed;
                } finally {
                    if (!job.isWaiting()) {
                        leases.giveBack(jobId);
                    }
                    if (job.hadTurn()) {
                        endTurn();
                    }
                }
            }
        };
    }
}
