package io.projectexport.benchmark;

import java.time.Duration;
import java.util.List;

/** How long the answers to one request took. */
record Times(MeasuredRequest request, List<Duration> sorted) {

    Times {
        sorted = sorted.stream().sorted().toList();
    }

    double median() {
        return percentile(50);
    }

    /** Milliseconds within which so many percent of the answers came, by the nearest rank. */
    double percentile(int percent) {
        int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
        return sorted.get(rank - 1).toNanos() / 1e6;
    }
}
