package io.projectexport.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The envelope that Xero's Accounting API puts around results and errors. */
final class AccountingApi {

    private static final JsonMapper JSON = new JsonMapper();

    private AccountingApi() {}

    /** An answer with the elements under their plural name. */
    static SentAnswer ok(String name, List<? extends Map<String, ?>> elements) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("Id", UUID.randomUUID());
        envelope.put("Status", "OK");
        envelope.put("ProviderName", "Sandbox Xero");
        envelope.put("DateTimeUTC", date(Instant.now()));
        envelope.put(name, elements);
        return SentAnswer.json(200, envelope);
    }

    /** A refusal that shows the element as it was sent, with what is wrong with it. */
    static SentAnswer invalid(Map<String, ?> element, String... messages) {
        Map<String, Object> refused = new LinkedHashMap<>(element);
        refused.put("HasValidationErrors", true);
        refused.put(
                "ValidationErrors",
                List.of(messages).stream().map(m -> Map.of("Message", m)).toList());
        Map<String, Object> error = error(10, "ValidationException", "A validation exception occurred");
        error.put("Elements", List.of(refused));
        return SentAnswer.json(400, error);
    }

    static SentAnswer badPost(String message) {
        return SentAnswer.json(400, error(14, "PostDataInvalidException", message));
    }

    static SentAnswer badQuery(String message) {
        return SentAnswer.json(400, error(16, "QueryParseException", message));
    }

    static SentAnswer failure() {
        return SentAnswer.json(
                500, error(500, "InternalServerException", "An error occurred in Xero. Check the API Status page"));
    }

    static String date(Instant instant) {
        return "/Date(%d+0000)/".formatted(instant.toEpochMilli());
    }

    /** The body as JSON; a missing node when it is none. */
    static JsonNode json(ReceivedRequest request) {
        try {
            return JSON.readTree(request.body());
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    private static Map<String, Object> error(int number, String type, String message) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("ErrorNumber", number);
        error.put("Type", type);
        error.put("Message", message);
        return error;
    }
}
