package io.projectexport.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Decisions about many projects on two nodes: one is killed between what it decided and its record, the other takes over, then they share. */
@Tag("faults")
class LostDecisionsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Installation installation = new Installation("lost-decisions", 2);
    private final JdbcClient database = JdbcClient.create(installation.database());

    @AfterEach
    void close() {
        installation.close();
    }

    @Test
    void each_project_is_accepted_once_by_whichever_node() throws SQLException {
        Node first = installation.nodes().get(0).start().awaitReady();
        installation.addPeople();
        submit(90);
        killBetweenDecisionsAndRecord(first, 30);
        long before = count("decision_row where state = 'DONE'");
        assertThat(before)
                .as("chunks that were recorded, as far as the machine came")
                .isBetween(1L, 29L);
        Eventually.until(PATIENCE, () -> "the database to notice the death", () -> accepted() == before);

        installation.nodes().get(1).start().awaitReady();
        awaitDone(40);

        first.start().awaitReady();
        confirm("rest", "true");
        awaitDone(90);
        assertThat(accepted()).isEqualTo(90);
        assertThat(count("(select export_id from project_history where what = 'Accepted' group by export_id) each_one"))
                .isEqualTo(90);
        assertThat(count("decision_row where state = 'DONE' and tries = 0")).isEqualTo(90);
    }

    /** As files are: the quickest way to many. */
    private void submit(int rows) {
        UUID upload = UUID.randomUUID();
        database.sql("insert into upload (id, owner, token, submitted_at, total) values (?, ?, 'token', now(), ?)")
                .params(upload, FaultPerson.SUBMITTER.login(), rows)
                .update();
        database.sql("""
                insert into upload_row (upload_id, sheet_row, label, field_values, state, tries, messages)
                select ?, row, 'Pier', '{"projectNumber":"D-' || row || '","projectName":"Pier"}', 'WAITING', 0, '[]'
                from generate_series(1, ?) row
                """).params(upload, rows).update();
        Eventually.until(
                PATIENCE, () -> "projects", () -> count("project_export where status = 'READY_TO_EXPORT'") == rows);
    }

    private void killBetweenDecisionsAndRecord(Node node, int place) throws SQLException {
        try (Connection connection = installation.database().getConnection()) {
            JdbcClient.create(new SingleConnectionDataSource(connection, true))
                    .sql("select cast(pg_advisory_lock(4711) as varchar)")
                    .query()
                    .singleRow();
            database.sql("""
                    create function hold() returns trigger language plpgsql as
                    $$ begin perform pg_advisory_xact_lock(4711); return new; end $$
                    """).update();
            database.sql("""
                    create trigger hold before update on decision_row for each row when (new.place = %d)
                    execute function hold()
                    """.formatted(place)).update();
            confirm("first", "cast(substr(project_number, 3) as integer) <= 40");
            Eventually.until(
                    PATIENCE,
                    () -> "a chunk that is decided and not recorded",
                    () -> count("pg_locks where locktype = 'advisory' and not granted") == 1);
            node.kill();
        }
    }

    private void confirm(String token, String condition) {
        UUID batch = UUID.randomUUID();
        database.sql("insert into decision_batch (id, owner, token, submitted_at, total) values (?, ?, ?, now(), 0)")
                .params(batch, FaultPerson.APPROVER.login(), token)
                .update();
        database.sql("""
                insert into decision_row (batch_id, place, export_id, round, label, action, state, tries, messages)
                select ?, row_number() over (order by submitted_at), id, 1, 'Pier', 'ACCEPT', 'WAITING', 0, '[]'
                from project_export where status = 'READY_TO_EXPORT' and %s
                """.formatted(condition)).param(batch).update();
    }

    private void awaitDone(int rows) {
        Eventually.until(
                PATIENCE,
                () -> "the rest of the %d decisions".formatted(rows),
                () -> count("decision_row where state = 'DONE'") == rows);
    }

    private long accepted() {
        return count("project_history where what = 'Accepted'");
    }

    private long count(String from) {
        return database.sql("select count(*) from " + from).query(Long.class).single();
    }
}
