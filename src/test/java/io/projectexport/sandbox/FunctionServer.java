package io.projectexport.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An HTTP server, reduced to a function from request to answer; only this machine reaches it, unless it is told an address. */
public final class FunctionServer implements AutoCloseable {

    static {
        // read once by the JDK's server; without it each answer takes 40 ms longer
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final Logger log = LoggerFactory.getLogger(FunctionServer.class);

    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "function-server");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpServer server;

    /** Starts on the port; 0 takes a free one. */
    public FunctionServer(int port, Function<ReceivedRequest, SentAnswer> answers) {
        this(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), answers);
    }

    /** Starts at the address. */
    FunctionServer(InetSocketAddress address, Function<ReceivedRequest, SentAnswer> answers) {
        try {
            server = HttpServer.create(address, 0);
        } catch (IOException e) {
            throw new UncheckedIOException("Port " + address.getPort() + " is not free", e);
        }
        server.createContext("/", exchange -> handle(exchange, answers));
        server.setExecutor(threads);
        server.start();
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void handle(HttpExchange exchange, Function<ReceivedRequest, SentAnswer> answers)
            throws IOException {
        try (exchange) {
            SentAnswer answer = answer(ReceivedRequest.of(exchange), answers);
            if (!answer.isDropped()) {
                send(exchange, answer);
            }
        }
    }

    private static SentAnswer answer(ReceivedRequest request, Function<ReceivedRequest, SentAnswer> answers) {
        try {
            return answers.apply(request);
        } catch (RuntimeException e) {
            log.error("{} {} failed", request.method(), request.path(), e);
            return SentAnswer.empty(500);
        }
    }

    private static void send(HttpExchange exchange, SentAnswer answer) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
