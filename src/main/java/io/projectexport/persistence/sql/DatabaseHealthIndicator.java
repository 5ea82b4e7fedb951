package io.projectexport.persistence.sql;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/**
 * Tells whether the database answers, by a connection of its own: those of the pool may all be busy, or wait for a server that has vanished.
 * Anybody may ask, so that an answer counts for a moment.
 */
@Component
class DatabaseHealthIndicator extends AbstractHealthIndicator {

    private static final List<String> BOUNDS = List.of("connectTimeout", "loginTimeout", "socketTimeout");
    private static final String SECONDS = "2";
    private static final Duration FRESH = Duration.ofSeconds(3);

    private final DataSource dataSource;
    private Health last;
    private long asked;

    DatabaseHealthIndicator(DataSource dataSource) {
        super("The database does not answer");
        this.dataSource = dataSource;
    }

    @Override
    protected synchronized void doHealthCheck(Health.Builder health) throws SQLException {
        if (last == null || System.nanoTime() - asked > FRESH.toNanos()) {
            last = ask();
            asked = System.nanoTime();
        }
        health.status(last.getStatus());
    }

    private Health ask() throws SQLException {
        HikariDataSource pool = dataSource.unwrap(HikariDataSource.class);
        try (Connection connection = DriverManager.getConnection(pool.getJdbcUrl(), properties(pool))) {
            return connection.isValid(0) ? Health.up().build() : Health.down().build();
        } catch (SQLException e) {
            return Health.down().build();
        }
    }

    private static Properties properties(HikariDataSource pool) {
        Properties properties = new Properties();
        if (pool.getUsername() != null) {
            properties.put("user", pool.getUsername());
        }
        if (pool.getPassword() != null) {
            properties.put("password", pool.getPassword());
        }
        if (PostgreSqlTimeouts.apply(pool.getJdbcUrl())) {
            BOUNDS.forEach(bound -> properties.put(bound, SECONDS));
        }
        return properties;
    }
}
