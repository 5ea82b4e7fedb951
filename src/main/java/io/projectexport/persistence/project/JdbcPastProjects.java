package io.projectexport.persistence.project;

import static io.projectexport.persistence.sql.SqlValues.instant;

import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.HistoryEntry;
import io.projectexport.export.project.HistoryStep;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.rehearsal.PastProject;
import io.projectexport.export.rehearsal.PastProject.PastStep;
import io.projectexport.export.rehearsal.PastProjects;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adapter of the port {@link PastProjects}: the register, with one statement for all of them. */
@Repository
class JdbcPastProjects implements PastProjects {

    private static final List<HistoryStep> KINDS = Arrays.stream(HistoryStep.values())
            .filter(kind -> kind.changesStatus() || kind == HistoryStep.ESCALATED)
            .toList();

    /** The steps by which they finished are found by their time, whichever node wrote them. */
    private static final String FINISHED = """
            select export.*, step.id as step_id, step.happened_at as step_at, step.who as step_who, step.what as step_what,
                   step.failed_for as step_failed_for
            from (select export_id, happened_at, id from project_history where what in (:last)
                  order by happened_at desc, id desc limit :limit) finished
            join project_export export on export.id = finished.export_id
            join project_history step on step.export_id = finished.export_id and step.what in (:kinds)
            where export.status in (:finished)
            order by finished.happened_at desc, finished.id desc, step.id
            """;

    private static final class Collected {
        private final ProjectExport export;
        private final Map<Long, PastStep> steps = new TreeMap<>();

        private Collected(ProjectExport export) {
            this.export = export;
        }
    }

    private final JdbcClient jdbc;

    JdbcPastProjects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<PastProject> lastFinished(int limit) {
        Map<Object, Collected> found = new LinkedHashMap<>();
        jdbc.sql(FINISHED)
                .param("last", List.of(HistoryStep.SYNCED.label(), HistoryStep.WITHDRAWN.label()))
                .param("limit", limit)
                .param("kinds", KINDS.stream().map(HistoryStep::label).toList())
                .param("finished", List.of(ExportStatus.SYNCED.name(), ExportStatus.WITHDRAWN.name()))
                .query(row -> {
                    add(row, found);
                });
        return found.values().stream()
                .map(collected -> new PastProject(collected.export, new ArrayList<>(collected.steps.values())))
                .toList();
    }

    private static void add(ResultSet row, Map<Object, Collected> found) throws SQLException {
        Object id = row.getObject("id");
        Collected collected = found.get(id);
        if (collected == null) {
            collected = new Collected(new ProjectExportRowMapper().mapRow(row, 0));
            found.put(id, collected);
        }
        collected.steps.put(row.getLong("step_id"), step(row));
    }

    private static PastStep step(ResultSet row) throws SQLException {
        String what = row.getString("step_what");
        String reason = row.getString("step_failed_for");
        HistoryStep kind = KINDS.stream()
                .filter(each -> each.label().equals(what))
                .findFirst()
                .orElseThrow();
        return new PastStep(
                kind,
                instant(row, "step_at"),
                HistoryEntry.SYSTEM.equals(row.getString("step_who")),
                Optional.ofNullable(reason).map(ExportFailure.Reason::valueOf).orElse(null));
    }
}
