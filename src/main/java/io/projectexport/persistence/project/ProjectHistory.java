package io.projectexport.persistence.project;

import static io.projectexport.persistence.sql.SqlValues.instant;
import static io.projectexport.persistence.sql.SqlValues.text;
import static io.projectexport.persistence.sql.SqlValues.timestamp;

import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.project.HistoryEntry;
import io.projectexport.export.project.HistoryStep;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The steps of project exports; they are appended, never changed and never deleted. */
@Component
class ProjectHistory {

    private static final String APPEND = """
            insert into project_history (export_id, happened_at, who, what, round, comment, error, failed_for, xero_job_id, waited_seconds)
            values (:exportId, :at, :who, :what, :round, :comment, :error, :failedFor, :xeroJobId, %s)
            """;

    private static final String NO_WAIT = "-1";

    /** From the submission of the round to its first decision; kept, because figures of many weeks would look for each. */
    private static final String DECIDED_AFTER = """
            coalesce((
                select case when count(case when what = :accepted then 1 end) > 0 then -1
                    else cast(extract(epoch from (cast(:at as timestamp(6) with time zone)
                        - max(case when what in (:submissions) then happened_at end))) as double precision) end
                from project_history where export_id = :exportId and round = :round), -1)
            """;

    /** From the submission to the job in Xero. */
    private static final String SYNCED_AFTER = """
            coalesce(cast(extract(epoch from (cast(:at as timestamp(6) with time zone)
                - (select submitted_at from project_export where id = :exportId))) as double precision), -1)
            """;

    private static final String LAST = """
            select * from project_history
            where id in (select max(id) from project_history where export_id in (:exportIds) and what = :what group by export_id)
            """;

    private final JdbcClient jdbc;

    ProjectHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param failedFor why the export failed in this step; null where it did not */
    void append(UUID exportId, HistoryEntry step, ExportFailure.Reason failedFor) {
        jdbc.sql(APPEND.formatted(waited(step)))
                .param("accepted", HistoryStep.ACCEPTED.label())
                .param("submissions", List.of(HistoryStep.SUBMITTED.label(), HistoryStep.RESUBMITTED.label()))
                .param("exportId", exportId)
                .param("at", timestamp(step.at()))
                .param("who", step.who())
                .param("what", step.what())
                .param("round", step.round())
                .param("comment", text(step.comment()))
                .param("error", text(step.error()))
                .param("failedFor", failedFor == null ? null : failedFor.name())
                .param("xeroJobId", step.xeroJobId())
                .update();
    }

    private static String waited(HistoryEntry step) {
        if (step.is(HistoryStep.SYNCED)) {
            return SYNCED_AFTER;
        }
        return step.is(HistoryStep.ACCEPTED) || step.is(HistoryStep.REJECTED) ? DECIDED_AFTER : NO_WAIT;
    }

    List<HistoryEntry> of(UUID exportId) {
        // by id: the order in which the steps were committed, whatever the clocks of the nodes say
        return jdbc.sql("select * from project_history where export_id = :exportId order by id")
                .param("exportId", exportId)
                .query(ProjectHistory::entry)
                .list();
    }

    /** The last step of this kind of each that has one. */
    Map<UUID, HistoryEntry> last(Collection<UUID> exportIds, HistoryStep kind) {
        Map<UUID, HistoryEntry> steps = new HashMap<>();
        jdbc.sql(LAST).param("exportIds", exportIds).param("what", kind.label()).query(row -> {
            steps.put(row.getObject("export_id", UUID.class), entry(row, 0));
        });
        return steps;
    }

    private static HistoryEntry entry(ResultSet row, int rowNumber) throws SQLException {
        return new HistoryEntry(
                instant(row, "happened_at"),
                row.getString("who"),
                row.getString("what"),
                row.getInt("round"),
                row.getString("comment"),
                row.getString("error"),
                row.getString("xero_job_id"));
    }
}
