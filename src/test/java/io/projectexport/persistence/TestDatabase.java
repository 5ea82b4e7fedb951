package io.projectexport.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The databases that the product runs on. */
enum TestDatabase {
    H2 {
        @Override
        DataSource empty() {
            JdbcDataSource database = new JdbcDataSource();
            database.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000");
            return database;
        }
    },
    POSTGRESQL {
        @Override
        DataSource empty() {
            String name = "test_" + UUID.randomUUID().toString().replace('-', '_');
            EmbeddedPostgres server = Server.STARTED;
            JdbcClient.create(server.getPostgresDatabase())
                    .sql("create database " + name)
                    .update();
            return server.getDatabase("postgres", name);
        }
    };

    /** A new database with nothing in it. */
    abstract DataSource empty();

    /** Started at the first use, stopped with the JVM. */
    private static final class Server {

        private static final EmbeddedPostgres STARTED = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
