package io.projectexport.export.ratelimit;

import java.time.Duration;

/**
 * The rate limits that Xero sets for one organisation.
 *
 * @param organisation whose calls are counted together, on all nodes
 * @param callsPerMinute in any 60 seconds
 * @param concurrentCalls at the same time
 * @param longestCall for how long a call can run; one that has not ended by then has died with its node
 */
public record RateLimits(String organisation, int callsPerMinute, int concurrentCalls, Duration longestCall) {

    /** More of them on one node would need more threads and database connections than it is good for. */
    private static final int MOST_OF_NODE = 20;

    /** How many exports of one node may be at their calls at a time. */
    public static int callsOfNode(int concurrentCalls) {
        return Math.min(concurrentCalls, MOST_OF_NODE);
    }

    /** Tells people what an export waits for. */
    public String tooManyAtATime() {
        return "Waiting until fewer than %d calls to Xero run at a time.".formatted(concurrentCalls);
    }

    /** Tells people what an export waits for. */
    public String minuteIsFull() {
        return "Waiting for a free slot within Xero's limit of %d calls a minute.".formatted(callsPerMinute);
    }
}
