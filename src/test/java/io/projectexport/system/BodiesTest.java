package io.projectexport.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are too long or come too slowly, at every client. */
@ExtendWith(SharedApplication.class)
class BodiesTest {

    private static final String TEAM = "bodies-team";
    private static final int MEGABYTE = 1 << 20;
    /** Two seconds on a machine of one's own; the slow ones are given up after ten. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private static final String FORM = "application/x-www-form-urlencoded";

    private final RunningApplication application;
    private final HttpClient client = HttpClient.newHttpClient();

    BodiesTest(RunningApplication application) {
        this.application = application;
    }

    @BeforeAll
    static void people(RunningApplication application) {
        application.user(TEAM, "portfolio");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/projects",
                "/api/projects/bulk",
                "/engine-rest/task",
                "/engine-rest/deployment/create",
                "/camunda/api/engine/engine/default/task",
                "/login",
                "/jobs/decisions",
                "/actuator/health"
            })
    void body_of_more_than_ten_megabytes_is_refused_at_every_door(String path) throws Exception {
        HttpResponse<String> answer =
                send(path, LoggedInClient.JSON, BodyPublishers.ofByteArray(new byte[11 * MEGABYTE]));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(HttpAnswer.of(answer).text("detail")).isEqualTo("What you sent is too large. Send it in parts.");
        assertThat(HttpAnswer.of(answer).text("instance")).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "/engine-rest/task, application/json",
        "/engine-rest/process-definition/key/project-export/start, application/json",
        "/login, application/x-www-form-urlencoded",
        "/jobs/decisions, application/x-www-form-urlencoded",
    })
    void body_that_does_not_say_how_long_it_is_ends_at_the_same_limit(String path, String type) throws Exception {
        byte[] body = ("{\"name\": \"" + "x".repeat(11 * MEGABYTE) + "\"}").getBytes(StandardCharsets.UTF_8);

        HttpResponse<String> answer =
                send(path, type, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void login_form_is_small() throws Exception {
        String form = "username=a&password=" + "x".repeat(65 * 1024);
        HttpRequest request = HttpRequest.newBuilder(uri("/login"))
                .header("Content-Type", FORM)
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofString(form))
                .build();

        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("<h1>That is not possible</h1>", "What you sent is too large.");
    }

    @Test
    void program_that_sends_first_and_logs_in_when_asked_is_asked() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri("/api/projects/bulk"))
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofByteArray(new byte[4 * MEGABYTE]))
                .build();

        assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
    }

    @Test
    void those_who_send_slowly_keep_nobody_from_getting_an_answer() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 260; i++) {
                slow.add(connect(
                        head(i % 2 == 0 ? "/login" : "/api/projects", i % 2 == 0 ? FORM : LoggedInClient.JSON, "")));
            }
            for (String path : List.of("/actuator/health/readiness", "/actuator/health/liveness", "/login")) {
                for (int i = 0; i < 3; i++) {
                    HttpRequest request =
                            HttpRequest.newBuilder(uri(path)).timeout(SOON).build();
                    assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                            .as(path)
                            .isEqualTo(200);
                }
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/login, application/x-www-form-urlencoded",
        "/jobs/upload, multipart/form-data; boundary=b",
        "/api/projects, application/json",
        "/api/projects/bulk, text/csv",
        "/engine-rest/task, application/json",
    })
    void body_that_comes_too_slowly_is_given_up_with_the_reason(String path, String type) throws Exception {
        try (Socket socket = connect(head(path, type, "Authorization: %s\r\n".formatted(authorization())))) {
            socket.setSoTimeout(20_000);

            assertThat(firstLine(socket)).contains(" 408 ");
        }
    }

    private Socket connect(String request) throws IOException {
        Socket socket = new Socket("localhost", uri("/").getPort());
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String head(String path, String type, String login) {
        return "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nContent-Length: 50000\r\n%s\r\nx"
                .formatted(path, type, login);
    }

    private static String firstLine(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes(20), StandardCharsets.US_ASCII);
    }

    private HttpResponse<String> send(String path, String type, BodyPublisher body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", type)
                .header("Authorization", authorization())
                .POST(body)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static String authorization() {
        byte[] login = "%s:%s".formatted(TEAM, RunningApplication.PASSWORD).getBytes(StandardCharsets.UTF_8);
        return "Basic %s".formatted(Base64.getEncoder().encodeToString(login));
    }

    private URI uri(String path) {
        return URI.create(application.url() + path);
    }
}
