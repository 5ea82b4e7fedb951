package io.projectexport.process.job;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;

/**
 * Retry policy of jobs. A database that was away costs no try: the job is not further on its way to a failure by that, and is tried again
 * after the pause that it was at, mostly the shortest. Neither does somebody who may not run it, or a few tries would stop it for good.
 */
public final class JobRetries implements FailedJobCommandFactory {

    @Override
    public Command<Object> getCommand(String jobId, Throwable failure) {
        boolean isPerson = Context.getCommandContext().getAuthentication() != null;
        if (isPerson && failure instanceof AuthorizationException) {
            return context -> null;
        }
        return new DefaultJobRetryCmd(jobId, failure) {
            @Override
            protected boolean shouldDecrementRetriesFor(Throwable t) {
                return super.shouldDecrementRetriesFor(t) && !isDatabaseAway(t);
            }
        };
    }

    static boolean isDatabaseAway(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException sql && isAway(sql));
    }

    private static boolean isAway(SQLException failure) {
        String state = Objects.requireNonNullElse(failure.getSQLState(), "");
        return failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException
                || failure instanceof SQLRecoverableException
                // SQL's class of lost connections, and PostgreSQL's of an operator's intervention
                || state.startsWith("08")
                || state.startsWith("57P");
    }
}
