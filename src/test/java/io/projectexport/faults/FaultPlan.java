package io.projectexport.faults;

import static java.util.function.Predicate.not;

import io.projectexport.sandbox.DemoSwitches.Switch;
import io.projectexport.sandbox.SwitchGroup;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much of everything a fault run has, as the system properties of these names say.
 *
 * @param exports projects that are submitted and accepted
 * @param kills nodes that are killed
 * @param databaseFaults restarts, fail-overs, dropped connections and pauses of the database
 * @param longestPause of the database
 * @param lock of the engine's jobs, after which a node that was killed loses them
 * @param seed what all chance comes from
 * @param habits those that Xero has now and then, divided by commas; blank for none
 */
record FaultPlan(
        int exports,
        int kills,
        int databaseFaults,
        Duration longestPause,
        Duration lock,
        long seed,
        List<Switch> habits) {

    /** About what a node needs to be killed, started again, and at work for a while. */
    private static final Duration PER_KILL = Duration.ofSeconds(15);

    /** About what it takes, until the nodes say that it is over. */
    private static final Duration PER_DATABASE_FAULT = Duration.ofSeconds(30);

    /** What delays or fails an export, at worst, but never lets a promise down; what goes wrong with single calls is in {@link RandomFaults}. */
    private static final List<Switch> HARMLESS = Stream.concat(
                    Arrays.stream(Switch.values()).filter(each -> each.group() == SwitchGroup.NAMES),
                    Stream.of(
                            Switch.ALTER_NAMES,
                            Switch.CLOCK_BEHIND,
                            Switch.FORGETS_KEYS,
                            Switch.ARCHIVED_CONTACTS,
                            Switch.BLANKS_IN_CONTACTS,
                            Switch.SEARCH_IGNORED,
                            Switch.UNKNOWN_VALUES,
                            Switch.UNREADABLE_ITEM))
            .toList();

    static FaultPlan given() {
        return new FaultPlan(
                Integer.getInteger("exports", 40),
                Integer.getInteger("kills", 2),
                Integer.getInteger("databaseFaults", 2),
                Duration.ofSeconds(Integer.getInteger("longestPause", 6)),
                Duration.ofSeconds(Integer.getInteger("lock", (int) Installation.JOB_LOCK.toSeconds())),
                Long.getLong("seed", System.currentTimeMillis()),
                habits(System.getProperty("habits")));
    }

    private static List<Switch> habits(String names) {
        return names == null
                ? HARMLESS
                : Arrays.stream(names.split(","))
                        .map(String::strip)
                        .filter(not(String::isEmpty))
                        .map(Switch::valueOf)
                        .toList();
    }

    /** The pause between two acceptances, so that there is work at every fault. */
    Duration pace() {
        Duration all = PER_KILL.multipliedBy(Math.max(1, kills)).plus(PER_DATABASE_FAULT.multipliedBy(databaseFaults));
        return all.dividedBy(exports);
    }

    /** How long everything may take to come to its end once Xero is well again. */
    Duration toSettle() {
        return Duration.ofSeconds(60 + exports / 5);
    }
}
