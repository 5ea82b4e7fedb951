package io.projectexport.persistence;

import static io.projectexport.persistence.SqlValues.instant;
import static io.projectexport.persistence.SqlValues.timestamp;

import io.projectexport.export.ExportAttempt;
import io.projectexport.export.ExportAttempts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Calls to Xero in {@code export_attempt}, committed before and after each call, so that a killed process leaves its trace. */
@Repository
@Transactional(propagation = Propagation.REQUIRES_NEW)
class JdbcExportAttempts implements ExportAttempts {

    private static final String LAST = "select * from export_attempt where export_id = ? order by id desc limit 1";
    private static final String ADD = """
            insert into export_attempt (export_id, idempotency_key, payload_hash, job_name,
                                        last_call_at, state, looks, xero_job_id, xero_job_url)
            values (:exportId, :key, :payloadHash, :jobName, :lastCallAt, :state, :looks, :jobId, :jobUrl)
            """;
    private static final String UPDATE = """
            update export_attempt
            set last_call_at = :lastCallAt, state = :state, looks = :looks, xero_job_id = :jobId, xero_job_url = :jobUrl
            where idempotency_key = :key
            """;

    private final JdbcClient jdbc;

    JdbcExportAttempts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<ExportAttempt> last(UUID exportId) {
        return jdbc.sql(LAST).param(exportId).query(JdbcExportAttempts::attempt).optional();
    }

    @Override
    public void add(ExportAttempt attempt) {
        OneRow.write(jdbc, ADD, values(attempt));
    }

    @Override
    public void update(ExportAttempt attempt) {
        OneRow.write(jdbc, UPDATE, values(attempt));
    }

    private static Map<String, Object> values(ExportAttempt attempt) {
        Map<String, Object> values = new HashMap<>();
        values.put("exportId", attempt.exportId());
        values.put("key", attempt.key());
        values.put("payloadHash", attempt.payloadHash());
        values.put("jobName", attempt.jobName());
        values.put("lastCallAt", timestamp(attempt.lastCallAt()));
        values.put("state", attempt.state().name());
        values.put("looks", attempt.looks());
        values.put("jobId", attempt.job() == null ? null : attempt.job().id());
        values.put("jobUrl", attempt.job() == null ? null : attempt.job().url());
        return values;
    }

    private static ExportAttempt attempt(ResultSet row, int rowNumber) throws SQLException {
        return new ExportAttempt(
                row.getObject("export_id", UUID.class),
                row.getString("idempotency_key"),
                row.getString("payload_hash"),
                row.getString("job_name"),
                instant(row, "last_call_at"),
                ExportAttempt.State.valueOf(row.getString("state")),
                row.getInt("looks"),
                ProjectExportRows.job(row));
    }
}
