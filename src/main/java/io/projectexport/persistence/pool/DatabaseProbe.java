package io.projectexport.persistence.pool;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;

/**
 * Probe of the database, by a connection of its own: those of the pool may all be busy, or wait for a server that has vanished. Many ask at the
 * same moment, so that an answer counts for a while.
 */
final class DatabaseProbe {

    private static final List<String> BOUNDS = List.of("connectTimeout", "loginTimeout", "socketTimeout");
    private static final String SECONDS = "2";
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final DataSource dataSource;
    private boolean answers;
    private Long asked;

    DatabaseProbe(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    synchronized boolean answers() {
        if (asked == null || System.nanoTime() - asked > FRESH.toNanos()) {
            answers = ask();
            asked = System.nanoTime();
        }
        return answers;
    }

    private boolean ask() {
        try {
            HikariDataSource pool = dataSource.unwrap(HikariDataSource.class);
            try (Connection connection = DriverManager.getConnection(pool.getJdbcUrl(), properties(pool))) {
                return connection.isValid(0);
            }
        } catch (SQLException e) {
            return false;
        }
    }

    private static Properties properties(HikariDataSource pool) {
        Properties properties = new Properties();
        properties.putAll(pool.getDataSourceProperties());
        if (pool.getUsername() != null) {
            properties.put("user", pool.getUsername());
        }
        if (pool.getPassword() != null) {
            properties.put("password", pool.getPassword());
        }
        if (PostgreSqlDriver.apply(pool.getJdbcUrl())) {
            BOUNDS.forEach(bound -> properties.put(bound, SECONDS));
        }
        return properties;
    }
}
