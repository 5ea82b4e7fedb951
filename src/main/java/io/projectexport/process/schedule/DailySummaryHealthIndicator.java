package io.projectexport.process.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Whether the daily summary is still going to run; down where it is not, since nobody misses a mail that never comes. */
@Component
final class DailySummaryHealthIndicator extends AbstractHealthIndicator {

    /** Probes come every few seconds. */
    private static final Duration KNOWN_FOR = Duration.ofMinutes(1);

    private record Known(Optional<String> problem, Instant at) {}

    private final SummaryRun run;
    private final InstantSource clock;
    private volatile Known last = new Known(Optional.empty(), Instant.MIN);

    DailySummaryHealthIndicator(SummaryRun run, Clock clock) {
        super("Whether the daily summary runs could not be read");
        this.run = run;
        this.clock = clock;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        problem().ifPresent(problem -> health.down().withDetail("problem", problem));
    }

    private Optional<String> problem() {
        Instant now = clock.instant();
        if (last.at().isBefore(now.minus(KNOWN_FOR))) {
            last = new Known(run.problem(), now);
        }
        return last.problem();
    }
}
