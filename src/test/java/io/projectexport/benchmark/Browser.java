package io.projectexport.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A session over HTTP, whose answers are timed until their last byte. */
final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");

    private final String url;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();

    Browser(String url) {
        this.url = url;
    }

    /**
     * How long an answer took.
     *
     * @param begun until its first byte
     * @param took until its last byte
     */
    record Took(Duration begun, Duration took, long bytes) {}

    Browser logIn(String userId, String password) {
        Matcher token =
                TOKEN.matcher(send(request("/login"), BodyHandlers.ofString()).body());
        if (!token.find()) {
            throw new IllegalStateException("The login page has no token");
        }
        String form = "username=%s&password=%s&_csrf=%s".formatted(userId, password, token.group(1));
        HttpResponse<Void> answer = send(
                request("/login")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)),
                BodyHandlers.discarding());
        if (!answer.headers().firstValue("Location").orElse("").endsWith("/jobs")) {
            throw new IllegalStateException("%s could not log in: %s".formatted(userId, answer));
        }
        return this;
    }

    /**
     * Gets a page or an answer of the API.
     *
     * @throws IllegalStateException when it is another one than the one that was asked for
     */
    Took get(String path) {
        long begin = System.nanoTime();
        HttpResponse<InputStream> answer = send(request(path), BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            long begun = System.nanoTime();
            long bytes = body.transferTo(OutputStream.nullOutputStream());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("%s answered %d".formatted(path, answer.statusCode()));
            }
            return new Took(Duration.ofNanos(begun - begin), Duration.ofNanos(System.nanoTime() - begin), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).header("Accept", "text/html,application/json,*/*");
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
