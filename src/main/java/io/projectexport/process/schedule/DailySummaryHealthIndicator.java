package io.projectexport.process.schedule;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.projectexport.export.monitoring.Metric;
import io.projectexport.export.monitoring.RecentReading;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Whether the daily summary is still going to run, in health and as a meter; down where it is not, since nobody misses a mail that never comes. */
@Component
final class DailySummaryHealthIndicator extends AbstractHealthIndicator implements MeterBinder {

    /** Probes come every few seconds. */
    private static final Duration KNOWN_FOR = Duration.ofMinutes(1);

    private record Known(Optional<String> problem, Instant at) {}

    private final SummaryRun run;
    private final InstantSource clock;
    private final RecentReading<Boolean> planned;
    private volatile Known last = new Known(Optional.empty(), Instant.MIN);

    DailySummaryHealthIndicator(SummaryRun run, Clock clock) {
        super("Whether the daily summary runs could not be read");
        this.run = run;
        this.clock = clock;
        this.planned = new RecentReading<>(() -> problem().isEmpty(), clock);
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        problem().ifPresent(problem -> health.down().withDetail("problem", problem));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Metric metric = Metric.SUMMARY_PLANNED;
        Gauge.builder(metric.id(), planned, reading -> reading.figure(isPlanned -> isPlanned ? 1 : 0))
                .description(metric.help())
                .register(registry);
    }

    private Optional<String> problem() {
        Instant now = clock.instant();
        if (last.at().isBefore(now.minus(KNOWN_FOR))) {
            last = new Known(run.problem(), now);
        }
        return last.problem();
    }
}
