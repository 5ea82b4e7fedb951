package io.projectexport.web.input;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.projectexport.export.permission.ActionRefused;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;

/** Says in words for people what is wrong with a body, and where. */
public final class UnreadableBody {

    private static final String BODY = "body";
    private static final int LONGEST_NAME = 60;

    private UnreadableBody() {}

    public static ActionRefused refusal(HttpMessageNotReadableException e) {
        Throwable cause = e.getMostSpecificCause();
        if (cause instanceof UnrecognizedPropertyException unknown) {
            List<String> known =
                    unknown.getKnownPropertyIds().stream().map(String::valueOf).toList();
            return ActionRefused.invalid(List.of(UnknownField.error(unknown.getPropertyName(), known)));
        }
        if (cause instanceof MismatchedInputException mismatch) {
            return mismatch(mismatch);
        }
        if (cause instanceof JsonProcessingException malformed) {
            return malformed(malformed);
        }
        return ActionRefused.invalid(BODY, "The body is missing or cannot be read.");
    }

    private static ActionRefused malformed(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        String where = at == null ? "" : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
        if (e.getOriginalMessage().startsWith("Duplicate field")) {
            return ActionRefused.invalid(BODY, "A field is given twice in the JSON%s.".formatted(where));
        }
        return ActionRefused.invalid(BODY, "The body is not valid JSON; it cannot be understood%s.".formatted(where));
    }

    private static ActionRefused mismatch(MismatchedInputException e) {
        String path = e.getPath().stream().map(UnreadableBody::step).collect(Collectors.joining());
        return path.isEmpty()
                ? ActionRefused.invalid(BODY, "The body must be %s.".formatted(expected(e)))
                : ActionRefused.invalid(path, "%s must be %s.".formatted(path, expected(e)));
    }

    private static String step(JsonMappingException.Reference reference) {
        return reference.getFieldName() == null
                ? "[%d]".formatted(reference.getIndex())
                : shortened(reference.getFieldName());
    }

    /** A name that somebody made up, no longer than a person reads it. */
    static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
    }

    private static String expected(MismatchedInputException e) {
        Class<?> type = e.getTargetType() == null ? Object.class : e.getTargetType();
        if (Collection.class.isAssignableFrom(type)) {
            return "one JSON array";
        }
        boolean isObject = Map.class.isAssignableFrom(type) || type.isRecord();
        return isObject ? "one JSON object" : "text";
    }
}
