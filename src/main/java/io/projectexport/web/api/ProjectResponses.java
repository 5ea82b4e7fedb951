package io.projectexport.web.api;

import io.projectexport.access.login.CurrentPerson;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.query.FindProjects;
import io.projectexport.export.query.ProjectQuery;
import io.projectexport.export.query.ProjectResultPage;
import io.projectexport.export.query.ReadProject;
import io.projectexport.export.query.StepStatistics;
import io.projectexport.export.text.DisplayFormat;
import io.projectexport.web.csv.HistoryCsv;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Assembler of responses about project exports, as the person who is logged in may see them, with times in the installation's zone. */
@Component
class ProjectResponses {

    private final FindProjects projects;
    private final ReadProject read;
    private final StepStatistics statistics;
    private final CurrentPerson currentPerson;
    private final DisplayFormat format;

    ProjectResponses(
            FindProjects projects,
            ReadProject read,
            StepStatistics statistics,
            CurrentPerson currentPerson,
            DisplayFormat format) {
        this.projects = projects;
        this.read = read;
        this.statistics = statistics;
        this.currentPerson = currentPerson;
        this.format = format;
    }

    ProjectDetailsResponse details(UUID exportId) {
        return ProjectDetailsResponse.of(found(exportId), format);
    }

    ReadProject.Details found(UUID exportId) {
        return read.details(exportId, currentPerson.get());
    }

    String historyCsv(ReadProject.Details project) {
        return HistoryCsv.write(project.history(), format);
    }

    /** All of it as it was at one moment. */
    @Transactional(readOnly = true)
    public ProjectPageResponse page(ProjectQuery query) {
        ProjectResultPage page = projects.search(query, currentPerson.get());
        return new ProjectPageResponse(
                items(page.items()),
                countsOfEveryStatus(page),
                query.page(),
                query.size(),
                page.total(),
                format.zone());
    }

    private List<ProjectPageResponse.ListedProject> items(List<ProjectExport> exports) {
        Map<UUID, Instant> since =
                statistics.inStatusSince(exports.stream().map(ProjectExport::id).toList());
        return exports.stream()
                .map(export -> new ProjectPageResponse.ListedProject(
                        ProjectResponse.of(export, read.preview(export), format),
                        export.submission().submitterName(),
                        format.at(since.getOrDefault(
                                export.id(), export.submission().submittedAt()))))
                .toList();
    }

    private static Map<ExportStatus, Long> countsOfEveryStatus(ProjectResultPage page) {
        Map<ExportStatus, Long> counts = new EnumMap<>(ExportStatus.class);
        Arrays.stream(ExportStatus.values())
                .forEach(status -> counts.put(status, page.counts().getOrDefault(status, 0L)));
        return counts;
    }
}
