package io.projectexport.benchmark.cycle;

import io.projectexport.faults.Eventually;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A PostgreSQL with its settings as they come, one database for each system, that counts what it is asked. */
final class MeasuredDatabase implements AutoCloseable {

    /** After which a session's counts are there for all, however idle it is. */
    private static final Duration UNTIL_COUNTED = Duration.ofSeconds(11);

    private static final Duration TO_SETTLE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private static final String COUNTS = """
            select coalesce(sum(calls), 0) as statements,
                   coalesce(sum(total_exec_time), 0) as milliseconds,
                   (select xact_commit from pg_stat_database where datname = :database) as commits
            from pg_stat_statements
            where dbid = (select oid from pg_database where datname = :database)
              and query !~* '^(begin|commit|rollback|set|show)'
            """;

    private static final String EXECUTIONS = "select count(*) from act_ru_execution";

    /** Without its own looks, each of which reads everything that waits. */
    private static final String MILLISECONDS = """
            select query, sum(total_exec_time) as milliseconds
            from pg_stat_statements
            where dbid = (select oid from pg_database where datname = :database)
              and query <> '%s'
            group by query
            """.formatted(EXECUTIONS);

    private final EmbeddedPostgres postgres;
    private final JdbcClient client;

    MeasuredDatabase() {
        try {
            postgres = EmbeddedPostgres.builder()
                    // the embedded one is set to forget, as tests may
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        client = JdbcClient.create(postgres.getPostgresDatabase());
        client.sql("create extension pg_stat_statements").update();
    }

    /** Creates an empty database; its address. */
    String create(String name) {
        client.sql("create database " + name).update();
        return postgres.getJdbcUrl("postgres", name);
    }

    String version() {
        return client.sql("show server_version").query(String.class).single();
    }

    DataSource dataSource(String database) {
        return postgres.getDatabase("postgres", database);
    }

    /** Of everything that runs in the engine. */
    long executions(String database) {
        return JdbcClient.create(dataSource(database))
                .sql(EXECUTIONS)
                .query(Long.class)
                .single();
    }

    /** Waits until every process of the engine in that database has ended; it looks seldom, because its looks count, too. */
    void awaitSettled(String database) {
        awaitSettled(database, 0);
    }

    /** Waits until no more than these are left. */
    void awaitSettled(String database, long executions) {
        Eventually.until(TO_SETTLE, () -> "all processes to end", () -> {
            Eventually.pause(BETWEEN_LOOKS);
            return executions(database) <= executions;
        });
    }

    /** Forgets what all databases have been asked so far. */
    void countAnew() {
        client.sql("select pg_stat_statements_reset()").query().singleRow();
    }

    /** Milliseconds that each statement of that database has taken together, by its text. */
    Map<String, Double> milliseconds(String database) {
        return client
                .sql(MILLISECONDS)
                .param("database", database)
                .query((row, number) -> Map.entry(row.getString("query"), row.getDouble("milliseconds")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** How that database would go about a statement whose values are not known; or why it does not tell. */
    String plan(String database, String statement) {
        // the other protocol would want to know the values
        String url = postgres.getJdbcUrl("postgres", database) + "&preferQueryMode=simple";
        try {
            return JdbcClient.create(new DriverManagerDataSource(url))
                    .sql("explain (generic_plan) " + statement)
                    .query(String.class)
                    .list()
                    .stream()
                    .collect(Collectors.joining("\n"));
        } catch (DataAccessException e) {
            return e.getMostSpecificCause().getMessage();
        }
    }

    /** What that database has been asked so far. */
    Counts counts(String database) {
        Eventually.pause(UNTIL_COUNTED);
        return client.sql(COUNTS)
                .param("database", database)
                .query((row, number) -> Counts.of(row))
                .single();
    }

    @Override
    public void close() {
        // what it writes at its end could take longer than it is given
        client.sql("checkpoint").update();
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What a database did.
     *
     * @param statements without those that begin and end transactions
     * @param commits transactions, those of a single statement included
     * @param milliseconds spent in statements, waits for locks included
     */
    record Counts(double statements, double commits, double milliseconds) {

        private static Counts of(ResultSet row) throws SQLException {
            return new Counts(row.getDouble("statements"), row.getDouble("commits"), row.getDouble("milliseconds"));
        }

        Counts since(Counts before) {
            return plus(before, -1);
        }

        /** Without what as many seconds took in which nobody asked for anything; between two looks at an idle system. */
        Counts withoutIdle(Counts idle, double seconds) {
            return plus(idle, -seconds / UNTIL_COUNTED.toSeconds());
        }

        Counts perCycle(int cycles) {
            return new Counts(statements / cycles, commits / cycles, milliseconds / cycles);
        }

        private Counts plus(Counts other, double times) {
            return new Counts(
                    statements + times * other.statements,
                    commits + times * other.commits,
                    milliseconds + times * other.milliseconds);
        }
    }
}
