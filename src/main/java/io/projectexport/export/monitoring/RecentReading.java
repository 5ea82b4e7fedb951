package io.projectexport.export.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * A reading that is kept for some seconds, so that many gauges and two servers that scrape cost one question. That it failed is kept as
 * well: while the database is away, a scrape waits for it once and not for each gauge.
 */
public final class RecentReading<T> {

    private static final Duration KEPT = Duration.ofSeconds(10);

    private record Kept<T>(Optional<T> value, Instant at) {}

    private final Supplier<T> source;
    private final InstantSource clock;
    private Kept<T> last = new Kept<>(Optional.empty(), Instant.MIN);

    public RecentReading(Supplier<T> source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
    }

    /** A figure of it; not a number where it could not be read. */
    public double figure(ToDoubleFunction<T> figure) {
        return value().map(figure::applyAsDouble).orElse(Double.NaN);
    }

    private synchronized Optional<T> value() {
        if (last.at().isBefore(clock.instant().minus(KEPT))) {
            Optional<T> value = read();
            last = new Kept<>(value, clock.instant());
        }
        return last.value();
    }

    /** Whoever works with what cannot be read says so; figures are only missing. */
    private Optional<T> read() {
        try {
            return Optional.of(source.get());
        } catch (RuntimeException failure) {
            return Optional.empty();
        }
    }
}
