package io.projectexport.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The application in a JVM of its own, so that it can be killed the way a machine dies. */
final class Node implements AutoCloseable {

    private static final Path LOGS = Path.of("target", "faults");

    /** On a machine that does much else, a start takes minutes. */
    private static final Duration TO_START = Duration.ofMinutes(6);

    /** Above the two minutes in which a node may finish what it is doing. */
    private static final Duration TO_STOP = Duration.ofSeconds(150);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Path log;
    private final Map<String, String> settings;
    private volatile Process process;
    private volatile int port;
    private boolean closed;

    /** Not started yet; the name is that of its log below {@code target/faults}. */
    Node(String name, Map<String, String> settings) {
        this.log = LOGS.resolve(name + ".log");
        this.settings = settings;
        try {
            Files.createDirectories(LOGS);
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /** Begins to start, for the first time or again. */
    synchronized Node start() {
        if (closed) {
            throw new IllegalStateException("The run is over");
        }
        port = FreePort.find();
        ProcessBuilder builder = new ProcessBuilder(JavaCommand.of(port, settings))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("CLASSPATH", JavaCommand.classPath());
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Waits until it takes requests. */
    Node awaitReady() {
        Eventually.until(TO_START, () -> "%s to be ready, see %s".formatted(url(), log), () -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("The node ended with %d, see %s".formatted(process.exitValue(), log));
            }
            return isReady();
        });
        return this;
    }

    String url() {
        return "http://localhost:" + port;
    }

    long pid() {
        return process.pid();
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it at once, as {@code kill -9} does, and waits for its end. */
    void kill() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }

    /** Halts it without its noticing, as a machine does that is out of breath. */
    void pause() {
        signal("STOP");
    }

    void goOn() {
        signal("CONT");
    }

    /** Ends it as a deployment does; it may finish what it is doing. */
    void stop() {
        process.destroy();
        Eventually.until(TO_STOP, () -> "the end of the node, see " + log, () -> !process.isAlive());
    }

    /** Ends it for good, also for those who still want to start it again. */
    @Override
    public synchronized void close() {
        closed = true;
        kill();
    }

    /** Whether it takes requests. */
    boolean isReady() {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
