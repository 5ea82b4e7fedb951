package io.projectexport.process.job;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/**
 * Bulkhead in front of Xero: as many exports of this node run as may call at a time. Others wait here in the order in which they came, and
 * hold neither a thread nor a transaction meanwhile; their lock is renewed, so that they stay with this node.
 */
final class ExportTurns {

    private final int atATime;
    private final Queue<String> waiting = new ArrayDeque<>();
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
        waiting.add(jobId);
        return false;
    }

    /** Those that wait, which have no turn any more. */
    synchronized List<String> giveUp() {
        List<String> left = List.copyOf(waiting);
        waiting.clear();
        return left;
    }

    /** Ends a turn; the job whose turn has come with that. */
    synchronized Optional<String> leave() {
        running--;
        Optional<String> next = Optional.ofNullable(waiting.poll());
        next.ifPresent(jobId -> {
            running++;
            called.add(jobId);
        });
        return next;
    }
}
