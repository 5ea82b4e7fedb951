package io.projectexport.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.util.StringUtils;

/**
 * A request as it arrived.
 *
 * @param path decoded
 * @param query decoded; several values of one name are joined by commas
 * @param headers by name in any case; several values of one name are joined by commas
 * @param body as UTF-8; empty when there was none
 */
public record ReceivedRequest(
        Instant at, String method, String path, Map<String, String> query, Map<String, String> headers, String body) {

    static ReceivedRequest of(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(",", values)));
        return new ReceivedRequest(
                Instant.now(),
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                fields(exchange.getRequestURI().getRawQuery()),
                Collections.unmodifiableMap(headers),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    /** The value of a header; null when it is missing. */
    public String header(String name) {
        return headers.get(name);
    }

    /** Whether this is a call of the given method to a path that ends so. */
    public boolean is(String method, String pathEnd) {
        return this.method.equals(method) && path.endsWith(pathEnd);
    }

    /** Whether this asks for a new job: a project or a tracking option. */
    public boolean createsJob() {
        return is("POST", "/Projects") || is("PUT", "/Options");
    }

    boolean isToApi() {
        return path.startsWith("/projects.xro/") || path.startsWith("/api.xro/");
    }

    /** The body read as a submitted form. */
    public Map<String, String> form() {
        return fields(body);
    }

    private static Map<String, String> fields(String encoded) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : StringUtils.tokenizeToStringArray(encoded, "&")) {
            int equals = field.indexOf('=');
            String name = equals < 0 ? field : field.substring(0, equals);
            String value = equals < 0 ? "" : field.substring(equals + 1);
            fields.merge(decoded(name), decoded(value), (first, next) -> first + "," + next);
        }
        return fields;
    }

    private static String decoded(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }
}
