package io.projectexport.benchmark.cycle;

import io.projectexport.benchmark.cycle.CycleFigures.Load;
import io.projectexport.benchmark.cycle.Growth.Cost;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * How the cycle and its statements grow, as Markdown.
 *
 * @param rows what the grown database has
 * @param costs those that have grown the most first
 */
record GrowthReport(String about, String rows, CycleFigures empty, CycleFigures grown, List<Cost> costs) {

    private static final int SHOWN = 15;

    /** Milliseconds of a cycle, below which growth is noise. */
    private static final double NOISE = 0.05;

    @Override
    public String toString() {
        return "%n%s%n%s%n%n| | empty database | grown database | ratio |%n|---|---|---|---|%n".formatted(about, rows)
                + speed("many clients", Load.MANY_CLIENTS)
                + speed("one client", Load.ONE_CLIENT)
                + line("database time per cycle, ms", sum(Cost::onEmpty), sum(Cost::onGrown))
                + "%n| statement that takes longer | ms per cycle, empty | grown |%n|---|---|---|%n".formatted()
                + slower().stream().map(GrowthReport::line).collect(Collectors.joining())
                + slower().stream().map(GrowthReport::plan).collect(Collectors.joining());
    }

    private String speed(String clients, Load load) {
        return line("cycles/s, " + clients, empty.cyclesPerSecond(load), grown.cyclesPerSecond(load))
                + line("accept → Xero, " + clients + ", p50, ms", empty.toXero(load, 50), grown.toXero(load, 50))
                + line("accept → Xero, " + clients + ", p95, ms", empty.toXero(load, 95), grown.toXero(load, 95));
    }

    private double sum(ToDoubleFunction<Cost> cost) {
        return costs.stream().mapToDouble(cost).sum();
    }

    private List<Cost> slower() {
        return costs.stream().limit(SHOWN).filter(cost -> cost.growth() > NOISE).toList();
    }

    private static String line(String what, double empty, double grown) {
        return String.format(Locale.ROOT, "| %s | %.1f | %.1f | %.2f |%n", what, empty, grown, grown / empty);
    }

    private static String line(Cost cost) {
        return String.format(
                Locale.ROOT, "| `%.120s` | %.3f | %.3f |%n", oneLine(cost), cost.onEmpty(), cost.onGrown());
    }

    private static String plan(Cost cost) {
        return "%n%s%n%n%s%n".formatted(oneLine(cost), cost.plan());
    }

    private static String oneLine(Cost cost) {
        return cost.statement().replaceAll("\\s+", " ");
    }
}
