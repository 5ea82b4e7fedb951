package io.projectexport.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.projectexport.export.permission.ActionRefused;
import java.util.List;
import java.util.UUID;

/**
 * One entry of the {@code errors} in a problem response.
 *
 * @param field what it is about, by its name in the request; left out of the response when it is about nothing in particular
 * @param message a sentence for people
 * @param exportId of the project export that is in the way; left out when there is none
 */
public record ProblemEntry(
        @JsonInclude(JsonInclude.Include.NON_NULL) String field,
        String message,
        @JsonInclude(JsonInclude.Include.NON_NULL) UUID exportId) {

    public ProblemEntry(String field, String message) {
        this(field, message, null);
    }

    /** Every problem of a refusal; never empty. */
    static List<ProblemEntry> of(ActionRefused refused) {
        if (refused.errors().isEmpty()) {
            String field = refused.reason() == ActionRefused.Reason.NOT_FOUND ? "exportId" : null;
            return List.of(new ProblemEntry(field, refused.getMessage()));
        }
        return refused.errors().stream()
                .map(error -> new ProblemEntry(error.field(), error.message(), error.exportId()))
                .toList();
    }
}
