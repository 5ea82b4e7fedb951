package io.projectexport.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Errors in the format of Xero's gateway, which stands before all its APIs. */
final class Problems {

    private Problems() {}

    static SentAnswer of(int status, String title, String detail) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("Type", null);
        problem.put("Title", title);
        problem.put("Status", status);
        problem.put("Detail", detail);
        problem.put("Instance", UUID.randomUUID());
        problem.put("Extensions", Map.of());
        return SentAnswer.json(status, problem);
    }

    static SentAnswer unauthorized(String detail) {
        return of(401, "Unauthorized", detail);
    }

    static SentAnswer forbidden(String detail) {
        return of(403, "Forbidden", detail);
    }

    static SentAnswer badRequest(String detail) {
        return of(400, "Bad Request", detail);
    }
}
