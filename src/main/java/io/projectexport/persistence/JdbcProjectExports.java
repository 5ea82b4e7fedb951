package io.projectexport.persistence;

import io.projectexport.export.ActionRefused;
import io.projectexport.export.ExportRefused;
import io.projectexport.export.ExportStatus;
import io.projectexport.export.HistoryEntry;
import io.projectexport.export.Project;
import io.projectexport.export.ProjectExport;
import io.projectexport.export.ProjectExports;
import io.projectexport.export.ProjectField;
import io.projectexport.export.ProjectPage;
import io.projectexport.export.ProjectQuery;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Project exports in {@code project_export}, their steps in {@code project_history}. */
@Repository
@Transactional
class JdbcProjectExports implements ProjectExports {

    private final JdbcClient jdbc;
    private final ProjectHistory history;
    private final ProjectSearch search;

    JdbcProjectExports(JdbcClient jdbc, ProjectHistory history, ProjectSearch search) {
        this.jdbc = jdbc;
        this.history = history;
        this.search = search;
    }

    @Override
    public Optional<ProjectExport> find(UUID exportId) {
        return one("where id = ?", exportId);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<ProjectExport> lock(UUID exportId) {
        return one("where id = ? for update", exportId);
    }

    @Override
    public Optional<ProjectExport> findLive(String projectNumber) {
        return one("where live_number = ?", Project.comparable(projectNumber));
    }

    @Override
    public List<ProjectExport> allLive(Collection<String> projectNumbers) {
        return in(
                "live_number", projectNumbers.stream().map(Project::comparable).collect(Collectors.toSet()));
    }

    @Override
    public void add(ProjectExport export, HistoryEntry step) {
        Map<String, Object> columns = ProjectExportColumns.of(export);
        String names = String.join(", ", columns.keySet());
        String values = String.join(", :", columns.keySet());
        write("insert into project_export (" + names + ") values (:" + values + ")", columns);
        history.append(export.id(), step);
    }

    @Override
    public void update(ProjectExport export, HistoryEntry step) {
        update(export);
        history.append(export.id(), step);
    }

    @Override
    public void update(ProjectExport export) {
        Map<String, Object> columns = ProjectExportColumns.of(export);
        String values = columns.keySet().stream()
                .map(column -> column + " = :" + column)
                .collect(Collectors.joining(", "));
        write("update project_export set " + values + " where id = :id", columns);
    }

    @Override
    public ProjectPage search(ProjectQuery query) {
        return search.run(query);
    }

    @Override
    public List<UUID> ids(ProjectQuery query) {
        return search.ids(query);
    }

    @Override
    public List<ProjectExport> withIds(List<UUID> exportIds) {
        Map<UUID, ProjectExport> found =
                in("id", exportIds).stream().collect(Collectors.toMap(ProjectExport::id, Function.identity()));
        return exportIds.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    @Override
    public List<HistoryEntry> history(UUID exportId) {
        return history.of(exportId);
    }

    @Override
    public List<ProjectExport> readyToExport() {
        return jdbc.sql("select * from project_export where status = ? order by submitted_at, id")
                .param(ExportStatus.READY_TO_EXPORT.name())
                .query(new ProjectExportRows())
                .list();
    }

    @Override
    public List<UUID> failedFor(ExportRefused.Reason reason) {
        return jdbc.sql("select id from project_export where status = ? and failed_for = ? order by decided_at, id")
                .params(ExportStatus.FAILED_TO_EXPORT.name(), reason.name())
                .query(UUID.class)
                .list();
    }

    private Optional<ProjectExport> one(String where, Object value) {
        return jdbc.sql("select * from project_export " + where)
                .param(value)
                .query(new ProjectExportRows())
                .optional();
    }

    private List<ProjectExport> in(String column, Collection<?> values) {
        if (values.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select * from project_export where " + column + " in (:values)")
                .param("values", values)
                .query(new ProjectExportRows())
                .list();
    }

    private void write(String statement, Map<String, Object> columns) {
        try {
            OneRow.write(jdbc, statement, columns);
        } catch (DuplicateKeyException e) {
            throw ActionRefused.conflict(
                    ProjectField.PROJECT_NUMBER.key(),
                    "Project number %s is already there: somebody else submitted it at the same moment."
                            .formatted(columns.get("project_number")));
        }
    }
}
