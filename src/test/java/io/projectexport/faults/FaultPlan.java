package io.projectexport.faults;

import java.time.Duration;

/**
 * How much of everything a fault run has, as the system properties of these names say.
 *
 * @param exports projects that are submitted and accepted
 * @param kills nodes that are killed
 * @param seed what all chance comes from
 */
record FaultPlan(int exports, int kills, long seed) {

    /** About what a node needs to be killed, started again, and at work for a while. */
    private static final Duration PER_KILL = Duration.ofSeconds(15);

    static FaultPlan given() {
        return new FaultPlan(
                Integer.getInteger("exports", 40),
                Integer.getInteger("kills", 2),
                Long.getLong("seed", System.currentTimeMillis()));
    }

    /** The pause between two acceptances, so that there is work at every kill. */
    Duration pace() {
        return PER_KILL.multipliedBy(Math.max(1, kills)).dividedBy(exports);
    }

    /** How long everything may take to come to its end once Xero is well again. */
    Duration toSettle() {
        return Duration.ofSeconds(60 + exports / 5);
    }
}
