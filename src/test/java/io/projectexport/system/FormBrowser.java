package io.projectexport.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.UriComponentsBuilder;

/** Opens pages and fills in their forms, with one session, and shows redirects instead of following them. */
final class FormBrowser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new TlsCookies()).build();
    private final String url;

    FormBrowser(String url) {
        this.url = url;
    }

    void logIn(String userId, String password) {
        HttpResponse<String> answer = post("/login", "/login", Map.of("username", userId, "password", password));
        assertThat(answer.headers().firstValue("Location").orElseThrow()).doesNotContain("error");
    }

    HttpResponse<String> get(String path) {
        return getAt(URI.create(url + path));
    }

    HttpResponse<String> getAt(URI address) {
        return send(HttpRequest.newBuilder(address).GET());
    }

    /** Sends a form of the page, with the token that it carries. */
    HttpResponse<String> post(String page, String path, Map<String, String> fields) {
        Matcher token = TOKEN.matcher(get(page).body());
        assertThat(token.find()).as("a form on " + page).isTrue();
        Map<String, String> form = new HashMap<>(fields);
        form.put("_csrf", token.group(1));
        return send(path, form);
    }

    /** Sends fields as they are. */
    HttpResponse<String> send(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    String parameter(URI address, String name) {
        return UriComponentsBuilder.fromUri(address).build().getQueryParams().getFirst(name);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.header("Accept", "text/html, */*").build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
