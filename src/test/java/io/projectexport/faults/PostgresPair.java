package io.projectexport.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.util.FileSystemUtils;

/** A primary PostgreSQL and its synchronous standby, which change places when the primary dies. */
final class PostgresPair implements AutoCloseable {

    private static final Duration TO_FOLLOW = Duration.ofMinutes(1);

    private final Path directory = newDirectory();
    private PostgresServer primary = new PostgresServer(directory.resolve("a"));
    private PostgresServer standby = new PostgresServer(directory.resolve("b"));
    private final String hosts = "localhost:%d,localhost:%d".formatted(primary.port(), standby.port());

    PostgresPair() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(directory.toFile())));
        primary.start();
        follow();
    }

    private static Path newDirectory() {
        try {
            return Files.createTempDirectory("postgres-pair");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the standby a copy of the primary that commits wait for. */
    private void follow() {
        standby.follow(primary);
        standby.start();
        await("select count(*) = 1 from pg_stat_replication where state = 'streaming'");
        primary.execute("alter system set synchronous_standby_names = '*'", "select pg_reload_conf()");
        await("select count(*) = 1 from pg_stat_replication where sync_state = 'sync'");
    }

    private void await(String query) {
        Eventually.until(TO_FOLLOW, () -> query, () -> primary.is(query));
    }

    void create(String database) {
        primary.execute("create database " + database);
    }

    /** The address that always leads to whichever server is the primary. */
    String url(String database) {
        return "jdbc:postgresql://%s/%s?targetServerType=primary".formatted(hosts, database);
    }

    /** Whichever server is the primary. */
    DataSource database(String name) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url(name) + "&hostRecheckSeconds=0&connectTimeout=2&loginTimeout=5&socketTimeout=60");
        database.setUser("postgres");
        return database;
    }

    /** Stops the primary and starts it again, as an update of its machine does. */
    void restart() {
        primary.stop();
        primary.start();
        await("select count(*) = 1 from pg_stat_replication where sync_state = 'sync'");
    }

    /** Ends every connection of the nodes. */
    void dropConnections() {
        primary.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                + " where backend_type = 'client backend' and pid <> pg_backend_pid()");
    }

    void pause(Duration time) {
        primary.pause();
        Eventually.pause(time);
        primary.goOn();
    }

    /** Kills the primary; after a while, as long as somebody takes to notice, the standby takes its place and gets one of its own. */
    void failOver(Duration unnoticed) {
        primary.kill();
        Eventually.pause(unnoticed);
        standby.execute(
                "alter system reset synchronous_standby_names", "select pg_reload_conf()", "select pg_promote(true)");
        PostgresServer dead = primary;
        primary = standby;
        standby = dead;
        follow();
    }

    @Override
    public void close() {
        primary.execute("alter system reset synchronous_standby_names", "select pg_reload_conf()");
        standby.stop();
        primary.stop();
        FileSystemUtils.deleteRecursively(directory.toFile());
    }
}
