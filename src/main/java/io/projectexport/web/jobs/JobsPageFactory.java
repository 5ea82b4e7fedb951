package io.projectexport.web.jobs;

import io.projectexport.export.permission.ActionRules;
import io.projectexport.export.permission.People;
import io.projectexport.export.permission.Person;
import io.projectexport.export.project.Decision;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.query.FindProjects;
import io.projectexport.export.query.ProjectQuery;
import io.projectexport.export.query.ProjectResultPage;
import io.projectexport.web.input.SearchParameters;
import io.projectexport.web.page.PageFormat;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Factory of the view model of the Jobs page: one search, and one look-up of names, however many rows there are. */
@Component
public class JobsPageFactory {

    private final FindProjects projects;
    private final ActionRules rules;
    private final People people;
    private final PageFormat format;

    JobsPageFactory(FindProjects projects, ActionRules rules, People people, PageFormat format) {
        this.projects = projects;
        this.rules = rules;
        this.people = people;
        this.format = format;
    }

    JobsPage page(SearchParameters parameters, Person viewer) {
        ProjectQuery query = parameters.toQuery();
        ProjectResultPage page = projects.search(query, viewer);
        return JobsPage.of(page, query, parameters, rows(page.items(), viewer));
    }

    /** Those that an approver decided about, in that order. */
    List<JobsRow> progress(List<UUID> exportIds, Person viewer) {
        return rows(projects.withIds(exportIds, viewer), viewer);
    }

    private List<JobsRow> rows(List<ProjectExport> exports, Person viewer) {
        Map<String, String> names = people.names(deciders(exports));
        Set<UUID> inXero = projects.withJobsInXero(exports);
        return exports.stream()
                .map(export -> JobsRow.of(export, rules.allowed(export, viewer), names, format)
                        .withJobsInXero(inXero))
                .toList();
    }

    private static Collection<String> deciders(List<ProjectExport> exports) {
        return exports.stream()
                .map(ProjectExport::decision)
                .filter(Objects::nonNull)
                .map(Decision::by)
                .distinct()
                .toList();
    }
}
