package io.projectexport.process.rest;

import io.projectexport.process.engine.ConcurrentUpdateRetry;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.StatusType;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.springframework.dao.DataAccessException;

/** Tells the checks of the engine and its REST API, which a client failed, from errors of the application; Camunda answers 500 to many of both. */
final class EngineChecks {

    private static final String REST = RestException.class.getPackageName().replaceFirst("exception$", "");

    private static final Pattern ABSENT = Pattern.compile("(?:ENGINE-\\d+ )?(?:No .{1,60} found with id|Cannot find) ");

    /** Begins the words of what went wrong in the engine itself. */
    private static final String NUMBERED = "ENGINE-";

    /** Begins its words for a statement that failed. */
    private static final String PERSISTENCE = "An exception occurred in the persistence layer";

    private static final String UNIQUE_VIOLATION = "23505";

    /** How the engine says it, where it has read the same in this transaction. */
    private static final String READ_BEFORE = "which is already marked with state 'PERSISTENT'";

    private EngineChecks() {}

    /** @param said the exception that says it, of which the answer is made */
    record Refusal(StatusType status, Throwable said) {}

    /** Whether the REST API met null itself, in place of a body or of something that should be in it. */
    static boolean isIncomplete(Throwable problem) {
        StackTraceElement[] frames = problem.getStackTrace();
        return problem instanceof NullPointerException
                && frames.length > 0
                && frames[0].getClassName().startsWith(REST);
    }

    /** Whether something is not there; of some the REST API keeps nothing but the engine's words, and answers 500. */
    static boolean isAbsent(Throwable problem) {
        return ConcurrentUpdateRetry.isGone(problem)
                || problem instanceof NullValueException
                || problem.getCause() instanceof NullValueException
                || problem instanceof RestException
                        && problem.getCause() == null
                        && ABSENT.matcher(String.valueOf(problem.getMessage())).lookingAt();
    }

    /** Whether it is about something that an administrator suspended. */
    static boolean isOnHold(Throwable problem) {
        return Stream.of(problem, problem.getCause()).anyMatch(SuspendedEntityInteractionException.class::isInstance);
    }

    /** Whether the engine was to add what it has already, as a member to a group; what our own statements meet is an error of ours. */
    static boolean isThereAlready(Throwable problem) {
        List<Throwable> causes = causes(problem).toList();
        return causes.stream().noneMatch(DataAccessException.class::isInstance)
                && causes.stream().anyMatch(EngineChecks::isOfSameKey);
    }

    private static boolean isOfSameKey(Throwable cause) {
        return cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())
                || cause instanceof ProcessEngineException
                        && String.valueOf(cause.getMessage()).endsWith(READ_BEFORE);
    }

    static Optional<Refusal> refusal(Throwable problem) {
        Status status = ExceptionHandlerHelper.getInstance().getStatus(problem);
        if (problem instanceof RestException && isCheck(problem.getCause())) {
            return Optional.of(
                    new Refusal(status.getStatusCode() < 500 ? status : status(problem.getCause()), problem));
        }
        if (isCheck(problem)) {
            return Optional.of(new Refusal(status(problem), problem));
        }
        if (status != null && status.getStatusCode() < 500) {
            return Optional.of(new Refusal(status, problem));
        }
        return isKeptAsWords(problem) ? Optional.of(new Refusal(Status.BAD_REQUEST, problem)) : Optional.empty();
    }

    /** What wraps nothing but its like, the engine found out itself; a body that ended too early is its sender's. */
    private static boolean isCheck(Throwable problem) {
        return problem instanceof IOException
                || problem != null && causes(problem).allMatch(ProcessEngineException.class::isInstance);
    }

    /** A check of which the REST API keeps nothing but the words, and answers 500, as for another job than a timer. */
    private static boolean isKeptAsWords(Throwable problem) {
        return problem instanceof InvalidRequestException
                && problem.getCause() == null
                && Stream.of(NUMBERED, PERSISTENCE).noneMatch(String.valueOf(problem.getMessage())::startsWith);
    }

    private static Stream<Throwable> causes(Throwable problem) {
        return Stream.iterate(problem, Objects::nonNull, Throwable::getCause);
    }

    private static Status status(Throwable problem) {
        if (problem instanceof NotFoundException) {
            return Status.NOT_FOUND;
        }
        if (problem instanceof TaskAlreadyClaimedException) {
            return Status.CONFLICT;
        }
        Status status = ExceptionHandlerHelper.getInstance().getStatus(problem);
        return status.getStatusCode() < 500 ? status : Status.BAD_REQUEST;
    }
}
