package io.projectexport.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Uploads on two nodes: one is killed between what it submitted and its record, in the middle of a chunk; the other takes over, then they share. */
@Tag("faults")
class LostUploadTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Installation installation = new Installation("lost-upload", 2);
    private final JdbcClient database = JdbcClient.create(installation.database());

    @AfterEach
    void close() {
        installation.close();
    }

    @Test
    void each_row_is_submitted_once_and_in_its_order_by_whichever_node() throws SQLException {
        Node first = installation.nodes().get(0).start().awaitReady();
        installation.addPeople();
        killBetweenSubmissionAndRecord(first, 30);
        long before = count("upload_row where state = 'SUBMITTED'");
        assertThat(before)
                .as("chunks that were recorded, as far as the machine came")
                .isBetween(1L, 29L);
        Eventually.until(PATIENCE, () -> "the database to notice the death", () -> count("project_export") == before);
        assertThat(count("act_ru_execution where parent_id_ is null")).isEqualTo(before);

        installation.nodes().get(1).start().awaitReady();
        awaitSubmitted(40);

        first.start().awaitReady();
        store("V", 150);
        awaitSubmitted(190);
        assertThat(count("act_ru_execution where parent_id_ is null")).isEqualTo(190);
        assertThat(count("upload_row join project_export on id = export_id")).isEqualTo(190);
        assertThat(count("upload_row where tries = 0")).isEqualTo(190);
        assertThat(submitted())
                .isEqualTo(Stream.concat(numbers("U", 40), numbers("V", 150)).toList());
    }

    private void killBetweenSubmissionAndRecord(Node node, int row) throws SQLException {
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
                    create trigger hold before update on upload_row for each row when (new.sheet_row = %d)
                    execute function hold()
                    """.formatted(row)).update();
            store("U", 40);
            Eventually.until(
                    PATIENCE,
                    () -> "a row that is submitted and not recorded",
                    () -> count("pg_locks where locktype = 'advisory' and not granted") == 1);
            node.kill();
        }
    }

    private void store(String prefix, int rows) {
        UUID upload = UUID.randomUUID();
        database.sql("insert into upload (id, owner, token, submitted_at, total) values (?, ?, ?, now(), ?)")
                .params(upload, FaultPerson.SUBMITTER.login(), prefix, rows)
                .update();
        database.sql("""
                insert into upload_row (upload_id, sheet_row, label, field_values, state, tries, messages)
                select ?, row, 'Pier', '{"projectNumber":"' || ? || '-' || row || '","projectName":"Pier"}', 'WAITING', 0, '[]'
                from generate_series(1, ?) row
                """).params(upload, prefix, rows).update();
    }

    private void awaitSubmitted(int rows) {
        Eventually.until(
                PATIENCE,
                () -> "the rest of the %d rows".formatted(rows),
                () -> count("upload_row where state = 'SUBMITTED'") == rows);
    }

    private List<String> submitted() {
        return database.sql(
                        "select project_number from project_export join project_history on export_id = project_export.id"
                                + " order by project_history.id")
                .query(String.class)
                .list();
    }

    private static Stream<String> numbers(String prefix, int rows) {
        return IntStream.rangeClosed(1, rows).mapToObj(row -> prefix + "-" + row);
    }

    private long count(String from) {
        return database.sql("select count(*) from " + from).query(Long.class).single();
    }
}
