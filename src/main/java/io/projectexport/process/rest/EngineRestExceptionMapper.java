package io.projectexport.process.rest;

import io.projectexport.export.model.ModelFinding;
import io.projectexport.export.outage.DatabaseOutage;
import io.projectexport.export.outage.RequestProgress;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.WaitingPlace;
import io.projectexport.export.waiting.WaitingWords;
import io.projectexport.process.engine.ConcurrentUpdateRetry;
import io.projectexport.process.engine.RefusalInterceptor;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRefused;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.StatusType;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.web.ErrorResponse;

/**
 * Exception mapper of Camunda's REST API. What a person did wrong is said in a sentence with the status of a client's mistake, where
 * Camunda would respond 500 with its own words around it; {@code errors} names the fields.
 */
public final class EngineRestExceptionMapper implements ExceptionMapper<Throwable> {

    private static final Logger log = LoggerFactory.getLogger(EngineRestExceptionMapper.class);
    private static final String SQL_DATA_EXCEPTION = "22";
    private static final int LONGEST = 1000;

    private static final String UNEXPECTED =
            "Something went wrong in the application. Try again; if it happens again, tell an administrator the"
                    + " reference %s.";

    /** Packages, exceptions and numbers of the engine. */
    private static final Pattern NOISE =
            Pattern.compile("\\b(?:[a-z]\\w*+\\.)++(?=[A-Z])|\\b[A-Z]\\w{0,80}?Exception: |\\bENGINE-[\\w-]++:? ?");

    @Override
    public Response toResponse(Throwable problem) {
        return RefusalInterceptor.refusal(problem)
                .map(EngineRestExceptionMapper::refused)
                .orElseGet(() -> notRefused(problem));
    }

    static Response refused(ActionRefused refused) {
        Status status = status(refused.reason());
        return refused.waitsAt()
                .map(place -> response(status, refused.getMessage(), refused.errors(), waitsAt(place)))
                .orElseGet(() -> response(status, refused.getMessage(), refused.errors()));
    }

    private static Map<String, Object> waitsAt(WaitingPlace place) {
        Map<String, Object> said = new HashMap<>();
        said.put("name", place.name());
        said.put("for", place.who());
        return Map.of("waitsAt", said);
    }

    private static Status status(ActionRefused.Reason reason) {
        return switch (reason) {
            case INVALID -> Status.BAD_REQUEST;
            case FORBIDDEN -> Status.FORBIDDEN;
            case NOT_FOUND -> Status.NOT_FOUND;
            case CONFLICT -> Status.CONFLICT;
        };
    }

    private static Response refused(ModelRefused refused) {
        List<ModelFinding> findings =
                refused.findings().stream().map(Finding::told).toList();
        return answer(
                Status.BAD_REQUEST,
                Map.of(
                        "type",
                        "ModelRefused",
                        "message",
                        refused.getMessage(),
                        "errors",
                        List.of(),
                        "findings",
                        findings));
    }

    private static Response notRefused(Throwable problem) {
        if (problem instanceof ErrorResponse said) {
            Status status = Status.fromStatusCode(said.getStatusCode().value());
            Response answer = response(status, problem.getMessage(), List.of());
            return Response.fromResponse(answer)
                    .header(HttpHeaders.RETRY_AFTER, said.getHeaders().getFirst(HttpHeaders.RETRY_AFTER))
                    .build();
        }
        Optional<DatabaseOutage> outage = DatabaseOutage.of(problem);
        if (outage.isPresent()) {
            String message = RequestProgress.tell(outage.get());
            return Response.fromResponse(response(Status.SERVICE_UNAVAILABLE, message, List.of()))
                    .header(HttpHeaders.RETRY_AFTER, DatabaseOutage.SECONDS_TO_WAIT)
                    .build();
        }
        if (EngineChecks.isAbsent(problem)) {
            return response(
                    Status.NOT_FOUND, "This is not there any more; somebody else may have been first.", List.of());
        }
        if (problem instanceof RuntimeException failure && ConcurrentUpdateRetry.isCollision(failure)) {
            return response(Status.CONFLICT, "Somebody else changed this at the same moment; try again.", List.of());
        }
        if (EngineChecks.isThereAlready(problem)) {
            return response(Status.CONFLICT, "This exists already; somebody else may have been first.", List.of());
        }
        if (NestedExceptionUtils.getMostSpecificCause(problem) instanceof SQLException sql
                && String.valueOf(sql.getSQLState()).startsWith(SQL_DATA_EXCEPTION)) {
            return response(
                    Status.BAD_REQUEST, "A value is too long, or has a character that cannot be stored.", List.of());
        }
        if (EngineChecks.isOnHold(problem)) {
            return refused(ActionRefused.conflict(WaitingWords.ON_HOLD));
        }
        Optional<ModelRefused> model = UnreadableModel.refusal(problem);
        if (model.isPresent()) {
            return refused(model.get());
        }
        if (EngineChecks.isIncomplete(problem)) {
            return refused(ActionRefused.invalid("body", "The body is empty, or lacks something that is needed here."));
        }
        return EngineChecks.refusal(problem)
                .map(EngineRestExceptionMapper::refusedByEngine)
                .orElseGet(() -> failed(problem));
    }

    private static Response refusedByEngine(EngineChecks.Refusal refusal) {
        ExceptionDto answer = ExceptionHandlerHelper.getInstance().fromException(refusal.said());
        answer.setMessage(readable(answer.getMessage()));
        return answer(refusal.status(), answer);
    }

    private static Response failed(Throwable problem) {
        UUID reference = UUID.randomUUID();
        log.error("Unexpected error behind the engine's REST API, reference {}", reference, problem);
        return response(Status.INTERNAL_SERVER_ERROR, UNEXPECTED.formatted(reference), List.of());
    }

    /** Without what tells people nothing, and no longer than they read. */
    static String readable(String message) {
        String said = String.valueOf(message);
        String start = said.length() <= LONGEST ? said : said.substring(0, endOfWord(said)) + "…";
        return NOISE.matcher(start).replaceAll("");
    }

    private static int endOfWord(String said) {
        int blank = said.lastIndexOf(' ', LONGEST);
        return blank > 0 ? blank : LONGEST;
    }

    private static Response response(Status status, String message, List<?> errors) {
        return response(status, message, errors, Map.of());
    }

    private static Response response(Status status, String message, List<?> errors, Map<String, Object> more) {
        Map<String, Object> said = new HashMap<>(more);
        said.putAll(Map.of("type", status.getReasonPhrase(), "message", message, "errors", errors));
        return answer(status, said);
    }

    private static Response answer(StatusType status, Object said) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(said)
                .build();
    }
}
