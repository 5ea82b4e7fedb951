package io.projectexport.persistence.upload;

import io.projectexport.export.upload.UploadedProject;
import io.projectexport.export.upload.Uploads;
import io.projectexport.persistence.bulk.BatchTables;
import io.projectexport.persistence.bulk.JdbcBatches;
import io.projectexport.persistence.sql.FirstWriteWins;
import io.projectexport.persistence.sql.JsonColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adapter of the port {@link Uploads}, in the tables {@code upload} and {@code upload_row}. */
@Repository
class JdbcUploads extends JdbcBatches<UploadedProject> implements Uploads {

    private static final BatchTables<UploadedProject> TABLES = new BatchTables<>(
            "upload",
            "upload_row",
            "upload_id",
            "sheet_row",
            "SUBMITTED",
            List.of("field_values", "corrects"),
            new Columns());

    JdbcUploads(JdbcClient jdbc, NamedParameterJdbcTemplate template, FirstWriteWins firstWriteWins) {
        super(jdbc, template, firstWriteWins, TABLES);
    }

    /** What is to be submitted, a value for each of its columns. */
    private static final class Columns implements BatchTables.WorkColumns<UploadedProject> {

        @Override
        public void write(UploadedProject project, MapSqlParameterSource columns) {
            columns.addValue("field_values", JsonColumn.TEXTS.write(project.fields()))
                    .addValue("corrects", project.corrects(), Types.OTHER);
        }

        @Override
        public UploadedProject read(ResultSet row) throws SQLException {
            return new UploadedProject(
                    JsonColumn.TEXTS.read(row.getString("field_values")), row.getObject("corrects", UUID.class));
        }
    }
}
