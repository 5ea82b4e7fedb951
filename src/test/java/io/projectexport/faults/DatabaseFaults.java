package io.projectexport.faults;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** What befalls the database of a fault run, each kind as often as the others, and how much the nodes write about it. */
final class DatabaseFaults {

    /** Outages that follow each other closer are one to the nodes. */
    private static final Duration UNTIL_TOLD = Duration.ofSeconds(13);

    private enum Kind {
        RESTART,
        FAIL_OVER,
        CONNECTIONS_DROPPED,
        PAUSE
    }

    private final Installation installation;
    private final Duration longestPause;
    private final Random random;
    private final Deque<Kind> next = new ArrayDeque<>();
    private final Map<Kind, List<Integer>> lines = new EnumMap<>(Kind.class);

    DatabaseFaults(Installation installation, Duration longestPause, Random random) {
        this.installation = installation;
        this.longestPause = longestPause;
        this.random = random;
    }

    /** Lets the next one happen, and returns when the nodes have said that it is over. */
    void strike() {
        if (next.isEmpty()) {
            List<Kind> all = new ArrayList<>(List.of(Kind.values()));
            Collections.shuffle(all, random);
            next.addAll(all);
        }
        Kind kind = next.remove();
        int before = installation.logLines();
        strike(kind);
        Eventually.pause(UNTIL_TOLD);
        lines.computeIfAbsent(kind, first -> new ArrayList<>()).add(installation.logLines() - before);
    }

    private void strike(Kind kind) {
        PostgresPair postgres = installation.postgres();
        switch (kind) {
            case RESTART -> postgres.restart();
            case FAIL_OVER -> postgres.failOver(Duration.ofMillis(500 + random.nextInt(4000)));
            case CONNECTIONS_DROPPED -> {
                for (int times = 0; times < 10; times++) {
                    postgres.dropConnections();
                    Eventually.pause(Duration.ofMillis(random.nextInt(1000)));
                }
            }
            case PAUSE -> postgres.pause(longestPause.dividedBy(1 + random.nextInt(3)));
        }
    }

    int mostLines() {
        return lines.values().stream()
                .flatMap(List::stream)
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }

    /** Each kind with the lines that all nodes together wrote at each time. */
    @Override
    public String toString() {
        return lines.entrySet().stream()
                .map(kind -> "%s %s".formatted(kind.getKey(), kind.getValue()))
                .collect(Collectors.joining(", "));
    }
}
