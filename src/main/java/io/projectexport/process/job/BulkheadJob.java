package io.projectexport.process.job;

import io.projectexport.process.model.DailySummaryProcess;
import io.projectexport.process.model.ProjectExportProcess;
import java.time.Duration;
import java.util.Date;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * Execution of one job behind a bulkhead: one that mails is put off while others that mail hold all permits, one that exports waits for its
 * turn. It loses no try by that, and no thread waits.
 */
final class BulkheadJob extends ExecuteJobsCmd {

    /** By element, so that instances of earlier models have their share too. */
    private static final Set<String> MAILING = Set.of(
            ProjectExportProcess.NOTIFY_ABOUT_XERO_JOB,
            ProjectExportProcess.NOTIFY_ABOUT_REJECTION,
            ProjectExportProcess.NOTIFY_ABOUT_RESUBMISSION,
            ProjectExportProcess.ESCALATE_REVIEW,
            DailySummaryProcess.SEND_SUMMARY);

    /** Long enough for many to be put off at little cost; spread, so that they do not come back at once. */
    private static final Duration SHORTEST_DELAY = Duration.ofSeconds(5);

    private static final Duration LONGEST_DELAY = Duration.ofSeconds(10);

    private final Semaphore mails;
    private final ExportTurns exports;
    private final JobContext diagnostics;
    private final String owner;
    private boolean hasTurn;
    private boolean isWaiting;

    BulkheadJob(
            String jobId,
            JobFailureCollector failure,
            Semaphore mails,
            ExportTurns exports,
            JobContext diagnostics,
            String owner) {
        super(jobId, failure);
        this.owner = owner;
        this.mails = mails;
        this.exports = exports;
        this.diagnostics = diagnostics;
    }

    @Override
    public Void execute(CommandContext context) {
        hasTurn = hasTurn || exports.isCalled(jobId);
        JobEntity job = context.getDbEntityManager().selectById(JobEntity.class, jobId);
        diagnostics.tell(job);
        if (job != null && !owner.equals(job.getLockOwner())) {
            // another node has taken it over while this one was halted, or it is free again
            return leave(job);
        }
        if (job != null && ProjectExportProcess.CREATE_XERO_JOB.equals(job.getActivityId())) {
            return export(context, job);
        }
        return job != null && isMailing(job) ? mail(context, job) : super.execute(context);
    }

    private Void export(CommandContext context, JobEntity job) {
        hasTurn = hasTurn || exports.enter(jobId);
        if (hasTurn) {
            return super.execute(context);
        }
        isWaiting = true;
        return leave(job);
    }

    private Void leave(JobEntity job) {
        jobFailureCollector.setJob(job);
        return null;
    }

    /** Whether it waits for its turn here, and runs once that has come. */
    boolean isWaiting() {
        return isWaiting;
    }

    /** Whether it held a turn, which is over with its transaction. */
    boolean hadTurn() {
        return hasTurn;
    }

    private Void mail(CommandContext context, JobEntity job) {
        if (!mails.tryAcquire()) {
            return putOff(job);
        }
        try {
            return super.execute(context);
        } finally {
            mails.release();
        }
    }

    // the clean-up of the history has no element
    private static boolean isMailing(JobEntity job) {
        String element = job.getActivityId();
        return element != null && MAILING.contains(element);
    }

    private Void putOff(JobEntity job) {
        jobFailureCollector.setJob(job);
        long delay = ThreadLocalRandom.current().nextLong(SHORTEST_DELAY.toMillis(), LONGEST_DELAY.toMillis());
        job.setDuedate(new Date(ClockUtil.getCurrentTime().getTime() + delay));
        job.unlock();
        return null;
    }
}
