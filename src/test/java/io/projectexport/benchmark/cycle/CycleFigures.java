package io.projectexport.benchmark.cycle;

import io.projectexport.benchmark.cycle.MeasuredDatabase.Counts;
import io.projectexport.benchmark.cycle.Round.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was measured of one system; of several rounds, the median counts. */
final class CycleFigures {

    /** How its clients worked. */
    enum Load {
        MANY_CLIENTS,
        ONE_CLIENT,
        BULK
    }

    private final Map<Load, List<Outcome>> rounds = new EnumMap<>(Load.class);
    private final List<Duration> starts = new ArrayList<>();
    private Counts perCycle;

    void add(Load load, Outcome outcome) {
        rounds.computeIfAbsent(load, key -> new ArrayList<>()).add(outcome);
    }

    void addStart(Duration took) {
        starts.add(took);
    }

    void count(Counts ofOneCycle) {
        perCycle = ofOneCycle;
    }

    Counts perCycle() {
        return perCycle;
    }

    /** The median; 0 when it did not work so. */
    double cyclesPerSecond(Load load) {
        return percentile(
                50,
                rounds.getOrDefault(load, List.of()).stream()
                        .map(Outcome::perSecond)
                        .toList());
    }

    /** Milliseconds from an acceptance until Xero had the job, of all rounds together. */
    double toXero(Load load, int percent) {
        return percentile(
                percent,
                rounds.getOrDefault(load, List.of()).stream()
                        .flatMap(round -> round.toXero().stream())
                        .map(took -> took.toNanos() / 1e6)
                        .toList());
    }

    /** The median in seconds. */
    double start() {
        return percentile(50, starts.stream().map(took -> took.toMillis() / 1e3).toList());
    }

    /** By the nearest rank. */
    private static double percentile(int percent, List<Double> values) {
        int rank = (int) Math.ceil(percent / 100.0 * values.size());
        return values.stream().sorted().skip(Math.max(0, rank - 1)).findFirst().orElse(0.0);
    }
}
