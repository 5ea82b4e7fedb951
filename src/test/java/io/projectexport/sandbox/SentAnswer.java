package io.projectexport.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What goes back over the wire.
 *
 * @param status 0 when the connection is closed without an answer
 */
public record SentAnswer(int status, Map<String, String> headers, String body) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int DROPPED = 0;

    public static SentAnswer json(int status, Object body) {
        try {
            return of(status, "application/json; charset=utf-8", JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static SentAnswer html(int status, String body) {
        return of(status, "text/html; charset=utf-8", body);
    }

    public static SentAnswer empty(int status) {
        return new SentAnswer(status, Map.of(), "");
    }

    public static SentAnswer redirect(String path) {
        return empty(303).with("Location", path);
    }

    /** The connection is closed without an answer. */
    public static SentAnswer dropped() {
        return empty(DROPPED);
    }

    public static SentAnswer text(int status, String body) {
        return of(status, "text/plain; charset=utf-8", body);
    }

    public boolean isDropped() {
        return status == DROPPED;
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** This answer with its JSON object changed; any other answer stays as it is. */
    SentAnswer changed(Consumer<ObjectNode> change) {
        try {
            if (JSON.readTree(body) instanceof ObjectNode object) {
                change.accept(object);
                return new SentAnswer(status, headers, JSON.writeValueAsString(object));
            }
        } catch (JsonProcessingException noJson) {
            // a page, or nothing
        }
        return this;
    }

    public SentAnswer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new SentAnswer(status, more, body);
    }

    /** Adds headers that this answer does not have yet. */
    SentAnswer withDefaults(Map<String, String> defaults) {
        Map<String, String> all = new LinkedHashMap<>(defaults);
        all.putAll(headers);
        return new SentAnswer(status, all, body);
    }

    private static SentAnswer of(int status, String contentType, String body) {
        return new SentAnswer(status, Map.of("Content-Type", contentType), body);
    }
}
