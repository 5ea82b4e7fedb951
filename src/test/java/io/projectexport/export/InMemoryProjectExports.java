package io.projectexport.export;

import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.HistoryEntry;
import io.projectexport.export.project.HistoryStep;
import io.projectexport.export.project.Project;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.ProjectExports;
import io.projectexport.export.query.ProjectQuery;
import io.projectexport.export.query.ProjectResultPage;
import io.projectexport.export.query.ProjectSearch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Project exports in memory, for tests of the business. */
public final class InMemoryProjectExports implements ProjectExports, ProjectSearch {

    private final Map<UUID, ProjectExport> exports = new LinkedHashMap<>();
    private final Map<UUID, List<HistoryEntry>> history = new LinkedHashMap<>();

    @Override
    public Optional<ProjectExport> find(UUID exportId) {
        return Optional.ofNullable(exports.get(exportId));
    }

    @Override
    public Optional<ProjectExport> lock(UUID exportId) {
        return find(exportId);
    }

    @Override
    public Optional<ProjectExport> findLive(String projectNumber) {
        return exports.values().stream()
                .filter(e -> e.status() != ExportStatus.WITHDRAWN && hasNumber(e, projectNumber))
                .findFirst();
    }

    @Override
    public List<ProjectExport> allLive(Collection<String> projectNumbers) {
        return projectNumbers.stream()
                .flatMap(number -> findLive(number).stream())
                .distinct()
                .toList();
    }

    private static boolean hasNumber(ProjectExport export, String number) {
        return Project.comparable(export.project().number()).equals(Project.comparable(number));
    }

    @Override
    public void add(ProjectExport export, HistoryEntry step) {
        update(export, step);
    }

    @Override
    public void update(ProjectExport export, HistoryEntry step) {
        update(export);
        history.computeIfAbsent(export.id(), id -> new ArrayList<>()).add(step);
    }

    @Override
    public void update(ProjectExport export) {
        exports.put(export.id(), export);
    }

    @Override
    public ProjectResultPage search(ProjectQuery query) {
        List<ProjectExport> found = exports.values().stream()
                .filter(e -> query.owner() == null || e.submission().submitter().equals(query.owner()))
                .toList();
        return new ProjectResultPage(found, Map.of(), found.size());
    }

    @Override
    public List<UUID> ids(ProjectQuery query) {
        return search(query).items().stream().map(ProjectExport::id).toList();
    }

    @Override
    public Place place(UUID exportId, ProjectQuery query) {
        List<UUID> ids = ids(query);
        int at = ids.indexOf(exportId);
        return new Place(
                at >= 0,
                (long) at,
                (long) ids.size(),
                at > 0 ? ids.get(at - 1) : null,
                at + 1 < ids.size() ? ids.get(at + 1) : null);
    }

    @Override
    public List<ProjectExport> withIds(List<UUID> exportIds) {
        return exportIds.stream().map(exports::get).filter(Objects::nonNull).toList();
    }

    @Override
    public List<ProjectExport> lookAlikes(ProjectExport export, int limit) {
        return exports.values().stream()
                .filter(e -> e.status() != ExportStatus.WITHDRAWN && !e.id().equals(export.id()))
                .filter(e -> export.project().lookAlikeKey().equals(e.project().lookAlikeKey()))
                .limit(limit)
                .toList();
    }

    @Override
    public List<HistoryEntry> history(UUID exportId) {
        return history.getOrDefault(exportId, List.of());
    }

    @Override
    public Map<UUID, HistoryEntry> lastRejections(Collection<UUID> exportIds) {
        Map<UUID, HistoryEntry> last = new LinkedHashMap<>();
        exportIds.forEach(id -> history(id).stream()
                .filter(step -> step.is(HistoryStep.REJECTED))
                .forEach(step -> last.put(id, step)));
        return last;
    }

    @Override
    public List<ProjectExport> readyToExport(int limit) {
        return waiting(limit, e -> !e.further().isOpen());
    }

    @Override
    public List<ProjectExport> waitingForFurtherApproval(int limit) {
        return waiting(limit, e -> e.further().isOpen());
    }

    private List<ProjectExport> waiting(int limit, Predicate<ProjectExport> whose) {
        return exports.values().stream()
                .filter(e -> e.status() == ExportStatus.READY_TO_EXPORT)
                .filter(whose)
                .sorted(Comparator.comparing(e -> e.submission().submittedAt()))
                .limit(limit)
                .toList();
    }

    @Override
    public List<ProjectExport> readyToExport(Collection<UUID> exportIds) {
        return waiting(Integer.MAX_VALUE, any -> true).stream()
                .filter(export -> exportIds.contains(export.id()))
                .toList();
    }

    @Override
    public List<ProjectExport> failedToExport(int limit) {
        return exports.values().stream()
                .filter(e -> e.status() == ExportStatus.FAILED_TO_EXPORT)
                .limit(limit)
                .toList();
    }

    @Override
    public long countReadyToExport() {
        return readyToExport(Integer.MAX_VALUE).size();
    }

    @Override
    public List<UUID> failedWithoutConnection(String organisation, Instant notSince) {
        return failedFor(ExportFailure.Reason.NOT_CONNECTED).stream()
                .filter(id -> organisation.equals(exports.get(id).decision().organisation()))
                .toList();
    }

    @Override
    public List<UUID> failedFor(ExportFailure.Reason reason) {
        return exports.values().stream()
                .filter(e -> e.status() == ExportStatus.FAILED_TO_EXPORT
                        && e.outcome().failedFor() == reason)
                .sorted(Comparator.comparing(e -> e.decision().at()))
                .map(ProjectExport::id)
                .toList();
    }
}
