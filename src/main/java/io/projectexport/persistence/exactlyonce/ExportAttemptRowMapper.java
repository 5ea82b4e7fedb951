package io.projectexport.persistence.exactlyonce;

import static io.projectexport.persistence.sql.SqlValues.instant;

import io.projectexport.export.exactlyonce.CreateCalls;
import io.projectexport.export.exactlyonce.ExportAttempt;
import io.projectexport.export.exactlyonce.LookupResult;
import io.projectexport.persistence.sql.JsonColumn;
import io.projectexport.persistence.sql.SqlValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;

/** Row mapper of {@code export_attempt}. */
final class ExportAttemptRowMapper implements RowMapper<ExportAttempt> {

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
                lookup(row),
                SqlValues.job(row));
    }

    private static CreateCalls calls(ResultSet row) throws SQLException {
        return new CreateCalls(
                row.getInt("calls"),
                instant(row, "last_call_at"),
                instant(row, "call_ended_at"),
                row.getString("problem"));
    }

    private static LookupResult lookup(ResultSet row) throws SQLException {
        return new LookupResult(
                instant(row, "absent_since"),
                JsonColumn.FOUND_JOBS.read(row.getString("found_jobs")),
                JsonColumn.IDS.read(row.getString("strangers")));
    }
}
