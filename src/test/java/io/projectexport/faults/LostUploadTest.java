package io.projectexport.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A node that is killed when it has submitted a row of an upload and not yet recorded it. */
@Tag("faults")
class LostUploadTest {

    private static final int ROWS = 40;
    private static final UUID UPLOAD = UUID.randomUUID();

    @Test
    void each_row_is_submitted_once_and_in_its_order() throws SQLException {
        try (Installation installation = new Installation("lost-upload", 1)) {
            Node node = installation.nodes().get(0).start().awaitReady();
            installation.addPeople();
            JdbcClient database = JdbcClient.create(installation.database());
            try (Connection connection = installation.database().getConnection()) {
                JdbcClient holder = JdbcClient.create(new SingleConnectionDataSource(connection, true));
                holder.sql("select cast(pg_advisory_lock(4711) as varchar)")
                        .query()
                        .singleRow();
                database.sql("""
                        create function hold() returns trigger language plpgsql as
                        $$ begin perform pg_advisory_xact_lock(4711); return new; end $$
                        """).update();
                database.sql("""
                        create trigger hold before update on upload_row for each row when (new.sheet_row = 30)
                        execute function hold()
                        """).update();
                store(database);
                Eventually.until(
                        Duration.ofMinutes(1),
                        () -> "a row that is submitted and not recorded",
                        () -> count(database, "pg_locks where locktype = 'advisory' and not granted") == 1);
                node.kill();
            }
            assertThat(count(database, "upload_row where state = 'SUBMITTED'")).isEqualTo(29);
            Eventually.until(
                    Duration.ofSeconds(20),
                    () -> "the database to notice the death",
                    () -> count(database, "project_export") == 29);

            node.start().awaitReady();

            Eventually.until(
                    Duration.ofMinutes(2),
                    () -> "the rest of the rows",
                    () -> count(database, "upload_row where state = 'SUBMITTED'") == ROWS);
            assertThat(database.sql(
                                    "select project_number from project_export join project_history on export_id = project_export.id"
                                            + " order by project_history.id")
                            .query(String.class)
                            .list())
                    .isEqualTo(IntStream.rangeClosed(1, ROWS)
                            .mapToObj(row -> "U-" + row)
                            .toList());
            assertThat(count(database, "act_ru_execution where parent_id_ is null"))
                    .isEqualTo(ROWS);
            assertThat(count(database, "upload_row join project_export on id = export_id"))
                    .isEqualTo(ROWS);
        }
    }

    private static void store(JdbcClient database) {
        database.sql("insert into upload (id, owner, token, submitted_at, total) values (?, ?, 'token', now(), ?)")
                .params(UPLOAD, FaultPerson.SUBMITTER.login(), ROWS)
                .update();
        database.sql("""
                insert into upload_row (upload_id, sheet_row, label, field_values, state, tries, messages)
                select ?, row, 'U-' || row, '{"projectNumber":"U-' || row || '","projectName":"Pier"}', 'WAITING', 0, '[]'
                from generate_series(1, ?) row
                """).params(UPLOAD, ROWS).update();
    }

    private static long count(JdbcClient database, String from) {
        return database.sql("select count(*) from " + from).query(Long.class).single();
    }
}
