package io.projectexport.persistence.pool;

import io.projectexport.export.outage.DatabaseOutage;
import io.projectexport.export.outage.DatabaseOutage.Kind;
import io.projectexport.export.outage.OutageReports;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Log of outages: a line when one begins and a line when it is over. Everybody who needs the database fails meanwhile, again and again, so that
 * a line for each would bury what else there is to read.
 */
@Component
class OutageLog implements OutageReports {

    private static final Logger log = LoggerFactory.getLogger(OutageLog.class);

    /** Without a failure for so long, it is over; connections that are dropped one after the other are one outage. */
    private static final Duration QUIET = Duration.ofSeconds(10);

    private final Map<Kind, Outage> open = new EnumMap<>(Kind.class);
    private volatile boolean isOver = true;

    /** One that has begun, by {@code System.nanoTime()}. */
    private static final class Outage {

        private final long since = System.nanoTime();
        private final Map<Work, Integer> failed = new EnumMap<>(Work.class);
        private long last = since;

        boolean isOver() {
            return System.nanoTime() - last > QUIET.toNanos();
        }

        String told() {
            String all = failed.entrySet().stream()
                    .map(one -> one.getValue() + " " + one.getKey().plural())
                    .collect(Collectors.joining(", "));
            return all.isEmpty() ? "nothing of its own" : all;
        }
    }

    @Override
    public synchronized void count(DatabaseOutage outage, Work work) {
        note(outage).failed.merge(work, 1, Integer::sum);
    }

    /** Makes sure that it is told. */
    synchronized Outage note(DatabaseOutage met) {
        Outage outage = open.computeIfAbsent(met.kind(), kind -> {
            log.error(
                    "{}: {}. What fails by that is counted until it is over.",
                    kind.sentence(),
                    StringUtils.trimTrailingCharacter(met.cause(), '.'));
            return new Outage();
        });
        outage.last = System.nanoTime();
        isOver = false;
        return outage;
    }

    /** The database has given somebody a connection. */
    void answered() {
        if (!isOver) {
            end();
        }
    }

    private synchronized void end() {
        open.entrySet().removeIf(one -> {
            Outage outage = one.getValue();
            if (outage.isOver()) {
                log.warn(
                        "{}. In {} s this had failed: {}",
                        one.getKey().over(),
                        Duration.ofNanos(outage.last - outage.since).toSeconds(),
                        outage.told());
            }
            return outage.isOver();
        });
        isOver = open.isEmpty();
    }
}
