package io.projectexport.web;

import io.projectexport.access.CurrentPerson;
import io.projectexport.export.ExportRules;
import io.projectexport.export.ExportStatus;
import io.projectexport.export.FindProjects;
import io.projectexport.export.ProjectExport;
import io.projectexport.export.ProjectPage;
import io.projectexport.export.ProjectQuery;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Project exports as the person who is logged in may see them, with times in the installation's zone. */
@Component
class Answers {

    private final FindProjects projects;
    private final CurrentPerson currentPerson;
    private final ExportRules rules;

    Answers(FindProjects projects, CurrentPerson currentPerson, ExportRules rules) {
        this.projects = projects;
        this.currentPerson = currentPerson;
        this.rules = rules;
    }

    DetailsAnswer details(UUID exportId) {
        return DetailsAnswer.of(projects.details(exportId, currentPerson.get()), rules.timeZone());
    }

    PageAnswer page(ProjectQuery query) {
        ProjectPage page = projects.search(query, currentPerson.get());
        return new PageAnswer(
                page.items().stream().map(this::item).toList(),
                countsOfEveryStatus(page),
                query.page(),
                query.size(),
                page.total());
    }

    private ProjectAnswer item(ProjectExport export) {
        return ProjectAnswer.of(export, projects.preview(export), rules.timeZone());
    }

    private static Map<ExportStatus, Long> countsOfEveryStatus(ProjectPage page) {
        Map<ExportStatus, Long> counts = new EnumMap<>(ExportStatus.class);
        Arrays.stream(ExportStatus.values())
                .forEach(status -> counts.put(status, page.counts().getOrDefault(status, 0L)));
        return counts;
    }
}
