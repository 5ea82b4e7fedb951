package io.projectexport.process.rest;

import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.projectexport.export.permission.ActionRefused;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Objects;
import java.util.stream.Collectors;

/** Exception mapper for JSON of another form than Camunda's REST API expects; it says where, without Java's names for it. */
public final class JsonExceptionMapper implements ExceptionMapper<MismatchedInputException> {

    @Override
    public Response toResponse(MismatchedInputException problem) {
        String path = problem.getPath().stream()
                .map(Reference::getFieldName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
        return EngineRestExceptionMapper.refused(
                path.isEmpty()
                        ? ActionRefused.invalid("body", "The body must be one JSON object.")
                        : ActionRefused.invalid(path, "%s has another form than expected here.".formatted(path)));
    }
}
