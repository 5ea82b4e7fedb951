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

    /** Tells people what an export waits for. */
    public String minuteIsFull() {
        return "Waiting for a free slot within Xero's limit of %d calls a minute.".formatted(callsPerMinute);
    }
}
