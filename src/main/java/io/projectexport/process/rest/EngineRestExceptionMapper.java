package io.projectexport.process.rest;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.process.engine.ConcurrentUpdateRetry;
import io.projectexport.process.engine.RefusalInterceptor;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.springframework.core.NestedExceptionUtils;

/**
 * Exception mapper of Camunda's REST API. What a person did wrong is said in a sentence with the status of a client's mistake, where
 * Camunda would respond 500 with its own words around it; {@code errors} names the fields.
 */
public final class EngineRestExceptionMapper implements ExceptionMapper<RuntimeException> {

    private static final String SQL_DATA_EXCEPTION = "22";
    /** In front of class names, which tell people nothing. */
    private static final Pattern PACKAGE = Pattern.compile("\\b([a-z]\\w*\\.)+(?=[A-Z])");

    @Override
    public Response toResponse(RuntimeException problem) {
        return RefusalInterceptor.refusal(problem)
                .map(EngineRestExceptionMapper::refused)
                .orElseGet(() -> notRefused(problem));
    }

    static Response refused(ActionRefused refused) {
        return response(status(refused.reason()), refused.getMessage(), refused.errors());
    }

    private static Status status(ActionRefused.Reason reason) {
        return switch (reason) {
            case INVALID -> Status.BAD_REQUEST;
            case FORBIDDEN -> Status.FORBIDDEN;
            case NOT_FOUND -> Status.NOT_FOUND;
            case CONFLICT -> Status.CONFLICT;
        };
    }

    private static Response notRefused(RuntimeException problem) {
        if (problem instanceof NullValueException || problem.getCause() instanceof NullValueException) {
            return response(
                    Status.NOT_FOUND, "This is not there any more; somebody else may have been first.", List.of());
        }
        if (ConcurrentUpdateRetry.isCollision(problem)) {
            return response(Status.CONFLICT, "Somebody else changed this at the same moment; try again.", List.of());
        }
        if (NestedExceptionUtils.getMostSpecificCause(problem) instanceof SQLException sql
                && String.valueOf(sql.getSQLState()).startsWith(SQL_DATA_EXCEPTION)) {
            return response(
                    Status.BAD_REQUEST, "A value is too long, or has a character that cannot be stored.", List.of());
        }
        Response response = ExceptionHandlerHelper.getInstance().getResponse(problem);
        if (problem instanceof RestException && response.getEntity() instanceof ExceptionDto dto) {
            dto.setMessage(PACKAGE.matcher(String.valueOf(dto.getMessage())).replaceAll(""));
        }
        return response;
    }

    private static Response response(Status status, String message, List<?> errors) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Map.of("type", status.getReasonPhrase(), "message", message, "errors", errors))
                .build();
    }
}
