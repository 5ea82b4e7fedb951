package io.projectexport.persistence;

import static io.projectexport.persistence.SqlValues.instant;

import io.projectexport.export.CreatingCalls;
import io.projectexport.export.ExportAttempt;
import io.projectexport.export.Sightings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;

/** Reads a row of {@code export_attempt}. */
final class ExportAttemptRows implements RowMapper<ExportAttempt> {

    @Override
    public ExportAttempt mapRow(ResultSet row, int rowNumber) throws SQLException {
        return new ExportAttempt(
                row.getObject("export_id", UUID.class),
                row.getInt("attempt_number"),
                row.getInt("version"),
                row.getString("idempotency_key"),
                row.getString("payload_hash"),
                row.getString("job_name"),
                row.getString("organisation"),
                ExportAttempt.State.valueOf(row.getString("state")),
                calls(row),
                sightings(row),
                SqlValues.job(row));
    }

    private static CreatingCalls calls(ResultSet row) throws SQLException {
        return new CreatingCalls(
                row.getInt("calls"),
                instant(row, "last_call_at"),
                instant(row, "call_ended_at"),
                row.getString("problem"));
    }

    private static Sightings sightings(ResultSet row) throws SQLException {
        return new Sightings(
                instant(row, "absent_since"),
                JsonColumn.FOUND_JOBS.read(row.getString("found_jobs")),
                JsonColumn.IDS.read(row.getString("strangers")));
    }
}
