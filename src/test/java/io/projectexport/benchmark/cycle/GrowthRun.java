package io.projectexport.benchmark.cycle;

import io.projectexport.benchmark.ManyProjects;
import io.projectexport.benchmark.cycle.CycleFigures.Load;
import io.projectexport.sandbox.SandboxXero;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Measures the cycle on an empty database beside one after years of work; it fills that for many minutes, so that it runs by its name only. */
@Tag("benchmark")
class GrowthRun {

    private static final int ROUNDS = 5;

    /** Gives each project that waits a timer, among which due jobs are looked for. */
    private static final String TIMERS = "escalate-after-days=30";

    private final int cycles = Integer.getInteger("cycles", 300);
    private final int warmUp = Integer.getInteger("warmUp", cycles);
    private final int clients = Integer.getInteger("clients", 8);
    private final int finished = Integer.getInteger("finished", 1_000_000);
    private final int waiting = Integer.getInteger("waiting", 20_000);

    @Test
    void every_project_gets_to_xero_on_an_empty_and_on_a_grown_database() {
        try (MeasuredDatabase database = new MeasuredDatabase();
                SandboxXero xero = new SandboxXero(0);
                ProductSystem empty = new ProductSystem("empty", database, xero, TIMERS);
                ProductSystem grown = new ProductSystem("grown", database, xero, TIMERS)) {
            Growth growth = new Growth(database, new CreatedJobs(xero), empty, grown);
            growth.start();
            ManyProjects projects = new ManyProjects(database.dataSource(grown.database()), finished, waiting);
            growth.fill(projects);
            String rows = projects.rows();
            growth.warmUp(rounds(warmUp));
            database.countAnew();
            IntStream.range(0, ROUNDS).forEach(round -> growth.measure(rounds(Math.max(1, cycles / ROUNDS))));
            System.out.println(
                    new GrowthReport(about(database), rows, growth.ofEmpty(), growth.ofGrown(), growth.costs()));
        }
    }

    private Map<Load, Round> rounds(int cyclesAtOnce) {
        return Map.of(
                Load.MANY_CLIENTS, new Round(clients, 1, cyclesAtOnce),
                Load.ONE_CLIENT, new Round(1, 1, Math.max(1, cyclesAtOnce / 3)));
    }

    private String about(MeasuredDatabase database) {
        return String.format(
                Locale.ROOT,
                "%d cycles, %d clients, one node of each; PostgreSQL %s, %d processors, load %.1f",
                cycles,
                clients,
                database.version(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
