package io.projectexport.xero.connection;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.projectexport.export.connection.ConnectionBreak;
import io.projectexport.export.connection.ConnectionBreaks;
import io.projectexport.export.connection.ConnectionState;
import io.projectexport.export.connection.ConnectionState.Status;
import io.projectexport.export.connection.XeroConnection;
import io.projectexport.export.monitoring.Metric;
import io.projectexport.export.monitoring.RecentReading;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;

/**
 * Down while an administrator has to connect Xero or to repair the connection, in health and as a meter; asks the database only, so that
 * probes cost no calls.
 */
class XeroHealthIndicator extends AbstractHealthIndicator implements MeterBinder {

    private static final double SECONDS_OF_DAY = Duration.ofDays(1).toSeconds();

    private record Standing(Status status, Optional<ConnectionBreak> broken, Optional<Instant> endsAt) {

        boolean isConnected() {
            return status == Status.CONNECTED;
        }

        double daysLeft() {
            return endsAt.map(end -> Duration.between(Instant.now(), end).toSeconds() / SECONDS_OF_DAY)
                    .map(days -> Math.max(0, days))
                    .orElse(Double.NaN);
        }
    }

    private final Optional<XeroConnection> consent;
    private final ConnectionBreaks breaks;
    private final RecentReading<Standing> recent = new RecentReading<>(this::standing, InstantSource.system());

    /** @param consent empty for a custom connection */
    XeroHealthIndicator(Optional<XeroConnection> consent, ConnectionBreaks breaks) {
        super("The connection to Xero could not be read");
        this.consent = consent;
        this.breaks = breaks;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Standing now = standing();
        health.status(now.isConnected() ? "UP" : "DOWN").withDetail("connection", now.status());
        now.broken()
                .ifPresent(known -> health.withDetail("problem", known.why()).withDetail("since", known.since()));
        if (!now.isConnected()) {
            health.withDetail("remedy", "An administrator opens /xero/connect, which says what to do.");
        }
    }

    private Standing standing() {
        Status stands =
                consent.map(XeroConnection::state).map(ConnectionState::status).orElse(Status.CONNECTED);
        Optional<ConnectionBreak> broken = breaks.find().filter(ConnectionBreak::isBroken);
        Status status = stands == Status.CONNECTED && broken.isPresent() ? Status.BROKEN : stands;
        return new Standing(status, broken, consent.flatMap(XeroConnection::endsAt));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(Metric.XERO_CONNECTED, now -> now.isConnected() ? 1 : 0, registry);
        gauge(Metric.XERO_CONSENT_LEFT, Standing::daysLeft, registry);
    }

    private void gauge(Metric metric, ToDoubleFunction<Standing> figure, MeterRegistry registry) {
        Gauge.builder(metric.id(), recent, reading -> reading.figure(figure))
                .description(metric.help())
                .baseUnit(metric.unit())
                .register(registry);
    }
}
