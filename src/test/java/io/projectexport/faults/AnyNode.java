package io.projectexport.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpHeaders;

/** Sends requests to the nodes in turn, and again to the next one when there is no answer. */
final class AnyNode {

    private static final Duration CALL_TIMEOUT = Duration.ofMinutes(2);
    private static final Duration TO_ANSWER = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final AtomicInteger turn = new AtomicInteger();
    private final List<Node> nodes;
    private final ClientTroubles troubles;

    AnyNode(List<Node> nodes, ClientTroubles troubles) {
        this.nodes = nodes;
        this.troubles = troubles;
    }

    /** What a node answered. */
    record Answer(int status, JsonNode body) {

        Answer expect(Integer... statuses) {
            if (!List.of(statuses).contains(status)) {
                throw new AssertionError("A node answered %d %s".formatted(status, body));
            }
            return this;
        }
    }

    JsonNode get(FaultPerson person, String path) {
        return send(person, "GET", path, null).expect(200).body();
    }

    /** Sends the body as JSON, null for none, and again when a node is gone or says that it cannot answer for now. */
    Answer send(FaultPerson person, String method, String path, Object body) {
        Instant end = Instant.now().plus(CALL_TIMEOUT);
        while (true) {
            Node node = nodes.get(Math.floorMod(turn.getAndIncrement(), nodes.size()));
            String trouble;
            try {
                Answer answer = answer(request(node, person, path).method(method, json(body)));
                if (answer.status() < 500) {
                    return answer;
                }
                trouble = answer.toString();
            } catch (IOException noAnswer) {
                trouble = noAnswer.toString();
            }
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("No node answered: " + trouble);
            }
            Eventually.pause(PAUSE);
        }
    }

    private static HttpRequest.Builder request(Node node, FaultPerson person, String path) {
        return HttpRequest.newBuilder(URI.create(node.url() + path))
                .timeout(TO_ANSWER)
                .header(
                        "Authorization",
                        "Basic " + HttpHeaders.encodeBasicAuth(person.login(), FaultPerson.PASSWORD, null))
                .header("Content-Type", "application/json");
    }

    private static BodyPublisher json(Object body) throws IOException {
        return body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    }

    private Answer answer(HttpRequest.Builder request) throws IOException {
        try {
            HttpRequest sent = request.build();
            Instant begin = Instant.now();
            HttpResponse<String> response = http.send(sent, BodyHandlers.ofString());
            troubles.answered(
                    sent.method() + " " + sent.uri().getPath(),
                    response.statusCode(),
                    response.headers(),
                    response.body(),
                    Duration.between(begin, Instant.now()));
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
