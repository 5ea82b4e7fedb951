package io.projectexport.benchmark.cycle;

import io.projectexport.benchmark.cycle.CycleFigures.Load;
import java.time.Duration;
import java.util.Locale;

/**
 * The table of a run, as Markdown; ratios say how many times the bare system's figure ours is.
 *
 * @param run what was run on what
 * @param twoOnEmpty how long two of our nodes took to start on an empty database
 */
record ComparisonReport(String run, CycleFigures bare, CycleFigures product, Duration twoOnEmpty) {

    @Override
    public String toString() {
        double bareAtOnce = bare.cyclesPerSecond(Load.MANY_CLIENTS);
        return "\n" + run + "\n\n| | bare Camunda | this product | ratio |\n|---|---|---|---|\n"
                + line("cycles/s, many clients", bareAtOnce, product.cyclesPerSecond(Load.MANY_CLIENTS))
                + line(
                        "cycles/s, one client",
                        bare.cyclesPerSecond(Load.ONE_CLIENT),
                        product.cyclesPerSecond(Load.ONE_CLIENT))
                + line("cycles/s, bulk calls by many clients", bareAtOnce, product.cyclesPerSecond(Load.BULK))
                + toXero("many clients", Load.MANY_CLIENTS)
                + toXero("one client", Load.ONE_CLIENT)
                + line(
                        "statements per cycle",
                        bare.perCycle().statements(),
                        product.perCycle().statements())
                + line(
                        "commits per cycle",
                        bare.perCycle().commits(),
                        product.perCycle().commits())
                + line(
                        "database time per cycle, ms",
                        bare.perCycle().milliseconds(),
                        product.perCycle().milliseconds())
                + line("start on an existing database, s", bare.start(), product.start())
                + String.format(
                        Locale.ROOT,
                        "| two nodes at once on an empty database, s | | %.1f | |%n",
                        twoOnEmpty.toMillis() / 1e3);
    }

    private String toXero(String clients, Load load) {
        return line("accept → Xero, " + clients + ", p50, ms", bare.toXero(load, 50), product.toXero(load, 50))
                + line("accept → Xero, " + clients + ", p95, ms", bare.toXero(load, 95), product.toXero(load, 95));
    }

    private static String line(String what, double bare, double product) {
        return String.format(Locale.ROOT, "| %s | %.1f | %.1f | %.2f |%n", what, bare, product, product / bare);
    }
}
