package io.projectexport.persistence.sql;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Data source in front of the pool that waits for a free connection as long as the database answers, and gives up at once where it does not: a
 * busy moment is worth a wait, an outage is not.
 */
final class PatientDataSource extends DelegatingDataSource {

    /** 200 submissions at once wait for each other for 12 s and more on two busy cores. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(25);

    private final DatabaseProbe probe;
    private volatile long awayUntil = System.nanoTime();

    PatientDataSource(HikariDataSource pool) {
        super(pool);
        this.probe = new DatabaseProbe(pool);
    }

    /** @throws SQLTransientConnectionException when the database is away, or all connections are busy for too long */
    @Override
    public Connection getConnection() throws SQLException {
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (true) {
            if (awayUntil - System.nanoTime() > 0) {
                throw new SQLTransientConnectionException("The database has not answered a moment ago.");
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
            throw failure;
        }
    }
}
