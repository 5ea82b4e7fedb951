package io.projectexport.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.projectexport.export.ActionRefused;
import java.util.List;

/**
 * One entry of the {@code errors} in an answer.
 *
 * @param field what it is about, by its name in the request; left out of the answer when it is about nothing in particular
 * @param message a sentence for people
 */
record ErrorAnswer(
        @JsonInclude(JsonInclude.Include.NON_NULL) String field, String message) {

    /** Every problem of a refusal; never empty. */
    static List<ErrorAnswer> of(ActionRefused refused) {
        if (refused.errors().isEmpty()) {
            String field = refused.reason() == ActionRefused.Reason.NOT_FOUND ? "exportId" : null;
            return List.of(new ErrorAnswer(field, refused.getMessage()));
        }
        return refused.errors().stream()
                .map(error -> new ErrorAnswer(error.field(), error.message()))
                .toList();
    }
}
