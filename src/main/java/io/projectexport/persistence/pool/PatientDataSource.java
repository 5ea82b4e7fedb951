package io.projectexport.persistence.pool;

import com.zaxxer.hikari.HikariDataSource;
import io.projectexport.export.outage.DatabaseOutage;
import io.projectexport.export.outage.RequestProgress;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * Data source in front of the pool that waits for a free connection as long as the database answers, and gives up at once where it does not: a
 * busy moment is worth a wait, an outage is not. Where a person waits, a statement that gets no answer is given up sooner.
 */
final class PatientDataSource extends DelegatingDataSource {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(25);

    private static final Duration LONGEST_WAIT_OF_REQUESTS = Duration.ofSeconds(6);

    /** Far above what any page or decision takes, and a pause that people still wait through. */
    private static final Duration LONGEST_STATEMENT_OF_REQUESTS = Duration.ofSeconds(15);

    private final DatabaseProbe probe;
    private final Supplier<OutageLog> outages;
    private volatile long awayUntil = System.nanoTime();

    PatientDataSource(HikariDataSource pool, Supplier<OutageLog> outages) {
        super(pool);
        this.probe = new DatabaseProbe(pool);
        this.outages = outages;
    }

    /** @throws SQLTransientConnectionException when the database is away, or all connections are busy for too long */
    @Override
    public Connection getConnection() throws SQLException {
        boolean isRequest = RequestProgress.isRequest();
        Connection connection = connection(isRequest ? LONGEST_WAIT_OF_REQUESTS : LONGEST_WAIT);
        try {
            if (isRequest) {
                // the pool sets it back
                connection.setNetworkTimeout(Runnable::run, (int) LONGEST_STATEMENT_OF_REQUESTS.toMillis());
            }
            outages.get().answered();
            return connection;
        } catch (SQLException | RuntimeException failure) {
            JdbcUtils.closeConnection(connection);
            throw failure;
        }
    }

    private Connection connection(Duration longestWait) throws SQLException {
        long deadline = System.nanoTime() + longestWait.toNanos();
        while (true) {
            if (awayUntil - System.nanoTime() > 0) {
                throw new SQLTransientConnectionException("It has not answered a moment ago");
            }
            try {
                return super.getConnection();
            } catch (SQLTransientConnectionException busyOrAway) {
                giveUpWhereItMakesNoSense(deadline, busyOrAway);
            }
        }
    }

    private void giveUpWhereItMakesNoSense(long deadline, SQLTransientConnectionException failure) throws SQLException {
        if (!probe.answers()) {
            awayUntil = System.nanoTime() + Duration.ofSeconds(1).toNanos();
            throw failure;
        }
        if (deadline - System.nanoTime() <= 0) {
            throw new SQLTransientConnectionException(
                    "All connections were in use", DatabaseOutage.TOO_MANY_CONNECTIONS, failure);
        }
    }
}
