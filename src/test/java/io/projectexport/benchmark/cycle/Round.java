package io.projectexport.benchmark.cycle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Some clients at work at the same time, each of which begins with the next projects when Xero has its last ones.
 *
 * @param perCall how many projects a client submits, finds and accepts with one call each
 * @param cycles how many projects all clients together get to Xero
 */
record Round(int clients, int perCall, int cycles) {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    /**
     * What came out.
     *
     * @param cycles how many projects got to Xero
     * @param took from the first submission until Xero had the last job
     * @param toXero of each call that accepts, from its beginning until Xero had the last of its jobs
     */
    record Outcome(int cycles, Duration took, List<Duration> toXero) {

        double perSecond() {
            return cycles * 1e9 / took.toNanos();
        }
    }

    Outcome run(MeasuredSystem system, CreatedJobs created) {
        int calls = (cycles + perCall - 1) / perCall;
        AtomicInteger left = new AtomicInteger(calls);
        Queue<Duration> toXero = new ConcurrentLinkedQueue<>();
        long begin = System.nanoTime();
        byAllClients(() -> {
            while (left.getAndDecrement() > 0) {
                toXero.add(cycle(system, created));
            }
        });
        return new Outcome(calls * perCall, Duration.ofNanos(System.nanoTime() - begin), List.copyOf(toXero));
    }

    private void byAllClients(Runnable work) {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            CompletableFuture.allOf(IntStream.range(0, clients)
                            .mapToObj(client -> CompletableFuture.runAsync(work, threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } finally {
            threads.shutdownNow();
        }
    }

    private Duration cycle(MeasuredSystem system, CreatedJobs created) {
        List<CycleProject> projects = projects();
        system.submit(projects);
        List<String> found = system.find(projects);
        if (found.size() != projects.size()) {
            throw new IllegalStateException("Found %s of %s".formatted(found, projects));
        }
        long begin = System.nanoTime();
        system.accept(found);
        long end = projects.stream().mapToLong(created::await).max().orElseThrow();
        return Duration.ofNanos(end - begin);
    }

    private List<CycleProject> projects() {
        int batch = NUMBERS.incrementAndGet();
        List<CycleProject> projects = new ArrayList<>();
        for (int number = 1; number <= perCall; number++) {
            projects.add(new CycleProject("B%06d-%03d".formatted(batch, number), "Harbour Bridge"));
        }
        return projects;
    }
}
