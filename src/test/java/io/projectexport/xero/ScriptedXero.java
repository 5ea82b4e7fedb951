package io.projectexport.xero;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.projectexport.export.FakeCallPermits;
import io.projectexport.export.FakeCallQueue;
import io.projectexport.export.InMemoryConnectionBreaks;
import io.projectexport.xero.accounting.AccountingConfiguration;
import io.projectexport.xero.accounting.XeroAccounting;
import io.projectexport.xero.client.AccessTokens;
import io.projectexport.xero.client.ClientCredentialsTokens;
import io.projectexport.xero.client.XeroHttp;
import io.projectexport.xero.client.XeroSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** Answers over HTTP what a test tells it to, in order and the last one again and again, and remembers what it was asked. */
public final class ScriptedXero implements AutoCloseable {

    public static final String TOKEN = "POST /connect/token";
    public static final String PROJECTS = "GET /projects.xro/2.0/Projects";
    public static final String CREATE_PROJECT = "POST /projects.xro/2.0/Projects";
    public static final String CONTACTS = "GET /api.xro/2.0/Contacts";
    public static final String CREATE_CONTACT = "PUT /api.xro/2.0/Contacts";
    public static final String ORGANISATION = "GET /api.xro/2.0/Organisation";

    public static final Instant NOW = Instant.parse("2026-11-23T10:15:30Z");
    public static final UUID CATEGORY = UUID.fromString("5f9a1c7e-11aa-4a2b-9c3d-0123456789ab");

    private static final Clock CLOCK = Clock.fixed(NOW, ZoneId.of("Pacific/Auckland"));

    static {
        // without it each answer takes 40 ms more
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, Deque<Answer>> script = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    private final FakeCallQueue queue = new FakeCallQueue(CLOCK);
    private final FakeCallPermits permits = new FakeCallPermits();
    private final InMemoryConnectionBreaks breaks = new InMemoryConnectionBreaks(CLOCK);

    public ScriptedXero() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
        on(TOKEN, token("token-1", 1800));
        on(ORGANISATION, json(200, "{\"Organisations\": []}"));
    }

    /** A request as it arrived; the query's values are decoded. */
    public record Request(
            String route, HttpHeaders headers, String rawQuery, MultiValueMap<String, String> query, String body) {

        public String header(String name) {
            return headers.getFirst(name);
        }
    }

    /** What a route answers; a null status drops the connection. */
    public record Answer(Integer status, Map<String, String> headers, String body, boolean never) {

        public Answer with(String name, String value) {
            Map<String, String> more = new HashMap<>(headers);
            more.put(name, value);
            return new Answer(status, more, body, never);
        }
    }

    public static Answer json(int status, String body) {
        return new Answer(status, Map.of("Content-Type", "application/json; charset=utf-8"), body, false);
    }

    public static Answer html(int status) {
        String page = "<html><body><h1>Bad gateway</h1></body></html>";
        return new Answer(status, Map.of("Content-Type", "text/html"), page, false);
    }

    public static Answer empty(int status) {
        return new Answer(status, Map.of(), "", false);
    }

    public static Answer dropped() {
        return new Answer(null, Map.of(), "", false);
    }

    public static Answer hanging() {
        return new Answer(null, Map.of(), "", true);
    }

    public static Answer token(String value, int expiresIn) {
        return json(200, """
                {"access_token": "%s", "token_type": "Bearer", "expires_in": %d, "scope": "projects"}""".formatted(value, expiresIn));
    }

    public ScriptedXero on(String route, Answer... answers) {
        script.put(route, new ArrayDeque<>(List.of(answers)));
        return this;
    }

    public List<Request> requests(String route) {
        return requests.stream().filter(r -> r.route().equals(route)).toList();
    }

    public Request only(String route) {
        List<Request> found = requests(route);
        if (found.size() != 1) {
            throw new AssertionError("expected one %s, got %s".formatted(route, found));
        }
        return found.get(0);
    }

    /** The adapter under test, pointed at this server; what it does in the background happens at once. */
    public XeroAccounting accounting(XeroSettings settings) {
        return accounting(settings, tokens(settings));
    }

    /** The same with other tokens. */
    public XeroAccounting accounting(XeroSettings settings, AccessTokens tokens) {
        return AccountingConfiguration.accounting(settings, tokens, queue, permits, breaks, CLOCK, Runnable::run);
    }

    public static AccessTokens tokens(XeroSettings settings) {
        return new ClientCredentialsTokens(settings, XeroHttp.tokenClient(settings));
    }

    /** The queue of {@link #accounting}. */
    public FakeCallQueue places() {
        return queue;
    }

    /** The calls of {@link #accounting}. */
    public FakeCallPermits running() {
        return permits;
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public XeroSettings settings() {
        return settings(XeroSettings.JobType.PROJECT, null, null);
    }

    public XeroSettings settings(XeroSettings.JobType type, String tenantId, String jobUrlTemplate) {
        Duration timeout = Duration.ofMillis(500);
        return new XeroSettings(
                "the-client",
                "the-secret",
                tenantId,
                url() + "/",
                url() + "/connect/token",
                XeroSettings.GrantType.CLIENT_CREDENTIALS,
                url() + "/identity/connect/authorize",
                type,
                type == XeroSettings.JobType.PROJECT ? null : CATEGORY,
                jobUrlTemplate,
                60,
                5,
                timeout,
                timeout);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = request(exchange);
            requests.add(request);
            Answer answer = next(request.route());
            if (answer.never()) {
                closed.await(10, TimeUnit.SECONDS);
            }
            if (answer.status() != null) {
                send(exchange, answer);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Request request(HttpExchange exchange) throws IOException {
        HttpHeaders headers = new HttpHeaders();
        headers.putAll(exchange.getRequestHeaders());
        String rawQuery = exchange.getRequestURI().getRawQuery();
        return new Request(
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath(),
                headers,
                rawQuery,
                decoded(rawQuery),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    /** Decoded as forms are, the way Xero's servers do: a plus would arrive as a blank. */
    private static MultiValueMap<String, String> decoded(String rawQuery) {
        MultiValueMap<String, String> query = new LinkedMultiValueMap<>();
        UriComponentsBuilder.newInstance()
                .query(rawQuery)
                .build()
                .getQueryParams()
                .forEach((name, values) -> query.put(
                        name,
                        values.stream()
                                .map(value -> URLDecoder.decode(value, StandardCharsets.UTF_8))
                                .toList()));
        return query;
    }

    private Answer next(String route) {
        Deque<Answer> answers = script.getOrDefault(route, new ArrayDeque<>(List.of(json(404, "{}"))));
        synchronized (answers) {
            return answers.size() > 1 ? answers.poll() : answers.peek();
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
