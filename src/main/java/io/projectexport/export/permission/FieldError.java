package io.projectexport.export.permission;

/**
 * One thing that is wrong with what somebody entered.
 *
 * @param field the name of the field in the API and the forms, for example {@code projectName}
 * @param message what is wrong and how to mend it, in words for the person who entered it
 */
public record FieldError(String field, String message) {}
