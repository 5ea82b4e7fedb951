package io.projectexport.web.input;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.FieldError;
import io.projectexport.export.submission.ProjectField;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the fields of a project from a request, and refuses names that it does not know. */
public final class RequestFields {

    private static final List<String> KNOWN =
            Arrays.stream(ProjectField.values()).map(ProjectField::key).toList();

    private RequestFields() {}

    /**
     * The fields of a JSON object; their values are checked by the use case.
     *
     * @throws ActionRefused naming the unknown fields, or when it is no object
     */
    public static Map<String, Object> of(Object json) {
        if (!(json instanceof Map<?, ?> object)) {
            throw ActionRefused.invalid(null, "A project must be a JSON object with the fields of the project.");
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        object.forEach((name, value) -> fields.put(String.valueOf(name), value));
        checkNames(fields.keySet());
        return fields;
    }

    public static void checkNames(Collection<String> names) {
        List<FieldError> unknown = UnknownField.errors(names, KNOWN);
        if (!unknown.isEmpty()) {
            throw ActionRefused.invalid(unknown);
        }
    }
}
