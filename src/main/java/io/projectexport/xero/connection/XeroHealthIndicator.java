package io.projectexport.xero.connection;

import io.projectexport.export.connection.ConnectionState;
import io.projectexport.export.connection.XeroConnection;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;

/** Down while an administrator has to connect Xero; asks the database only, so that probes cost no calls. */
class XeroHealthIndicator extends AbstractHealthIndicator {

    private final XeroConnection connection;

    XeroHealthIndicator(XeroConnection connection) {
        super("The connection to Xero could not be read");
        this.connection = connection;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        ConnectionState.Status status = connection.state().status();
        health.status(status == ConnectionState.Status.CONNECTED ? "UP" : "DOWN")
                .withDetail("connection", status);
    }
}
