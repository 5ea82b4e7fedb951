package io.projectexport.persistence.pool;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.stereotype.Component;

/** Lets a change of the schema take as long as it takes, since nobody waits for it and a large table needs minutes. */
@Component
class UnhurriedMigrations implements FlywayConfigurationCustomizer {

    private static final int UNBOUNDED = 0;

    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.dataSource(new DelegatingDataSource(configuration.getDataSource()) {
            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = super.getConnection();
                try {
                    connection.setNetworkTimeout(Runnable::run, UNBOUNDED);
                    return connection;
                } catch (SQLException | RuntimeException failure) {
                    JdbcUtils.closeConnection(connection);
                    throw failure;
                }
            }
        });
    }
}
