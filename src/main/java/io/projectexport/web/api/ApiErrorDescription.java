package io.projectexport.web.api;

import io.projectexport.web.problem.ApiExceptionHandler;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Map;

/** OpenAPI description of error responses, once for every call, because {@link ApiExceptionHandler} handles every call. */
final class ApiErrorDescription {

    /** Name of the schema of problem details. */
    static final String PROBLEM = "Problem";

    private ApiErrorDescription() {}

    static void describe(String path, Operation call) {
        add(call, 401, "Unauthorized", null, "Log in with your user name and password.");
        add(call, 403, "Forbidden", null, "You have no permission to do this.");
        add(
                call,
                503,
                "Service Unavailable",
                null,
                "The database cannot be reached at the moment. Try again in a few seconds.");
        if (call.getRequestBody() != null) {
            add(call, 400, "Bad Request", "projectNumber", "Project number is missing.");
            add(call, 413, "Payload Too Large", "body", "The body is too large: 1 MB fit. Send it in parts.");
            add(call, 415, "Unsupported Media Type", "Content-Type", "Send the body as application/json.");
        }
        if (path.contains("{exportId}")) {
            add(call, 404, "Not Found", "exportId", "There is no such project.");
        }
        if (call.getResponses().containsKey("200") && path.contains("{exportId}/") || path.endsWith("/projects")) {
            add(call, 409, "Conflict", null, "Somebody else was first; look at the project again.");
        }
    }

    static Schema<?> problem() {
        Schema<?> error = new ObjectSchema()
                .addProperty(
                        "field",
                        new StringSchema().description("what it is about; left out when nothing in particular"))
                .addProperty("message", new StringSchema().description("a sentence for people"));
        return new ObjectSchema()
                .addProperty("type", new StringSchema())
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("a sentence for people"))
                .addProperty("instance", new StringSchema())
                .addProperty("errors", new ArraySchema().items(error).description("at least one"));
    }

    private static void add(Operation call, int status, String title, String field, String message) {
        Map<String, Object> error =
                field == null ? Map.of("message", message) : Map.of("field", field, "message", message);
        MediaType problem = new MediaType()
                .schema(new Schema<>().$ref(PROBLEM))
                .example(Map.of("title", title, "status", status, "detail", message, "errors", List.of(error)));
        call.getResponses()
                .addApiResponse(
                        String.valueOf(status),
                        new ApiResponse()
                                .description(title)
                                .content(new Content().addMediaType("application/problem+json", problem)));
    }
}
