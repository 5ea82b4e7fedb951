package io.projectexport.faults;

import io.projectexport.faults.CarefulClient.UnexpectedAnswerException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** People who submit a project, find it, accept it, and wait until it is in Xero, one after the other, for a while. */
final class LoadClients {

    /** A node that was killed keeps its exports for longer; nobody waits for these. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final AtomicInteger numbers = new AtomicInteger();
    private final Collection<UUID> accepted = new ConcurrentLinkedQueue<>();
    private final CarefulClient client;
    private final int clients;

    LoadClients(CarefulClient client, int clients) {
        this.client = client;
        this.clients = clients;
    }

    /**
     * What became of a while.
     *
     * @param toXero of each cycle, from its acceptance until it was seen Synced
     * @param late how many were not Synced when nobody waited any more
     */
    record Worked(Duration took, List<Duration> toXero, int late) {

        double perSecond() {
            return toXero.size() * 1e9 / took.toNanos();
        }

        /** By the nearest rank, in milliseconds. */
        long percentile(int percent) {
            List<Duration> sorted = toXero.stream().sorted().toList();
            int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
            return sorted.isEmpty() ? 0 : sorted.get(Math.max(0, rank - 1)).toMillis();
        }
    }

    /** Works as fast as it goes. */
    Worked hurry(Duration time) {
        return work(time, 0);
    }

    /** Begins so many cycles a second, as far as all clients together come to that. */
    Worked work(Duration time, double perSecond) {
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger late = new AtomicInteger();
        Collection<Duration> toXero = new ConcurrentLinkedQueue<>();
        long begin = System.nanoTime();
        byAllClients(() -> {
            while (isDue(begin, time, perSecond == 0 ? 0 : (long) (begun.getAndIncrement() * 1e9 / perSecond))) {
                cycle(toXero, late);
            }
        });
        return new Worked(Duration.ofNanos(System.nanoTime() - begin), new ArrayList<>(toXero), late.get());
    }

    /** Waits until then; false when that is after the end. */
    private static boolean isDue(long begin, Duration time, long nanosAfterBegin) {
        long wait = nanosAfterBegin - (System.nanoTime() - begin);
        if (nanosAfterBegin < time.toNanos() && wait > 0) {
            Eventually.pause(Duration.ofNanos(wait));
        }
        return Math.max(nanosAfterBegin, System.nanoTime() - begin) < time.toNanos();
    }

    private void byAllClients(Runnable work) {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            CompletableFuture.allOf(IntStream.range(0, clients)
                            .mapToObj(number -> CompletableFuture.runAsync(work, threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } finally {
            threads.shutdownNow();
        }
    }

    private void cycle(Collection<Duration> toXero, AtomicInteger late) {
        String number = "L-%06d".formatted(numbers.incrementAndGet());
        try {
            client.submit(FaultProjects.project(number, "Load run " + number, ""));
            UUID exportId = client.find(number);
            long begin = System.nanoTime();
            client.accept(exportId);
            accepted.add(exportId);
            if (Eventually.within(LONGEST_WAIT, () -> isSynced(exportId))) {
                toXero.add(Duration.ofNanos(System.nanoTime() - begin));
            } else {
                late.incrementAndGet();
            }
        } catch (UnexpectedAnswerException kept) {
            Eventually.pause(BETWEEN_LOOKS);
        }
    }

    private boolean isSynced(UUID exportId) {
        Eventually.pause(BETWEEN_LOOKS);
        return client.status(exportId).equals("SYNCED");
    }

    List<UUID> accepted() {
        return List.copyOf(accepted);
    }
}
