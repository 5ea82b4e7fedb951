package io.projectexport.persistence.monitoring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.projectexport.export.monitoring.Backlog;
import io.projectexport.export.monitoring.Backlogs;
import io.projectexport.export.monitoring.Metric;
import io.projectexport.export.monitoring.RecentReading;
import io.projectexport.export.project.ExportStatus;
import java.time.Clock;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gauges of the backlog, by one statement for all of them. */
@Component
final class BacklogMeters implements MeterBinder {

    private final RecentReading<Backlog> backlog;

    BacklogMeters(Backlogs backlogs, Clock clock) {
        backlog = new RecentReading<>(backlogs::read, clock);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Stream.of(ExportStatus.values())
                .forEach(status -> gauge(Metric.PROJECTS, now -> now.projects().get(status))
                        .tag("status", status.name().toLowerCase(Locale.ROOT))
                        .register(registry));
        gauge(Metric.OLDEST_WAITING, now -> now.oldestWaiting().toSeconds()).register(registry);
        gauge(Metric.OLDEST_EXPORTING, now -> now.oldestExporting().toSeconds()).register(registry);
        gauge(Metric.EXPORTS_QUEUED, Backlog::exportsQueued).register(registry);
        gauge(Metric.MAILS_WAITING, Backlog::mailsWaiting).register(registry);
        gauge(Metric.MAILS_UNDELIVERED, Backlog::mailsUndelivered).register(registry);
        gauge(Metric.SUMMARIES_TODAY, Backlog::summariesToday).register(registry);
        gauge(Metric.JOBS_OVERDUE, Backlog::jobsOverdue).register(registry);
        gauge(Metric.JOBS_FAILED, Backlog::jobsFailed).register(registry);
        gauge(Metric.INCIDENTS, Backlog::incidents).register(registry);
    }

    private Gauge.Builder<RecentReading<Backlog>> gauge(Metric metric, ToDoubleFunction<Backlog> figure) {
        return Gauge.builder(metric.id(), backlog, reading -> reading.figure(figure))
                .description(metric.help())
                .baseUnit(metric.unit());
    }
}
