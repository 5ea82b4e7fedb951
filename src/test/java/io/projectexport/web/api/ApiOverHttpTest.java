package io.projectexport.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import io.projectexport.web.WebSamples;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What only a real server shows: bodies of unknown length, and pages beside the API. */
class ApiOverHttpTest extends ApiTest {

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Test
    void json_above_one_megabyte_is_refused() throws Exception {
        HttpResponse<String> answer =
                post("/api/projects", "application/json", "{\"city\": \"" + "x".repeat(1 << 20) + "\"}");

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"field\":\"body\"", "The body is too large: 1 MB fit.");
        verifyNoInteractions(process);
    }

    @Test
    void many_quick_submissions_at_once_are_all_taken() {
        given(process.submit(any())).willReturn(WebSamples.ID);
        ExecutorService senders = Executors.newFixedThreadPool(200);
        try {
            List<CompletableFuture<Integer>> answers = IntStream.range(0, 200)
                    .mapToObj(i -> CompletableFuture.supplyAsync(this::submit, senders))
                    .toList();

            assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(201));
        } finally {
            senders.shutdown();
        }
    }

    private int submit() {
        try {
            return post("/api/projects", "application/json", "{\"city\": \"%s\"}".formatted("x".repeat(5_000)))
                    .statusCode();
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }

    @Test
    void csv_may_have_five_megabytes() throws Exception {
        String row = "P-1," + "x".repeat(1 << 20) + "\n";

        assertThat(post("/api/projects/bulk", "text/csv", "projectNumber,city\n" + row.repeat(4))
                        .statusCode())
                .isEqualTo(200);
        assertThat(post("/api/projects/bulk", "text/csv", "projectNumber,city\n" + row.repeat(5))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void decision_without_a_body_needs_no_content_type() throws Exception {
        given(read.details(any(), any())).willReturn(WebSamples.details(WebSamples.synced()));

        HttpRequest request = HttpRequest.newBuilder(uri("/api/projects/" + WebSamples.ID + "/accept"))
                .POST(BodyPublishers.noBody())
                .build();

        assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    @Test
    void zero_bytes_do_no_harm() throws Exception {
        given(process.submit(any())).willReturn(WebSamples.ID);

        assertThat(post("/api/projects", "application/json", "{\"city\": \"a\\u0000b\"}")
                        .statusCode())
                .isEqualTo(201);
        assertThat(post("/api/projects", "application/json", "{\"city\": \"a\0b\"}")
                        .statusCode())
                .isEqualTo(400);
        verify(process).submit(Map.of("city", "a\0b"));
    }

    @Test
    void beside_the_api_people_get_a_page() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri("/nothing"))
                .header("Accept", "text/html")
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
    }

    /** Sent in chunks, without saying how long it is. */
    private HttpResponse<String> post(String path, String contentType, String body) throws Exception {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
