package io.projectexport.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The databases that the product runs on. */
public enum TestDatabase {
    H2 {
        @Override
        public DataSource empty() {
            JdbcDataSource database = new JdbcDataSource();
            database.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000");
            return database;
        }
    },
    POSTGRESQL {
        @Override
        public DataSource empty() {
            return Server.STARTED.getDatabase("postgres", createDatabase());
        }
    };

    /** A new database with nothing in it. */
    public abstract DataSource empty();

    /** A new PostgreSQL database whose user may create tables in it and nothing else. */
    public static DataSource emptyWithFewRights() {
        String name = createDatabase();
        JdbcClient database = JdbcClient.create(Server.STARTED.getDatabase("postgres", name));
        database.sql("create role " + name + " login").update();
        database.sql("grant all on schema public to " + name).update();
        return Server.STARTED.getDatabase(name, name);
    }

    private static String createDatabase() {
        String name = "test_" + UUID.randomUUID().toString().replace('-', '_');
        JdbcClient.create(Server.STARTED.getPostgresDatabase())
                .sql("create database " + name)
                .update();
        return name;
    }

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
