package io.projectexport.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.projectexport.faults.ClientAnswers.ClientAnswer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpHeaders;

/**
 * Gives requests to the ready nodes in turn, as a load balancer does: it asks each second who is ready, and gives to another node what never
 * reached one, and what only reads.
 */
final class LoadBalancer implements AutoCloseable {

    private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(1);
    private static final Duration TO_ANSWER = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Set<Node> ready = ConcurrentHashMap.newKeySet();
    private final AtomicInteger turn = new AtomicInteger();
    private final List<Node> nodes;
    private final ClientAnswers answers;
    private final ScheduledExecutorService checks;

    LoadBalancer(List<Node> nodes, ClientAnswers answers) {
        this.nodes = nodes;
        this.answers = answers;
        this.ready.addAll(nodes);
        this.checks = Executors.newScheduledThreadPool(nodes.size());
        nodes.forEach(node ->
                checks.scheduleWithFixedDelay(() -> check(node), 0, BETWEEN_CHECKS.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** The connection dropped before the answer to what must not be sent twice without looking. */
    static final class DroppedException extends IOException {

        private static final long serialVersionUID = 1L;

        private DroppedException(IOException cause) {
            super(cause);
        }
    }

    ClientAnswer get(FaultPerson person, String path) {
        while (true) {
            try {
                return send(request(person, "GET", BodyPublishers.noBody()), path);
            } catch (DroppedException sendAgain) {
                Eventually.pause(PAUSE);
            }
        }
    }

    /** Sends the body as JSON; null for none. */
    ClientAnswer post(FaultPerson person, String path, Object body) throws DroppedException {
        return send(request(person, "POST", json(body)), path);
    }

    private static HttpRequest.Builder request(FaultPerson person, String method, BodyPublisher body) {
        return HttpRequest.newBuilder()
                .timeout(TO_ANSWER)
                .header(
                        "Authorization",
                        "Basic " + HttpHeaders.encodeBasicAuth(person.login(), FaultPerson.PASSWORD, null))
                .header("Content-Type", "application/json")
                .method(method, body);
    }

    private ClientAnswer send(HttpRequest.Builder request, String path) throws DroppedException {
        while (true) {
            Node node = next();
            String method = request.uri(URI.create(node.url() + path)).build().method();
            try {
                HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
                return new ClientAnswer(response.statusCode(), response.body());
            } catch (ConnectException | HttpConnectTimeoutException notSent) {
                ready.remove(node);
                answers.count(method + ": not connected, given to the other node");
            } catch (HttpTimeoutException silent) {
                answers.unexpected("%s %s had no answer within %s".formatted(method, path, TO_ANSWER));
                throw new DroppedException(silent);
            } catch (IOException dropped) {
                answers.count(method + ": connection dropped");
                throw new DroppedException(dropped);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** The next one that is ready; while there is none, a person would see that, too. */
    private Node next() {
        for (int looked = 0; looked < nodes.size(); looked++) {
            Node node = nodes.get(Math.floorMod(turn.getAndIncrement(), nodes.size()));
            if (ready.contains(node)) {
                return node;
            }
        }
        answers.unexpected("No node was ready");
        Eventually.until(Duration.ofMinutes(5), () -> "a node to be ready", () -> !ready.isEmpty());
        return next();
    }

    private void check(Node node) {
        if (node.isReady()) {
            ready.add(node);
        } else {
            ready.remove(node);
        }
    }

    private static BodyPublisher json(Object body) {
        try {
            return body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public void close() {
        checks.shutdownNow();
    }
}
