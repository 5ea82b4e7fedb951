package io.projectexport.benchmark.cycle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpHeaders;

/** One person's calls, which go to the nodes in turn. */
final class JsonApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final AtomicInteger turn = new AtomicInteger();
    private final List<String> urls;
    private final String[] headers;

    private JsonApi(List<String> urls, String... headers) {
        this.urls = urls;
        this.headers = headers;
    }

    static JsonApi anonymous(List<String> urls) {
        return new JsonApi(urls, HttpHeaders.CONTENT_TYPE, "application/json");
    }

    static JsonApi basic(List<String> urls, String user, String password) {
        return new JsonApi(
                urls,
                HttpHeaders.CONTENT_TYPE,
                "application/json",
                HttpHeaders.AUTHORIZATION,
                "Basic " + HttpHeaders.encodeBasicAuth(user, password, null));
    }

    JsonNode get(String path) {
        return send("GET", path, null);
    }

    JsonNode post(String path, Object body) {
        return send("POST", path, body);
    }

    /**
     * Sends the body as JSON; null for none.
     *
     * @throws IllegalStateException when it was not answered with success
     */
    JsonNode send(String method, String path, Object body) {
        try {
            String url = urls.get(Math.floorMod(turn.getAndIncrement(), urls.size()));
            HttpResponse<byte[]> answer = HTTP.send(
                    HttpRequest.newBuilder(URI.create(url + path))
                            .headers(headers)
                            .method(method, json(body))
                            .build(),
                    BodyHandlers.ofByteArray());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(
                        "%s %s: %d %s".formatted(method, path, answer.statusCode(), new String(answer.body())));
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static BodyPublisher json(Object body) throws IOException {
        return body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    }
}
