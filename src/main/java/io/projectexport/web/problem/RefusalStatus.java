package io.projectexport.web.problem;

import io.projectexport.export.permission.ActionRefused;
import org.springframework.http.HttpStatus;

/** The HTTP status of a refusal, the same for pages and API. */
public final class RefusalStatus {

    private RefusalStatus() {}

    public static HttpStatus of(ActionRefused refused) {
        return switch (refused.reason()) {
            case INVALID -> HttpStatus.BAD_REQUEST;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
        };
    }
}
