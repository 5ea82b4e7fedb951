package io.projectexport.process.deployment;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.projectexport.export.model.BrokenVersions;
import io.projectexport.export.model.BrokenVersions.BrokenVersion;
import io.projectexport.export.monitoring.Metric;
import io.projectexport.export.monitoring.RecentReading;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Which versions with running projects cannot go on, as a meter and as a detail of health that is up, since a node without them would help nobody. */
@Component
final class ModelsHealthIndicator extends AbstractHealthIndicator implements MeterBinder {

    private final BrokenVersions versions;
    private final RecentReading<Integer> broken;

    ModelsHealthIndicator(BrokenVersions versions) {
        super("Whether running projects find what their models call is not known");
        this.versions = versions;
        this.broken = new RecentReading<>(() -> versions.broken().size(), InstantSource.system());
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up().withDetail("runningVersions", words(versions.broken()));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Metric metric = Metric.MODELS_BROKEN;
        Gauge.builder(metric.id(), broken, reading -> reading.figure(Integer::doubleValue))
                .description(metric.help())
                .register(registry);
    }

    private static String words(List<BrokenVersion> broken) {
        if (broken.isEmpty()) {
            return "all find what they call";
        }
        String which = broken.stream().map(ModelsHealthIndicator::words).collect(Collectors.joining("; "));
        return "%d versions with running projects call what this application does not have: %s"
                .formatted(broken.size(), which);
    }

    private static String words(BrokenVersion version) {
        String problems = version.findings().stream()
                .map(finding -> "%s %s"
                        .formatted(finding.label() == null ? finding.element() : finding.label(), finding.problem()))
                .collect(Collectors.joining(", "));
        String tag = version.tag() == null ? "" : " (%s)".formatted(version.tag());
        return "%s %d%s, %d running: %s"
                .formatted(version.process(), version.number(), tag, version.running(), problems);
    }
}
