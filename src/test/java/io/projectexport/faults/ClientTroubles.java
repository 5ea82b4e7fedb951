package io.projectexport.faults;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What people got to see of faults: how often they were told to try again, how long an answer took at most, and what nobody should see. */
final class ClientTroubles {

    /** A minute's silence of the database is no reason for one of the application. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Map<Integer, Integer> answers = new TreeMap<>();
    private final List<String> violations = new ArrayList<>();
    private Duration slowest = Duration.ZERO;

    synchronized void answered(String what, int status, HttpHeaders headers, String body, Duration took) {
        answers.merge(status, 1, Integer::sum);
        slowest = took.compareTo(slowest) > 0 ? took : slowest;
        if (status >= 500 && status != 503) {
            violations.add("%s was answered %d: %s".formatted(what, status, body));
        }
        if (status == 503 && headers.firstValue("Retry-After").isEmpty()) {
            violations.add("%s was answered 503 without Retry-After: %s".formatted(what, body));
        }
        if (took.compareTo(LONGEST) > 0) {
            violations.add("%s was answered %d after %d s".formatted(what, status, took.toSeconds()));
        }
    }

    synchronized List<String> violations() {
        return List.copyOf(violations);
    }

    @Override
    public synchronized String toString() {
        return "%s, the slowest after %d ms".formatted(answers, slowest.toMillis());
    }
}
