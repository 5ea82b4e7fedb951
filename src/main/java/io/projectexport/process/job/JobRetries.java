package io.projectexport.process.job;

import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;

/**
 * Retry policy of jobs. A database that was away costs no try: the job is not further on its way to a failure by that, and is tried again
 * after the pause that it was at, mostly the shortest.
 */
public final class JobRetries implements FailedJobCommandFactory {

    @Override
    public Command<Object> getCommand(String jobId, Throwable failure) {
        return new DefaultJobRetryCmd(jobId, failure) {
            @Override
            protected boolean shouldDecrementRetriesFor(Throwable t) {
                return super.shouldDecrementRetriesFor(t)
                        && EngineDatabaseOutage.cause(t).isEmpty();
            }
        };
    }
}
