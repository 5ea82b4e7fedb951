package io.projectexport.persistence.project;

import static io.projectexport.persistence.sql.SqlValues.instant;
import static io.projectexport.persistence.sql.SqlValues.text;
import static io.projectexport.persistence.sql.SqlValues.timestamp;

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
            insert into project_history (export_id, happened_at, who, what, round, comment, error, xero_job_id)
            values (:exportId, :at, :who, :what, :round, :comment, :error, :xeroJobId)
            """;

    private static final String LAST = """
            select * from project_history
            where id in (select max(id) from project_history where export_id in (:exportIds) and what = :what group by export_id)
            """;

    private final JdbcClient jdbc;

    ProjectHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void append(UUID exportId, HistoryEntry step) {
        jdbc.sql(APPEND)
                .param("exportId", exportId)
                .param("at", timestamp(step.at()))
                .param("who", step.who())
                .param("what", step.what())
                .param("round", step.round())
                .param("comment", text(step.comment()))
                .param("error", text(step.error()))
                .param("xeroJobId", step.xeroJobId())
                .update();
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
