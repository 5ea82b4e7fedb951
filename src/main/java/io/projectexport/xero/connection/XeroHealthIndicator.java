package io.projectexport.xero.connection;

import io.projectexport.export.connection.ConnectionBreak;
import io.projectexport.export.connection.ConnectionBreaks;
import io.projectexport.export.connection.ConnectionState;
import io.projectexport.export.connection.ConnectionState.Status;
import io.projectexport.export.connection.XeroConnection;
import java.util.Optional;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;

/** Down while an administrator has to connect Xero or to repair the connection; asks the database only, so that probes cost no calls. */
class XeroHealthIndicator extends AbstractHealthIndicator {

    private final Optional<XeroConnection> consent;
    private final ConnectionBreaks breaks;

    /** @param consent empty for a custom connection */
    XeroHealthIndicator(Optional<XeroConnection> consent, ConnectionBreaks breaks) {
        super("The connection to Xero could not be read");
        this.consent = consent;
        this.breaks = breaks;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Status stands =
                consent.map(XeroConnection::state).map(ConnectionState::status).orElse(Status.CONNECTED);
        Optional<ConnectionBreak> broken = breaks.find().filter(ConnectionBreak::isBroken);
        Status status = stands == Status.CONNECTED && broken.isPresent() ? Status.BROKEN : stands;
        health.status(status == Status.CONNECTED ? "UP" : "DOWN").withDetail("connection", status);
        broken.ifPresent(known -> health.withDetail("problem", known.why()).withDetail("since", known.since()));
    }
}
