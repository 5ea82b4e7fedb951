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

    /** SQL's class of transactions that the database gave up, as one of two that wait for each other. */
    private static final String ROLLED_BACK = "40";

    /** SQL's state of a reference to a row that somebody else has just deleted. */
    private static final String REFERENCE_GONE = "23503";

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
        return isOfDatabase(failure)
                || Stream.of(failure, failure.getCause())
                        .anyMatch(e -> e instanceof OptimisticLockingException
                                || e instanceof NullPointerException
                                || e instanceof ProcessEngineException && isParentEnded(e));
    }

    private static boolean isOfDatabase(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(cause -> cause instanceof SQLException sql ? sql.getSQLState() : null)
                .filter(Objects::nonNull)
                .anyMatch(state -> state.startsWith(ROLLED_BACK) || state.equals(REFERENCE_GONE));
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
