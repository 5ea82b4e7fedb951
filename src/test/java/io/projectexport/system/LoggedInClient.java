package io.projectexport.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.UnaryOperator;

/** HTTP client of the application for one person who is logged in. */
final class LoggedInClient {

    static final String JSON = "application/json";

    private static final HttpClient PLAIN = HttpClient.newHttpClient();

    private final HttpClient client;
    private final String url;
    private final String engine;
    private final UnaryOperator<HttpRequest.Builder> login;

    LoggedInClient(HttpClient client, String url, String engine, UnaryOperator<HttpRequest.Builder> login) {
        this.client = client;
        this.url = url;
        this.engine = engine;
        this.login = login;
    }

    /** HTTP Basic, at the JSON API and Camunda's REST API. */
    static LoggedInClient forPrograms(String url, String userId, String password) {
        byte[] credentials = (userId + ":" + password).getBytes(StandardCharsets.UTF_8);
        String basic = "Basic " + Base64.getEncoder().encodeToString(credentials);
        return new LoggedInClient(PLAIN, url, "/engine-rest", request -> request.header("Authorization", basic));
    }

    /** Without a login. */
    static LoggedInClient forStrangers(String url) {
        return new LoggedInClient(PLAIN, url, "/engine-rest", UnaryOperator.identity());
    }

    /** A path of Camunda's REST API, as this client reaches it. */
    String engine(String path) {
        return engine + path;
    }

    HttpAnswer get(String path) {
        return send(path, HttpRequest.Builder::GET);
    }

    HttpAnswer delete(String path) {
        return send(path, HttpRequest.Builder::DELETE);
    }

    HttpAnswer post(String path) {
        return send(path, request -> request.POST(BodyPublishers.noBody()));
    }

    /** Sends the object as JSON. */
    HttpAnswer post(String path, Object body) {
        return post(path, JSON, HttpAnswer.write(body));
    }

    HttpAnswer post(String path, String contentType, String body) {
        return send(path, request -> request.header("Content-Type", contentType).POST(BodyPublishers.ofString(body)));
    }

    HttpAnswer put(String path, Object body) {
        return send(
                path,
                request -> request.header("Content-Type", JSON).PUT(BodyPublishers.ofString(HttpAnswer.write(body))));
    }

    /** Any call, with the body as it is; without one where it is null. */
    HttpAnswer call(String method, String path, String contentType, String body) {
        return send(path, request -> {
            if (body != null) {
                request.header("Content-Type", contentType);
            }
            return request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        });
    }

    private HttpAnswer send(String path, UnaryOperator<HttpRequest.Builder> method) {
        HttpRequest request = login.apply(method.apply(HttpRequest.newBuilder(URI.create(url + path))))
                .build();
        try {
            return HttpAnswer.of(client.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
