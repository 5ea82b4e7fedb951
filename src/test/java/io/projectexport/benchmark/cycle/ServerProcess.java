package io.projectexport.benchmark.cycle;

import io.projectexport.faults.Eventually;
import io.projectexport.faults.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A web application in a JVM of its own, with the JVM's own defaults. */
final class ServerProcess implements AutoCloseable {

    private static final Path LOGS = Path.of("target", "benchmark");
    private static final Duration TO_START = Duration.ofMinutes(6);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final int port = FreePort.find();
    private final String readyPath;
    private final Path log;
    private final Process process;
    private final long begin = System.nanoTime();

    /**
     * Begins to start.
     *
     * @param program what follows the name of the JVM
     * @param readyPath answers 200 as soon as it takes requests
     */
    ServerProcess(String name, List<String> program, List<String> settings, String readyPath) {
        this.readyPath = readyPath;
        this.log = LOGS.resolve(name + ".log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(program);
        command.add("--server.port=" + port);
        settings.forEach(setting -> command.add("--" + setting));
        try {
            Files.createDirectories(LOGS);
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /** Waits until it takes requests, and tells how long that took from the beginning of its start. */
    Duration awaitReady() {
        Eventually.until(TO_START, () -> "%s to be ready, see %s".formatted(url(), log), () -> {
            if (!process.isAlive()) {
                throw new IllegalStateException(
                        "The process ended with %d, see %s".formatted(process.exitValue(), log));
            }
            return isReady();
        });
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    String url() {
        return "http://localhost:" + port;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private boolean isReady() {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url() + readyPath))
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
}
