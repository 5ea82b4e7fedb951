package io.projectexport.persistence;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** Runs the tests of this package on H2. */
@Retention(RetentionPolicy.RUNTIME)
@SpringJUnitConfig({PersistenceConfiguration.class, OnH2.Database.class})
public @interface OnH2 {

    class Database {

        @Bean
        DataSource dataSource() {
            return TestDatabase.H2.empty();
        }
    }
}
