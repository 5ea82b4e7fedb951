package io.projectexport.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL server with a directory and a port of its own, which outlast its process. */
final class PostgresServer {

    /** What belongs to the process, or comes from the primary anyway. */
    private static final List<String> NOT_COPIED =
            List.of("postmaster.pid", "postmaster.opts", "epg-lock", "pg_wal", "pg_replslot", "pg_stat_tmp");

    private final Path directory;
    private final int port = FreePort.find();
    private EmbeddedPostgres process;

    /** Not started yet; the directory is made when it is. */
    PostgresServer(Path directory) {
        this.directory = directory;
    }

    int port() {
        return port;
    }

    PostgresServer start() {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setPort(port)
                // a machine that does much else needs more than the usual ten seconds
                .setPGStartupWait(Duration.ofMinutes(2))
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("wal_keep_size", "1GB");
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Ends it as an operator does, connections and all. */
    void stop() {
        try {
            process.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as a machine dies. */
    void kill() {
        List<ProcessHandle> all = processes();
        signal("KILL");
        all.forEach(each -> each.onExit().join());
        stop();
    }

    /** Halts it, without closing a connection. */
    void pause() {
        signal("STOP");
    }

    void goOn() {
        signal("CONT");
    }

    private void signal(String name) {
        List<String> command = Stream.concat(
                        Stream.of("kill", "-" + name), processes().stream().map(each -> String.valueOf(each.pid())))
                .toList();
        try {
            new ProcessBuilder(command).start().onExit().join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first one first, so that none follows the others. */
    private List<ProcessHandle> processes() {
        try {
            List<String> first = Files.readAllLines(directory.resolve("postmaster.pid"));
            return ProcessHandle.of(Long.parseLong(first.get(0))).stream()
                    .flatMap(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.children()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes this one, which must not run, a standby of a server that does. */
    void follow(PostgresServer primary) {
        FileSystemUtils.deleteRecursively(directory.toFile());
        try (Connection connection = primary.process.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_backup_start('standby', true)");
            copyFiles(primary.directory);
            ResultSet label = statement.executeQuery("select labelfile from pg_backup_stop(false)");
            label.next();
            Files.writeString(directory.resolve("backup_label"), label.getString(1));
            Files.createDirectories(directory.resolve("pg_wal"));
            Files.createDirectories(directory.resolve("pg_replslot"));
            Files.createDirectories(directory.resolve("pg_stat_tmp"));
            Files.createFile(directory.resolve("standby.signal"));
            Files.writeString(
                    directory.resolve("postgresql.auto.conf"),
                    "primary_conninfo = 'host=localhost port=%d user=postgres'%n".formatted(primary.port),
                    StandardOpenOption.APPEND);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copyFiles(Path from) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path name = from.relativize(file);
                if (NOT_COPIED.stream().noneMatch(name::startsWith)) {
                    Files.copy(file, directory.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    void execute(String... statements) {
        try (Connection connection = process.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the query, of one truth value, says so. */
    boolean is(String query) {
        try (Connection connection = process.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() && row.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
