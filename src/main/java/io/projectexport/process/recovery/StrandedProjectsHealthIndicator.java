package io.projectexport.process.recovery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.projectexport.export.recovery.StrandedProjects;
import io.projectexport.export.recovery.StrandedProjects.Stranded;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Projects without a running process, as health and as a meter: down as long as there are any, because nothing repairs them by itself. */
@Component
final class StrandedProjectsHealthIndicator extends AbstractHealthIndicator implements MeterBinder {

    private final StrandedProjects stranded;

    StrandedProjectsHealthIndicator(StrandedProjects stranded) {
        super("The projects without a process could not be counted");
        this.stranded = stranded;
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
        Gauge.builder("project.export.projects.stranded", stranded, StrandedProjects::count)
                .description("Projects that are not over and have no running process")
                .register(registry);
    }
}
