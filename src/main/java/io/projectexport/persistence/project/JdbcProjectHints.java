package io.projectexport.persistence.project;

import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.HistoryStep;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.query.ProjectHints;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Adapter of the port {@link ProjectHints}, each answer with one statement. */
@Repository
@Transactional(readOnly = true)
class JdbcProjectHints implements ProjectHints {

    private static final String IN_XERO_FIRST =
            " order by case when status = 'SYNCED' then 0 else 1 end, submitted_at, id";

    private static final String HINTS = """
            select waiting.id, other.id as other_id, other.project_number, other.status,
                (select what from project_history said
                    where said.export_id = waiting.id and said.round = waiting.round and said.what in (:question, :answer)
                    order by said.id desc limit 1) as said
            from project_export waiting
            left join project_export other on waiting.status = 'READY_TO_EXPORT' and other.id = (
                select id from project_export alike
                where look_alike_key = waiting.look_alike_key and id <> waiting.id and status <> 'WITHDRAWN'%s limit 1)
            where waiting.id in (:ids)
            """.formatted(IN_XERO_FIRST);

    private static final String LOOK_ALIKES =
            "select * from project_export where look_alike_key in (:keys) and status <> 'WITHDRAWN'" + IN_XERO_FIRST;

    private final JdbcClient jdbc;

    JdbcProjectHints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<UUID, Hints> of(Collection<UUID> exportIds) {
        if (exportIds.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Hints> found = new HashMap<>();
        jdbc.sql(HINTS)
                .param("ids", exportIds)
                .param("question", HistoryStep.QUESTION.label())
                .param("answer", HistoryStep.ANSWER.label())
                .query(row -> {
                    Hints hints = new Hints(answered(row), lookAlike(row));
                    if (hints.answered() != null || hints.lookAlike() != null) {
                        found.put(row.getObject("id", UUID.class), hints);
                    }
                });
        return found;
    }

    private static Boolean answered(ResultSet row) throws SQLException {
        String said = row.getString("said");
        return said == null ? null : Boolean.valueOf(said.equals(HistoryStep.ANSWER.label()));
    }

    private static LookAlike lookAlike(ResultSet row) throws SQLException {
        UUID id = row.getObject("other_id", UUID.class);
        return id == null
                ? null
                : new LookAlike(id, row.getString("project_number"), ExportStatus.valueOf(row.getString("status")));
    }

    @Override
    public List<ProjectExport> withLookAlikeKeys(Collection<String> keys) {
        return keys.isEmpty()
                ? List.of()
                : jdbc.sql(LOOK_ALIKES)
                        .param("keys", keys)
                        .query(new ProjectExportRowMapper())
                        .list();
    }
}
