package io.projectexport.xero.accounting;

import com.fasterxml.jackson.databind.JsonNode;
import io.projectexport.xero.failure.ExportFailureFactory;
import io.projectexport.xero.failure.XeroText;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * Reader of the few fields that are needed of Xero's answers: a status, a date or a plan that xero-java's classes do not know makes one
 * item of a list unreadable for them, and with it the list.
 */
final class XeroJson {

    private XeroJson() {}

    /**
     * The items of a list that can be read; what is no object tells nothing about anything.
     *
     * @throws io.projectexport.export.accounting.ExportFailure when there is no list, because that is not an empty one
     */
    static List<JsonNode> list(JsonNode answer, String field) {
        JsonNode items = answer.get(field);
        if (items == null || !(items.isArray() || items.isNull())) {
            throw ExportFailureFactory.unreadable();
        }
        return objects(items);
    }

    /** The items of what was created; empty where the answer has none. */
    static List<JsonNode> created(JsonNode answer, String field) {
        return objects(answer.path(field));
    }

    private static List<JsonNode> objects(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false)
                .filter(JsonNode::isObject)
                .toList();
    }

    /** Null where it is missing, or no text. */
    static String text(JsonNode item, String field) {
        return XeroText.name(item.path(field).textValue());
    }

    /** Null where it is missing, or no id. */
    static UUID id(JsonNode item, String field) {
        try {
            return UUID.fromString(item.path(field).asText());
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}
