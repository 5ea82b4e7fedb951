package io.projectexport.export.permission;

import java.util.UUID;

/**
 * One thing that is wrong with what somebody entered.
 *
 * @param field the name of the field in the API and the forms, for example {@code projectName}
 * @param message what is wrong and how to mend it, in words for the person who entered it
 * @param exportId of the project export that is in the way, where there is one that the person may see; null otherwise
 */
public record FieldError(String field, String message, UUID exportId) {

    public FieldError(String field, String message) {
        this(field, message, null);
    }
}
