package io.projectexport.persistence.exactlyonce;

import io.projectexport.export.exactlyonce.ExportAttempt;
import io.projectexport.export.exactlyonce.ExportAttempts;
import io.projectexport.persistence.sql.DatabaseTime;
import io.projectexport.persistence.sql.FirstWriteWins;
import io.projectexport.persistence.sql.RelaxedCommit;
import io.projectexport.persistence.sql.SqlValues;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adapter of the port {@link ExportAttempts}, in the table {@code export_attempt}; of two runs that store the same change, on whichever
 * nodes, the first wins.
 */
@Repository
class JdbcExportAttempts implements ExportAttempts {

    private static final String LAST =
            "select * from export_attempt where export_id = ? order by attempt_number desc limit 1";
    private static final String UNANSWERED = """
            select export_id from export_attempt attempt
            where state = 'UNKNOWN'
              and (call_ended_at is not null or last_call_at < {now} - cast(:seconds as double precision) * interval '1' second)
              and export_id in (:exportIds) and not exists (
                select 1 from export_attempt later
                where later.export_id = attempt.export_id and later.attempt_number > attempt.attempt_number)
            """;
    private static final String INSERT = """
            insert into export_attempt (export_id, attempt_number, version, idempotency_key, payload_hash, job_name, organisation, state,
                                        calls, last_call_at, call_ended_at, problem,
                                        absent_since, found_jobs, strangers, xero_job_id, xero_job_url)
            values (:exportId, :number, :version + 1, :key, :payloadHash, :jobName, :organisation, :state,
                    :calls, :lastCallAt, :callEndedAt, :problem,
                    :absentSince, :foundJobs, :strangers, :jobId, :jobUrl)
            """;
    private static final String UPDATE = """
            update export_attempt
            set version = version + 1, idempotency_key = :key, payload_hash = :payloadHash, job_name = :jobName,
                organisation = :organisation, state = :state,
                calls = :calls, last_call_at = :lastCallAt, call_ended_at = :callEndedAt, problem = :problem,
                absent_since = :absentSince, found_jobs = :foundJobs, strangers = :strangers,
                xero_job_id = :jobId, xero_job_url = :jobUrl
            where export_id = :exportId and attempt_number = :number and (version = :version or :state = 'CREATED')
            """;

    private final JdbcClient jdbc;
    private final FirstWriteWins firstWriteWins;
    private final DatabaseTime time;
    private final RelaxedCommit relaxed;

    JdbcExportAttempts(JdbcClient jdbc, FirstWriteWins firstWriteWins, DatabaseTime time, RelaxedCommit relaxed) {
        this.jdbc = jdbc;
        this.firstWriteWins = firstWriteWins;
        this.time = time;
        this.relaxed = relaxed;
    }

    @Override
    public Instant now() {
        return time.instant();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ExportAttempt> last(UUID exportId) {
        return jdbc.sql(LAST)
                .param(exportId)
                .query(new ExportAttemptRowMapper())
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public Set<UUID> unanswered(Collection<UUID> exportIds, Duration longerThan) {
        return jdbc.sql(time.in(UNANSWERED))
                .param("exportIds", exportIds)
                .param("seconds", SqlValues.seconds(longerThan))
                .query(UUID.class)
                .set();
    }

    @Override
    @Transactional(readOnly = true)
    public Set<UUID> withJob(String jobId) {
        return jdbc.sql("select export_id from export_attempt where xero_job_id = ? and state = 'CREATED'")
                .param(jobId)
                .query(UUID.class)
                .set();
    }

    @Override
    public Optional<ExportAttempt> store(ExportAttempt attempt) {
        boolean isFirst = attempt.version() == 0
                ? firstWriteWins.insert(() -> write(INSERT, attempt))
                : firstWriteWins.update(() -> write(update(attempt), attempt));
        return isFirst ? Optional.of(attempt.stored()) : Optional.empty();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<ExportAttempt> storeWithCaller(ExportAttempt attempt) {
        return write(attempt.version() == 0 ? INSERT : UPDATE, attempt) == 1
                ? Optional.of(attempt.stored())
                : Optional.empty();
    }

    /** What becomes of a call can be looked up again; that it is made cannot. */
    private String update(ExportAttempt attempt) {
        return attempt.state() == ExportAttempt.State.CREATED ? relaxed.write(UPDATE) : UPDATE;
    }

    private int write(String statement, ExportAttempt attempt) {
        return jdbc.sql(statement).params(ExportAttemptColumns.of(attempt)).update();
    }
}
