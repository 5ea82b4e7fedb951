package io.projectexport.process;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Repeats what a person did when somebody else or a background job changed the same project at that moment, as the mail about a
 * rejection does while its project is resubmitted. The rules are asked anew each time, so that of two people still only the first
 * decides.
 */
final class CollisionRetry extends CommandInterceptor {

    private static final int TRIES = 5;

    private static final String FOREIGN_KEY_VIOLATED = "23503";

    /** The engine's code for an execution whose parent ended while it was read. */
    private static final String PARENT_ENDED = "ENGINE-03077";

    @Override
    public <T> T execute(Command<T> command) {
        for (int tried = 1; ; tried++) {
            try {
                return next.execute(command);
            } catch (RuntimeException failure) {
                if (tried == TRIES || !isCollision(failure) || !canRepeat()) {
                    throw failure;
                }
            }
        }
    }

    /** The engine meets null where something that it has just read was removed in the meantime. */
    static boolean isCollision(RuntimeException failure) {
        return isReferenceGone(failure)
                || Stream.of(failure, failure.getCause())
                        .anyMatch(e -> e instanceof OptimisticLockingException
                                || e instanceof NullPointerException
                                || e instanceof ProcessEngineException && isParentEnded(e));
    }

    /** A reference to what a background job has just deleted. */
    private static boolean isReferenceGone(Throwable e) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException sql && FOREIGN_KEY_VIOLATED.equals(sql.getSQLState()));
    }

    private static boolean isParentEnded(Throwable e) {
        return e.getMessage() != null && e.getMessage().startsWith(PARENT_ENDED);
    }

    // a job is repeated by the job executor, and within a caller's transaction only the caller could
    private static boolean canRepeat() {
        return Context.getJobExecutorContext() == null
                && !TransactionSynchronizationManager.isActualTransactionActive();
    }
}
