package io.projectexport.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reads the fields of a body and collects what is wrong with them, as Xero's Projects API reports it. */
final class ModelState {

    private final JsonNode body;
    private final Map<String, List<String>> errors = new LinkedHashMap<>();

    ModelState(JsonNode body) {
        this.body = body;
    }

    /** A 400 with the given message and what was collected. */
    static SentAnswer refusal(String message, Map<String, List<String>> errors) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", message);
        error.put("modelState", errors);
        return SentAnswer.json(400, error);
    }

    SentAnswer refusal() {
        return refusal("The request is invalid.", errors);
    }

    boolean isValid() {
        return errors.isEmpty();
    }

    void add(String field, String message) {
        errors.computeIfAbsent(field, f -> new ArrayList<>()).add(message);
    }

    String text(String field) {
        return read(field, "string", JsonNode::isTextual, JsonNode::textValue);
    }

    BigDecimal number(String field) {
        return read(field, "decimal", JsonNode::isNumber, node -> new BigDecimal(node.asText()));
    }

    UUID uuid(String field) {
        return read(field, "GUID", JsonNode::isTextual, node -> UUID.fromString(node.textValue()));
    }

    Instant dateTime(String field) {
        return read(
                field,
                "DateTime",
                JsonNode::isTextual,
                node -> OffsetDateTime.parse(node.textValue()).toInstant());
    }

    /** Null when the field is missing, null or wrong. */
    private <T> T read(String field, String type, Predicate<JsonNode> fits, Function<JsonNode, T> read) {
        JsonNode value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        try {
            if (fits.test(value)) {
                return read.apply(value);
            }
        } catch (RuntimeException unreadable) {
            // reported below, like a value of another JSON type
        }
        add(field, "Could not convert %s to %s. Path '%s'.".formatted(value, type, field));
        return null;
    }
}
