package io.projectexport.persistence.bulk;

import io.projectexport.export.bulk.BatchRow;
import io.projectexport.export.bulk.BatchRow.State;
import io.projectexport.persistence.sql.JsonColumn;
import io.projectexport.persistence.sql.SqlValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** Writes a row of a batch, a value for each column, and reads it again. */
final class BatchRowColumns<W> {

    static final String INSERT = """
            insert into {row} ({batchId}, {number}, label, state, tries, export_id, messages, {work})
            values (:batchId, :number, :label, :state, :tries, :exportId, :messages, {workValues})
            """;

    static final String UPDATE = """
            update {row} set state = :state, tries = :tries, export_id = :exportId, messages = :messages,
                recorded_at = current_timestamp
            where {batchId} = :batchId and {number} = :number and state = 'WAITING'
            """;

    private final BatchTables<W> tables;

    BatchRowColumns(BatchTables<W> tables) {
        this.tables = tables;
    }

    MapSqlParameterSource of(UUID batchId, BatchRow<W> row) {
        MapSqlParameterSource columns = new MapSqlParameterSource()
                .addValue("batchId", batchId)
                .addValue("number", row.number())
                .addValue("label", SqlValues.text(row.label()))
                .addValue(
                        "state",
                        row.state() == State.DONE ? tables.done() : row.state().name())
                .addValue("tries", row.tries())
                .addValue("exportId", row.exportId(), Types.OTHER)
                .addValue("messages", SqlValues.text(JsonColumn.MESSAGES.write(row.messages())));
        tables.columns().write(row.work(), columns);
        return columns;
    }

    BatchRow<W> row(ResultSet row) throws SQLException {
        String state = row.getString("state");
        return new BatchRow<>(
                row.getInt(tables.number()),
                row.getString("label"),
                tables.columns().read(row),
                state.equals(tables.done()) ? State.DONE : State.valueOf(state),
                row.getInt("tries"),
                row.getObject("export_id", UUID.class),
                JsonColumn.MESSAGES.read(row.getString("messages")));
    }
}
