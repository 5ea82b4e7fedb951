package io.projectexport.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** Runs the tests of this package on PostgreSQL. */
@Retention(RetentionPolicy.RUNTIME)
@SpringJUnitConfig({PersistenceConfiguration.class, OnPostgreSql.Database.class})
public @interface OnPostgreSql {

    class Database {

        /** Enough for all that a test does at once. */
        private static final int CONNECTIONS = 30;

        /** Pooled as in the application: a new connection for each statement took most of the time of these tests. */
        @Bean
        DataSource dataSource() {
            HikariConfig pool = new HikariConfig();
            pool.setDataSource(TestDatabase.POSTGRESQL.empty());
            pool.setMaximumPoolSize(CONNECTIONS);
            pool.setMinimumIdle(1);
            return new HikariDataSource(pool);
        }
    }
}
