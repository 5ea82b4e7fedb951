package io.projectexport.process.rest;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import io.projectexport.export.permission.ActionRefused;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Objects;
import java.util.stream.Collectors;

/** Exception mapper for JSON of another form than Camunda's REST API expects, or none; it says where, without Java's names for it. */
public abstract class JsonExceptionMapper<E extends JsonProcessingException> implements ExceptionMapper<E> {

    /** Before those of Camunda and of Jackson, which say nothing or name classes. */
    private static final int FIRST = 1;

    private JsonExceptionMapper() {}

    /** For what is no JSON. */
    @Priority(FIRST)
    public static final class Syntax extends JsonExceptionMapper<JsonParseException> {}

    /** For JSON of another form. */
    @Priority(FIRST)
    public static final class Form extends JsonExceptionMapper<JsonMappingException> {}

    @Override
    public Response toResponse(E problem) {
        return EngineRestExceptionMapper.refused(
                isMalformed(problem) ? malformed(problem.getLocation()) : otherForm(problem));
    }

    /** What is wrong within an object is wrapped with the way to it. */
    private static boolean isMalformed(JsonProcessingException problem) {
        return problem instanceof JsonParseException || problem.getCause() instanceof JsonParseException;
    }

    private static ActionRefused malformed(JsonLocation at) {
        String where = at == null ? "" : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
        return ActionRefused.invalid("body", "The body is not valid JSON; it cannot be understood%s.".formatted(where));
    }

    private static ActionRefused otherForm(JsonProcessingException problem) {
        String path = problem instanceof JsonMappingException mapping ? path(mapping) : "";
        return path.isEmpty()
                ? ActionRefused.invalid("body", "The body must be one JSON object.")
                : ActionRefused.invalid(path, "%s has another form than expected here.".formatted(path));
    }

    private static String path(JsonMappingException problem) {
        return problem.getPath().stream()
                .map(Reference::getFieldName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
    }
}
