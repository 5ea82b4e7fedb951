package io.projectexport.faults;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Counts what the clients were answered, and keeps what nobody should have been. */
final class ClientAnswers {

    private final Map<String, Integer> counts = new TreeMap<>();
    private final Queue<String> unexpected = new ConcurrentLinkedQueue<>();

    /**
     * An answer to a request.
     *
     * @param body as it came
     */
    record ClientAnswer(int status, String body) {}

    synchronized void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    /** Counts the answer to that kind of request; whether it was one of these. */
    boolean expect(String request, ClientAnswer answer, List<Integer> statuses) {
        count(request + ": " + answer.status());
        boolean isExpected = statuses.contains(answer.status());
        if (!isExpected) {
            unexpected.add("%s was answered %d %s".formatted(request, answer.status(), answer.body()));
        }
        return isExpected;
    }

    /** Something else that a person should not have seen. */
    void unexpected(String what) {
        unexpected.add(what);
    }

    synchronized Map<String, Integer> counts() {
        return new TreeMap<>(counts);
    }

    List<String> unexpected() {
        return List.copyOf(unexpected);
    }
}
