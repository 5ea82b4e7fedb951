package io.projectexport.benchmark.cycle;

import io.projectexport.benchmark.cycle.CycleFigures.Load;
import io.projectexport.sandbox.SandboxXero;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Measures this product beside a bare Camunda; it takes minutes, so that it runs by its name only. */
@Tag("benchmark")
class BareCamundaRun {

    private static final int ROUNDS = 5;

    private final int cycles = Integer.getInteger("cycles", 300);
    private final int warmUp = Integer.getInteger("warmUp", cycles);
    private final int clients = Integer.getInteger("clients", 8);
    private final int perCall = Integer.getInteger("bulk", 50);
    private final int nodes = Integer.getInteger("nodes", 1);
    private final int starts = Integer.getInteger("starts", 3);

    @Test
    void every_project_gets_to_xero_and_the_figures_of_both_are_printed() {
        try (MeasuredDatabase database = new MeasuredDatabase();
                SandboxXero xero = new SandboxXero(0);
                BareSystem bare = new BareSystem(database, xero);
                ProductSystem product = new ProductSystem("product", database, xero);
                ProductSystem pair = new ProductSystem("pair", database, xero)) {
            Comparison comparison = new Comparison(database, new CreatedJobs(xero), bare, product, nodes);
            comparison.start();
            comparison.warmUp(rounds(warmUp));
            IntStream.range(0, ROUNDS).forEach(round -> comparison.measure(rounds(cycles / ROUNDS)));
            comparison.count(new Round(clients, 1, cycles));
            IntStream.range(0, starts).forEach(start -> comparison.startAgain());
            Duration twoOnEmpty = pair.start(2);
            System.out.println(
                    new ComparisonReport(about(database), comparison.ofBare(), comparison.ofProduct(), twoOnEmpty));
        }
    }

    private Map<Load, Round> rounds(int cyclesAtOnce) {
        return Map.of(
                Load.MANY_CLIENTS, new Round(clients, 1, cyclesAtOnce),
                Load.ONE_CLIENT, new Round(1, 1, Math.max(1, cyclesAtOnce / 3)),
                Load.BULK, new Round(clients, perCall, Math.max(cyclesAtOnce, clients * perCall)));
    }

    private String about(MeasuredDatabase database) {
        return String.format(
                Locale.ROOT,
                "%d cycles, %d clients, %d projects in a bulk call, %d node%s of each; PostgreSQL %s, %d processors, load %.1f",
                cycles,
                clients,
                perCall,
                nodes,
                nodes == 1 ? "" : "s",
                database.version(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
