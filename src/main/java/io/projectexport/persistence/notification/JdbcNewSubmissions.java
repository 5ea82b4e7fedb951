package io.projectexport.persistence.notification;

import io.projectexport.export.profile.OptionalMail;
import io.projectexport.export.submission.NewSubmissions;
import io.projectexport.persistence.sql.DatabaseTime;
import io.projectexport.persistence.sql.SqlValues;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSourceUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Adapter of the port {@link NewSubmissions}, in the table {@code new_submission}. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class JdbcNewSubmissions implements NewSubmissions {

    private static final String ADD = """
            insert into new_submission (export_id, arrived_at)
            select cast(:exportId as uuid), {now}
            where exists (select 1 from mail_choice where mail = :mail and wanted)
            """;
    private static final String IS_TIME = """
            select count(*) > 0 and (
                max(arrived_at) <= {now} - cast(:quiet as double precision) * interval '1' second
                or min(arrived_at) <= {now} - cast(:longest as double precision) * interval '1' second)
            from new_submission
            """;
    private static final String CLAIM =
            "select export_id from new_submission order by arrived_at, export_id for update skip locked";
    private static final String DELETE = "delete from new_submission where export_id = :exportId";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final DatabaseTime time;

    JdbcNewSubmissions(JdbcClient jdbc, NamedParameterJdbcTemplate batches, DatabaseTime time) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.time = time;
    }

    @Override
    public void add(UUID exportId) {
        jdbc.sql(time.in(ADD))
                .param("exportId", exportId)
                .param("mail", OptionalMail.NEW_SUBMISSION.name())
                .update();
    }

    @Override
    public List<UUID> take(Duration quiet, Duration longest) {
        if (!isTime(quiet, longest)) {
            return List.of();
        }
        List<UUID> taken = jdbc.sql(CLAIM).query(UUID.class).list();
        batches.batchUpdate(
                DELETE,
                SqlParameterSourceUtils.createBatch(
                        taken.stream().map(id -> Map.of("exportId", id)).toList()));
        return taken;
    }

    private boolean isTime(Duration quiet, Duration longest) {
        return Boolean.TRUE.equals(jdbc.sql(time.in(IS_TIME))
                .param("quiet", SqlValues.seconds(quiet))
                .param("longest", SqlValues.seconds(longest))
                .query(Boolean.class)
                .single());
    }
}
