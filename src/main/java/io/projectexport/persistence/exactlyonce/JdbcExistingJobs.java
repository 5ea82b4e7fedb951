package io.projectexport.persistence.exactlyonce;

import io.projectexport.export.accounting.FoundJob;
import io.projectexport.export.existing.ExistingJobs;
import io.projectexport.export.existing.WaitingProject;
import io.projectexport.export.project.Project;
import io.projectexport.persistence.sql.DatabaseTime;
import io.projectexport.persistence.sql.FirstWriteWins;
import io.projectexport.persistence.sql.JsonColumn;
import io.projectexport.persistence.sql.SqlValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Adapter of the port {@link ExistingJobs}, in the tables {@code existing_job} and {@code existing_job_look}. */
@Repository
class JdbcExistingJobs implements ExistingJobs {

    private static final String KNOWN = """
            exists (
              select 1 from existing_job known
              where known.export_id = waiting.id and known.round = waiting.round and known.organisation = :organisation)
            """;
    private static final String NEW =
            "select 1 from project_export waiting where status = 'READY_TO_EXPORT' and not " + KNOWN + " limit 1";
    private static final String WAITING = "select id, round, project_number, project_name from project_export waiting"
            + " where status = 'READY_TO_EXPORT' order by case when " + KNOWN
            + " then 1 else 0 end, submitted_at, id limit :limit";
    private static final String CLAIM = """
            update existing_job_look set claimed_at = {now}
            where organisation = :organisation and (
              claimed_at <= {now} - cast(:seconds as double precision) * interval '1' second or claimed_at > {now} + interval '1' minute)
            """;
    private static final String FIRST_CLAIM =
            "insert into existing_job_look (organisation, claimed_at) values (:organisation, {now})";
    private static final String FOUND = """
            select export_id from existing_job known join project_export waiting
              on waiting.id = known.export_id and waiting.round = known.round
            where export_id in (:ids) and organisation = :organisation and found_jobs <> '[]'
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final FirstWriteWins firstWriteWins;
    private final DatabaseTime time;

    JdbcExistingJobs(JdbcClient jdbc, JdbcTemplate template, FirstWriteWins firstWriteWins, DatabaseTime time) {
        this.jdbc = jdbc;
        this.template = template;
        this.firstWriteWins = firstWriteWins;
        this.time = time;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isSomethingNew(String organisation) {
        return jdbc.sql(NEW)
                .param("organisation", organisation)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    @Override
    public boolean claimLook(String organisation, Duration atMostEvery) {
        return firstWriteWins.update(() -> jdbc.sql(time.in(CLAIM))
                        .param("organisation", organisation)
                        .param("seconds", SqlValues.seconds(atMostEvery))
                        .update())
                || isUnclaimed(organisation)
                        && firstWriteWins.insert(() -> jdbc.sql(time.in(FIRST_CLAIM))
                                .param("organisation", organisation)
                                .update());
    }

    private boolean isUnclaimed(String organisation) {
        return jdbc.sql("select 1 from existing_job_look where organisation = ?")
                .param(organisation)
                .query(Integer.class)
                .optional()
                .isEmpty();
    }

    @Override
    @Transactional
    public void releaseLook(String organisation) {
        jdbc.sql("delete from existing_job_look where organisation = ?")
                .param(organisation)
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public List<WaitingProject> waiting(String organisation, int limit) {
        return jdbc.sql(WAITING)
                .param("organisation", organisation)
                .param("limit", limit)
                .query(JdbcExistingJobs::waitingProject)
                .list();
    }

    private static WaitingProject waitingProject(ResultSet row, int number) throws SQLException {
        return new WaitingProject(
                row.getObject("id", UUID.class),
                row.getInt("round"),
                Project.nameInXero(row.getString("project_number"), row.getString("project_name")));
    }

    @Override
    @Transactional
    public void store(String organisation, Map<WaitingProject, List<FoundJob>> found) {
        template.update("delete from existing_job where export_id not in"
                + " (select id from project_export where status = 'READY_TO_EXPORT')");
        template.batchUpdate(
                "delete from existing_job where export_id = ?",
                found.keySet().stream()
                        .map(project -> new Object[] {project.exportId()})
                        .toList());
        template.batchUpdate(
                "insert into existing_job (export_id, round, organisation, found_jobs) values (?, ?, ?, ?)",
                found.entrySet().stream()
                        .map(entry -> new Object[] {
                            entry.getKey().exportId(),
                            entry.getKey().round(),
                            organisation,
                            JsonColumn.FOUND_JOBS.write(entry.getValue())
                        })
                        .toList());
    }

    @Override
    @Transactional(readOnly = true)
    public List<FoundJob> of(UUID exportId, int round, String organisation) {
        return jdbc.sql("select found_jobs from existing_job where export_id = ? and round = ? and organisation = ?")
                .params(exportId, round, organisation)
                .query(String.class)
                .optional()
                .map(JsonColumn.FOUND_JOBS::read)
                .orElse(List.of());
    }

    @Override
    @Transactional(readOnly = true)
    public Set<UUID> found(Collection<UUID> exportIds, String organisation) {
        return exportIds.isEmpty()
                ? Set.of()
                : jdbc.sql(FOUND)
                        .param("ids", exportIds)
                        .param("organisation", organisation)
                        .query(UUID.class)
                        .set();
    }
}
