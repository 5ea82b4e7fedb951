package io.projectexport.process.shipped;

import io.projectexport.export.version.KeptVersion;
import io.projectexport.export.version.ShippedModels;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Which models go on as administrators deployed them instead of as released; details of health that is up all the same. */
@Component
final class ModelVersionsHealthIndicator extends AbstractHealthIndicator {

    /** Since files are compared for it, and probes come every few seconds. */
    private static final Duration KNOWN_FOR = Duration.ofMinutes(1);

    private record Kept(List<String> sentences, Instant at) {}

    private final ShippedModels models;
    private final KeptNotice notice;
    private final InstantSource clock;
    private volatile Kept last = new Kept(List.of(), Instant.MIN);

    ModelVersionsHealthIndicator(ShippedModels models, KeptNotice notice, Clock clock) {
        super("The versions of the models could not be compared");
        this.models = models;
        this.notice = notice;
        this.clock = clock;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up().withDetail("kept", kept());
    }

    private List<String> kept() {
        Instant now = clock.instant();
        if (last.at().isBefore(now.minus(KNOWN_FOR))) {
            List<KeptVersion> kept = models.kept();
            last = new Kept(kept.stream().map(notice::sentence).toList(), now);
        }
        return last.sentences();
    }
}
