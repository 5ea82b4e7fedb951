package io.projectexport.process.delegate;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.projectexport.export.accounting.ExportFailure.Reason;
import io.projectexport.export.monitoring.Metric;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Meters of the runs of an export; what a run led to counts once it is committed, because only then has it happened. */
@Component
final class ExportMeters {

    private static final String SYNCED = "synced";
    private static final String TRIED_AGAIN = "tried_again";
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(15),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1)
    };

    private final MeterRegistry registry;

    ExportMeters(ObjectProvider<MeterRegistry> registry) {
        this.registry = registry.getIfAvailable(SimpleMeterRegistry::new);
        // from the start on, so that the first of a kind is seen as an increase
        Stream.concat(Stream.of(SYNCED, TRIED_AGAIN), Stream.of(Reason.values()).map(ExportMeters::outcome))
                .forEach(this::timer);
    }

    Run begin() {
        return new Run(Timer.start(registry));
    }

    private Timer timer(String outcome) {
        Metric metric = Metric.EXPORTS;
        return Timer.builder(metric.id())
                .description(metric.help())
                .tag("outcome", outcome)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    private static String outcome(Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }

    /** One run, from the job's begin to the end of its transaction. */
    final class Run {

        private final Timer.Sample sample;

        private Run(Timer.Sample sample) {
            this.sample = sample;
        }

        void synced() {
            ends(SYNCED);
        }

        /** Failed for good, or put off. */
        void ended(Reason reason) {
            ends(outcome(reason));
        }

        private void ends(String outcome) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    // what is not committed is done again by the job's next run
                    sample.stop(timer(status == STATUS_COMMITTED ? outcome : TRIED_AGAIN));
                }
            });
        }
    }
}
