package io.projectexport.persistence;

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

        @Bean
        DataSource dataSource() {
            return TestDatabase.POSTGRESQL.empty();
        }
    }
}
