package io.projectexport.process.job;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/**
 * Bulkhead in front of Xero: as many exports of this node run as may call at a time. Others wait here in the order in which they came, and
 * hold neither a thread nor a transaction meanwhile; the engine's lock keeps them for this node.
 */
final class ExportTurns {

    /** Who has waited for longer is left to whoever acquires the job when its lock ends, long enough before which an export has to begin. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private record Waiting(String jobId, long since) {

        boolean isInTime() {
            return System.nanoTime() - since < LONGEST_WAIT.toNanos();
        }
    }

    private final int atATime;
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private final Set<String> called = new HashSet<>();
    private int running;

    ExportTurns(int atATime) {
        this.atATime = atATime;
    }

    /** Whether the job's turn has come after it waited; it has to be ended with {@link #leave}, whatever becomes of the job. */
    synchronized boolean isCalled(String jobId) {
        return called.remove(jobId);
    }

    /** Whether the job may run now; otherwise {@link #leave} of another one names it when its turn has come. */
    synchronized boolean enter(String jobId) {
        if (running < atATime) {
            running++;
            return true;
        }
        waiting.add(new Waiting(jobId, System.nanoTime()));
        return false;
    }

    /** Those that wait, which have no turn any more. */
    synchronized List<String> giveUp() {
        List<String> left = waiting.stream().map(Waiting::jobId).toList();
        waiting.clear();
        return left;
    }

    /** Ends a turn; the job whose turn has come with that. */
    synchronized Optional<String> leave() {
        running--;
        while (!waiting.isEmpty()) {
            Waiting next = waiting.remove();
            if (next.isInTime()) {
                running++;
                called.add(next.jobId());
                return Optional.of(next.jobId());
            }
        }
        return Optional.empty();
    }
}
