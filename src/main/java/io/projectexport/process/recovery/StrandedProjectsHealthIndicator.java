package io.projectexport.process.recovery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.projectexport.export.monitoring.Metric;
import io.projectexport.export.monitoring.RecentReading;
import io.projectexport.export.recovery.StrandedProjects;
import io.projectexport.export.recovery.StrandedProjects.Stranded;
import java.time.Clock;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Projects without a running process, as health and as a meter: down as long as there are any, because nothing repairs them by itself. */
@Component
final class StrandedProjectsHealthIndicator extends AbstractHealthIndicator implements MeterBinder {

    private final StrandedProjects stranded;
    private final RecentReading<Long> recent;

    StrandedProjectsHealthIndicator(StrandedProjects stranded, Clock clock) {
        super("The projects without a process could not be counted");
        this.stranded = stranded;
        this.recent = new RecentReading<>(stranded::count, clock);
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        long count = stranded.count();
        health.up().withDetail("count", count);
        if (count > 0) {
            health.down()
                    .withDetail(
                            "projects",
                            stranded.first().stream().map(Stranded::number).toList())
                    .withDetail(
                            "remedy", "Open their pages: an administrator puts them back to a step, or gives them up.");
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Metric metric = Metric.PROJECTS_STRANDED;
        Gauge.builder(metric.id(), recent, reading -> reading.figure(Long::doubleValue))
                .description(metric.help())
                .register(registry);
    }
}
