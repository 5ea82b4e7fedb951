package io.projectexport.web.project;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.FieldError;
import io.projectexport.export.submission.ProjectField;
import io.projectexport.export.text.DisplayFormat;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * View model of the submission form, with what was typed so far.
 *
 * @param problem what is wrong apart from single fields; null for nothing
 */
record SubmissionForm(List<Field> fields, String problem) {

    private static final Map<String, List<ProjectField>> GROUPS = new LinkedHashMap<>();

    static {
        GROUPS.put("Project", List.of(ProjectField.PROJECT_NUMBER, ProjectField.PROJECT_NAME));
        GROUPS.put(
                "Client and money", List.of(ProjectField.CLIENT, ProjectField.ESTIMATE_AMOUNT, ProjectField.DEADLINE));
        GROUPS.put(
                "Address",
                List.of(
                        ProjectField.STREET,
                        ProjectField.CITY,
                        ProjectField.STATE,
                        ProjectField.POSTAL_CODE,
                        ProjectField.COUNTRY));
        GROUPS.put("Creator", List.of(ProjectField.CREATOR_EMAIL));
    }

    /** Fields that belong together. */
    record Group(String title, List<Field> fields) {}

    private static final Map<ProjectField, String> HINTS = Map.of(
            ProjectField.PROJECT_NUMBER, "Every project has a number of its own.",
            ProjectField.CLIENT, "In Xero Projects it becomes the contact, unless the approver chooses another.",
            ProjectField.ESTIMATE_AMOUNT,
                    "In the currency of the Xero organisation, as 12500, or with its cents 12,500.00; 12,500 alone can be read in two ways.",
            ProjectField.CREATOR_EMAIL,
                    "News about the project goes to this address. When it is empty, it goes to you.");

    /**
     * One field.
     *
     * @param type of the HTML input
     * @param hint null for none, as {@code error}
     * @param inTheWay id of the project export that has the value already; null for none
     */
    record Field(
            String key,
            String label,
            String type,
            boolean required,
            String hint,
            String value,
            String error,
            UUID inTheWay) {

        /** The ids of what is said about the field; null for nothing. */
        public String describedBy() {
            String ids = (hint == null ? "" : key + "-hint ") + (error == null ? "" : key + "-error");
            return ids.isBlank() ? null : ids.strip();
        }
    }

    /** With what was submitted before, amounts as pages print them. */
    static SubmissionForm of(Map<String, ?> values) {
        Map<String, Object> printed = new HashMap<>(values);
        printed.computeIfPresent(
                ProjectField.ESTIMATE_AMOUNT.key(),
                (key, amount) -> DisplayFormat.amountInWords(new BigDecimal(amount.toString())));
        return new SubmissionForm(fields(printed, List.of()), null);
    }

    /** With what was typed, and beside each field what is wrong with it. */
    static SubmissionForm refused(Map<String, ?> values, ActionRefused refused) {
        List<FieldError> errors = refused.errors().stream()
                .filter(error ->
                        ProjectField.byKey(String.valueOf(error.field())).isPresent())
                .toList();
        return new SubmissionForm(fields(values, errors), errors.isEmpty() ? refused.getMessage() : null);
    }

    /** Every field once, in the order in which people think of them. */
    public List<Group> groups() {
        Map<String, Field> byKey = fields.stream().collect(Collectors.toMap(Field::key, field -> field));
        return GROUPS.entrySet().stream()
                .map(group -> new Group(
                        group.getKey(),
                        group.getValue().stream()
                                .map(field -> byKey.get(field.key()))
                                .toList()))
                .toList();
    }

    public List<Field> wrong() {
        return fields.stream().filter(field -> field.error() != null).toList();
    }

    private static List<Field> fields(Map<String, ?> values, List<FieldError> errors) {
        return Arrays.stream(ProjectField.values())
                .map(field -> field(
                        field,
                        values.get(field.key()),
                        errors.stream()
                                .filter(error -> field.key().equals(error.field()))
                                .toList()))
                .toList();
    }

    private static Field field(ProjectField field, Object value, List<FieldError> errors) {
        return new Field(
                field.key(),
                field.label(),
                type(field),
                field.isRequired(),
                HINTS.get(field),
                value == null ? "" : value.toString(),
                errors.isEmpty()
                        ? null
                        : errors.stream().map(FieldError::message).collect(Collectors.joining(" ")),
                errors.stream()
                        .map(FieldError::exportId)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
    }

    private static String type(ProjectField field) {
        return switch (field) {
            case DEADLINE -> "date";
            case CREATOR_EMAIL -> "email";
            default -> "text";
        };
    }
}
