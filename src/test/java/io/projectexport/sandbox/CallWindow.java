package io.projectexport.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts the calls of the last minute, or day. */
final class CallWindow {

    private final Duration length;
    private final Deque<Instant> calls = new ArrayDeque<>();
    private int limit;

    CallWindow(Duration length, int limit) {
        this.length = length;
        this.limit = limit;
    }

    void limit(int calls) {
        limit = calls;
    }

    void add(Instant now) {
        calls.addLast(now);
    }

    int remaining(Instant now) {
        while (!calls.isEmpty() && !calls.peekFirst().plus(length).isAfter(now)) {
            calls.removeFirst();
        }
        return Math.max(0, limit - calls.size());
    }

    /** How long until the oldest call leaves the window. */
    Duration untilFree(Instant now) {
        return calls.isEmpty()
                ? length
                : Duration.between(now, calls.peekFirst().plus(length));
    }
}
