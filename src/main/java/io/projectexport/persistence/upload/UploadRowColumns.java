package io.projectexport.persistence.upload;

import io.projectexport.export.upload.UploadRow;
import io.projectexport.persistence.sql.JsonColumn;
import io.projectexport.persistence.sql.SqlValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** Writes a row of an upload, a value for each column of {@code upload_row}, and reads it again. */
final class UploadRowColumns {

    static final String INSERT = """
            insert into upload_row (upload_id, sheet_row, label, field_values, corrects, state, tries, export_id, messages)
            values (:uploadId, :number, :label, :fields, :corrects, :state, :tries, :exportId, :messages)
            """;

    static final String UPDATE = """
            update upload_row set state = :state, tries = :tries, export_id = :exportId, messages = :messages,
                recorded_at = current_timestamp
            where upload_id = :uploadId and sheet_row = :number and state = 'WAITING'
            """;

    private UploadRowColumns() {}

    static MapSqlParameterSource of(UUID uploadId, UploadRow row) {
        return new MapSqlParameterSource()
                .addValue("uploadId", uploadId)
                .addValue("number", row.number())
                .addValue("label", SqlValues.text(row.label()))
                .addValue("fields", JsonColumn.TEXTS.write(row.fields()))
                .addValue("corrects", row.corrects(), Types.OTHER)
                .addValue("state", row.state().name())
                .addValue("tries", row.tries())
                .addValue("exportId", row.exportId(), Types.OTHER)
                .addValue("messages", SqlValues.text(JsonColumn.MESSAGES.write(row.messages())));
    }

    static UploadRow row(ResultSet row, int number) throws SQLException {
        return new UploadRow(
                row.getInt("sheet_row"),
                row.getString("label"),
                JsonColumn.TEXTS.read(row.getString("field_values")),
                row.getObject("corrects", UUID.class),
                UploadRow.State.valueOf(row.getString("state")),
                row.getInt("tries"),
                row.getObject("export_id", UUID.class),
                JsonColumn.MESSAGES.read(row.getString("messages")));
    }
}
