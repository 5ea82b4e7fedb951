package io.projectexport.process.engine;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Command interceptor that retries a person's command after a concurrent update: somebody else or a background job changed the same project
 * at that moment, as the mail about a rejection does while its project is resubmitted. The rules are asked again each time, so that of two
 * people still only the first decides.
 */
public final class ConcurrentUpdateRetry extends CommandInterceptor {

    private static final Logger log = LoggerFactory.getLogger(ConcurrentUpdateRetry.class);

    private static final int TRIES = 5;

    /** SQL's class of transactions that the database gave up, as one of two that wait for each other. */
    private static final String ROLLED_BACK = "40";

    /** SQL's state of a reference to a row that somebody else has just deleted. */
    private static final String REFERENCE_GONE = "23503";

    private static final String ENGINE = ProcessEngine.class.getPackageName() + ".";

    /** Where null is what the client has left out. */
    private static final String REST = ENGINE + "rest.";

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
                log.info("{} collided with another change and is repeated: {}", name(command), firstLine(failure));
            }
        }
    }

    /** Whether somebody else changed the same at that moment, rather than that something is wrong. */
    public static boolean isCollision(RuntimeException failure) {
        return isOfDatabase(failure)
                || isGone(failure)
                || Stream.of(failure, failure.getCause())
                        .anyMatch(e -> e instanceof OptimisticLockingException
                                || e instanceof ProcessEngineException && isParentEnded(e));
    }

    /** Whether the engine met null in the place of something: it was removed in the meantime, or never there. */
    public static boolean isGone(Throwable failure) {
        return Stream.of(failure, failure.getCause())
                .anyMatch(e -> e instanceof NullPointerException gone && isInEngine(gone));
    }

    private static boolean isOfDatabase(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(cause -> cause instanceof SQLException sql ? sql.getSQLState() : null)
                .filter(Objects::nonNull)
                .anyMatch(state -> state.startsWith(ROLLED_BACK) || state.equals(REFERENCE_GONE));
    }

    /** The engine meets null where something that it has just read was removed in the meantime; elsewhere null is a mistake. */
    private static boolean isInEngine(NullPointerException gone) {
        StackTraceElement[] frames = gone.getStackTrace();
        return frames.length > 0
                && frames[0].getClassName().startsWith(ENGINE)
                && !frames[0].getClassName().startsWith(REST);
    }

    private static boolean isParentEnded(Throwable e) {
        return e.getMessage() != null && e.getMessage().startsWith(PARENT_ENDED);
    }

    // a job is repeated by the job executor, and within a caller's transaction only the caller could
    private static boolean canRepeat() {
        return Context.getJobExecutorContext() == null
                && !TransactionSynchronizationManager.isActualTransactionActive();
    }

    private static String name(Command<?> command) {
        return command.getClass().getName().replaceFirst("^.*\\.", "");
    }

    // the database's messages go on with the whole statement
    private static String firstLine(RuntimeException failure) {
        return failure.toString().lines().findFirst().orElse("");
    }
}
