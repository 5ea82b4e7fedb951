package io.projectexport.persistence.project;

import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.HistoryEntry;
import io.projectexport.export.project.HistoryStep;
import io.projectexport.export.project.Project;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.ProjectExports;
import io.projectexport.export.submission.ProjectField;
import io.projectexport.persistence.sql.RelaxedCommit;
import io.projectexport.persistence.sql.SqlValues;
import io.projectexport.persistence.sql.WrittenRow;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Adapter of the port {@link ProjectExports}, in the tables {@code project_export} and, for the steps, {@code project_history}. */
@Repository
@Transactional
class JdbcProjectExports implements ProjectExports {

    /** Stays as long as the number does: what was live twice before numbers were compared so strictly can be decided to its end. */
    private static final String LIVE_NUMBER =
            "case when cast(:live_number as varchar(1000)) is null or live_number is null"
                    + " or project_number <> :project_number then cast(:live_number as varchar(1000)) else live_number end";

    private static final String FAILED_WITHOUT_CONNECTION = """
            select id from project_export
            where status = :status and failed_for = :reason and approved_organisation = :organisation
              and not exists (
                select 1 from project_history
                where export_id = project_export.id and who = :system and what = :retried and happened_at > :notSince)
            order by decided_at, id
            """;

    /** Databases take some ten thousand values in a statement. */
    private static final int AT_A_TIME = 1000;

    private final JdbcClient jdbc;
    private final ProjectHistory history;
    private final TransactionReads reads;
    private final RelaxedCommit relaxed;
    private final WrittenRow written;

    JdbcProjectExports(
            JdbcClient jdbc,
            ProjectHistory history,
            TransactionReads reads,
            RelaxedCommit relaxed,
            WrittenRow written) {
        this.jdbc = jdbc;
        this.history = history;
        this.reads = reads;
        this.relaxed = relaxed;
        this.written = written;
    }

    @Override
    public Optional<ProjectExport> find(UUID exportId) {
        return reads.find(exportId, () -> one("where id = ?", exportId));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<ProjectExport> lock(UUID exportId) {
        return reads.lock(exportId, () -> one("where id = ? for update", exportId));
    }

    @Override
    public Optional<ProjectExport> findLive(String projectNumber) {
        return one("where live_number = ?", Project.comparable(projectNumber));
    }

    @Override
    public List<ProjectExport> allLive(Collection<String> projectNumbers) {
        if (projectNumbers.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select * from project_export where live_number in (:numbers)")
                .param(
                        "numbers",
                        projectNumbers.stream().map(Project::comparable).collect(Collectors.toSet()))
                .query(new ProjectExportRowMapper())
                .list();
    }

    @Override
    public void add(ProjectExport export, HistoryEntry step) {
        Map<String, Object> columns = ProjectExportColumns.of(export);
        String names = String.join(", ", columns.keySet());
        String values = String.join(", :", columns.keySet());
        write("insert into project_export (" + names + ") values (:" + values + ")", columns);
        append(export, step);
    }

    @Override
    public void update(ProjectExport export, HistoryEntry step) {
        update(export);
        append(export, step);
    }

    private void append(ProjectExport export, HistoryEntry step) {
        boolean isFailure = step.is(HistoryStep.FAILED_TO_EXPORT);
        history.append(export.id(), step, isFailure ? export.outcome().failedFor() : null);
    }

    @Override
    public void update(ProjectExport export) {
        Map<String, Object> columns = ProjectExportColumns.of(export);
        String values = columns.keySet().stream()
                .map(column -> column + " = " + (column.equals("live_number") ? LIVE_NUMBER : ":" + column))
                .collect(Collectors.joining(", "));
        String update = "update project_export set " + values + " where id = :id";
        // the job is there still when this is lost, and finds the attempt, or else the job in Xero
        write(export.status() == ExportStatus.SYNCED ? relaxed.write(update) : update, columns);
    }

    @Override
    public List<HistoryEntry> history(UUID exportId) {
        return history.of(exportId);
    }

    @Override
    public Map<UUID, HistoryEntry> lastRejections(Collection<UUID> exportIds) {
        return exportIds.isEmpty() ? Map.of() : history.last(exportIds, HistoryStep.REJECTED);
    }

    @Override
    public List<ProjectExport> readyToExport(int limit) {
        return waiting("further_step is null", limit);
    }

    @Override
    public List<ProjectExport> waitingForFurtherApproval(int limit) {
        return waiting("further_step is not null", limit);
    }

    private List<ProjectExport> waiting(String whose, int limit) {
        return jdbc.sql("select * from project_export where status = ? and " + whose
                        + " order by submitted_at, id limit ?")
                .params(ExportStatus.READY_TO_EXPORT.name(), limit)
                .query(new ProjectExportRowMapper())
                .list();
    }

    @Override
    public List<ProjectExport> readyToExport(Collection<UUID> exportIds) {
        List<UUID> ids = List.copyOf(exportIds);
        return IntStream.iterate(0, first -> first < ids.size(), first -> first + AT_A_TIME)
                .mapToObj(first -> ids.subList(first, Math.min(first + AT_A_TIME, ids.size())))
                .flatMap(some -> ready(some).stream())
                .sorted(Comparator.comparing(
                                (ProjectExport export) -> export.submission().submittedAt())
                        .thenComparing(ProjectExport::id))
                .toList();
    }

    private List<ProjectExport> ready(List<UUID> exportIds) {
        return jdbc.sql("select * from project_export where id in (:ids) and status = :status")
                .param("ids", exportIds)
                .param("status", ExportStatus.READY_TO_EXPORT.name())
                .query(new ProjectExportRowMapper())
                .list();
    }

    @Override
    public List<ProjectExport> failedToExport(int limit) {
        return jdbc.sql("select * from project_export where status = ? order by decided_at desc, id limit ?")
                .params(ExportStatus.FAILED_TO_EXPORT.name(), limit)
                .query(new ProjectExportRowMapper())
                .list();
    }

    @Override
    public long countReadyToExport() {
        return jdbc.sql("select count(*) from project_export where status = ? and further_step is null")
                .param(ExportStatus.READY_TO_EXPORT.name())
                .query(Long.class)
                .single();
    }

    @Override
    public List<UUID> failedWithoutConnection(String organisation, Instant notSince) {
        return jdbc.sql(FAILED_WITHOUT_CONNECTION)
                .param("status", ExportStatus.FAILED_TO_EXPORT.name())
                .param("reason", ExportFailure.Reason.NOT_CONNECTED.name())
                .param("organisation", organisation)
                .param("system", HistoryEntry.SYSTEM)
                .param("retried", HistoryStep.RETRIED.label())
                .param("notSince", SqlValues.timestamp(notSince))
                .query(UUID.class)
                .list();
    }

    private Optional<ProjectExport> one(String where, Object value) {
        return jdbc.sql("select * from project_export " + where)
                .param(value)
                .query(new ProjectExportRowMapper())
                .optional();
    }

    private void write(String statement, Map<String, Object> columns) {
        try {
            reads.written(written.row(statement, columns, new ProjectExportRowMapper()));
        } catch (DuplicateKeyException e) {
            throw ActionRefused.conflict(
                    ProjectField.PROJECT_NUMBER.key(),
                    "Project number %s is already there: somebody else submitted it at the same moment."
                            .formatted(columns.get("project_number")));
        }
    }
}
