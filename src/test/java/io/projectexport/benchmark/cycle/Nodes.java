package io.projectexport.benchmark.cycle;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The processes of one system. */
final class Nodes implements AutoCloseable {

    private final String name;
    private final List<String> program;
    private final List<String> settings;
    private final String readyPath;
    private List<ServerProcess> processes = List.of();

    /** Not started yet; see {@link ServerProcess}. */
    Nodes(String name, List<String> program, List<String> settings, String readyPath) {
        this.name = name;
        this.program = program;
        this.settings = settings;
        this.readyPath = readyPath;
    }

    /** Starts so many at the same moment; how long until the last of them takes requests. */
    Duration start(int count) {
        processes = IntStream.rangeClosed(1, count)
                .mapToObj(number -> new ServerProcess(name + "-" + number, program, settings, readyPath))
                .toList();
        return processes.stream()
                .map(ServerProcess::awaitReady)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    List<String> urls() {
        return processes.stream().map(ServerProcess::url).toList();
    }

    @Override
    public void close() {
        processes.forEach(ServerProcess::close);
    }
}
