package io.projectexport.process.job;

import io.projectexport.export.outage.DatabaseOutage;
import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * Retry policy of jobs. A database that was away costs no try, and no pause of the model's retry cycle, which can be minutes: the job is tried
 * again soon.
 */
public final class JobRetries implements FailedJobCommandFactory {

    private static final Duration SOON = Duration.ofSeconds(2);

    @Override
    public Command<Object> getCommand(String jobId, Throwable failure) {
        return new DefaultJobRetryCmd(jobId, failure) {
            @Override
            public Object execute(CommandContext context) {
                if (DatabaseOutage.of(failure).isEmpty()) {
                    return super.execute(context);
                }
                JobEntity job = getJob();
                if (job != null) {
                    job.unlock();
                    job.setDuedate(new Date(ClockUtil.getCurrentTime().getTime() + SOON.toMillis()));
                }
                return null;
            }
        };
    }
}
