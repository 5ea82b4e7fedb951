package io.projectexport.web;

import io.projectexport.access.CurrentPerson;
import io.projectexport.export.DisplayFormat;
import io.projectexport.export.ExportStatus;
import io.projectexport.export.ExportSteps;
import io.projectexport.export.FindProjects;
import io.projectexport.export.ProjectExport;
import io.projectexport.export.ProjectPage;
import io.projectexport.export.ProjectQuery;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Project exports as the person who is logged in may see them, with times in the installation's zone. */
@Component
class Answers {

    private final FindProjects projects;
    private final ExportSteps steps;
    private final CurrentPerson currentPerson;
    private final DisplayFormat format;

    Answers(FindProjects projects, ExportSteps steps, CurrentPerson currentPerson, DisplayFormat format) {
        this.projects = projects;
        this.steps = steps;
        this.currentPerson = currentPerson;
        this.format = format;
    }

    DetailsAnswer details(UUID exportId) {
        return DetailsAnswer.of(found(exportId), format);
    }

    FindProjects.Details found(UUID exportId) {
        return projects.details(exportId, currentPerson.get());
    }

    String historyCsv(FindProjects.Details project) {
        return HistoryCsv.write(project.history(), format);
    }

    PageAnswer page(ProjectQuery query) {
        ProjectPage page = projects.search(query, currentPerson.get());
        return new PageAnswer(
                items(page.items()),
                countsOfEveryStatus(page),
                query.page(),
                query.size(),
                page.total(),
                format.zone());
    }

    private List<PageAnswer.ListedProject> items(List<ProjectExport> exports) {
        Map<UUID, Instant> since =
                steps.inStatusSince(exports.stream().map(ProjectExport::id).toList());
        return exports.stream()
                .map(export -> new PageAnswer.ListedProject(
                        ProjectAnswer.of(export, projects.preview(export), format),
                        export.submission().submitterName(),
                        format.at(since.getOrDefault(
                                export.id(), export.submission().submittedAt()))))
                .toList();
    }

    private static Map<ExportStatus, Long> countsOfEveryStatus(ProjectPage page) {
        Map<ExportStatus, Long> counts = new EnumMap<>(ExportStatus.class);
        Arrays.stream(ExportStatus.values())
                .forEach(status -> counts.put(status, page.counts().getOrDefault(status, 0L)));
        return counts;
    }
}
