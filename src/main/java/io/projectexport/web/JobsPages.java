package io.projectexport.web;

import io.projectexport.export.ActionRules;
import io.projectexport.export.Decision;
import io.projectexport.export.FindProjects;
import io.projectexport.export.People;
import io.projectexport.export.Person;
import io.projectexport.export.ProjectExport;
import io.projectexport.export.ProjectPage;
import io.projectexport.export.ProjectQuery;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts the list together: one search, and one look-up of names, however many rows there are. */
@Component
class JobsPages {

    private final FindProjects projects;
    private final ActionRules rules;
    private final People people;
    private final Shown shown;

    JobsPages(FindProjects projects, ActionRules rules, People people, Shown shown) {
        this.projects = projects;
        this.rules = rules;
        this.people = people;
        this.shown = shown;
    }

    JobsPage page(SearchParameters parameters, Person viewer) {
        ProjectQuery query = parameters.toQuery();
        ProjectPage page = projects.search(query, viewer);
        return JobsPage.of(page, query, parameters, rows(page.items(), viewer));
    }

    /** Those that an approver decided about, in that order. */
    List<JobsRow> progress(List<UUID> exportIds, Person viewer) {
        return rows(projects.withIds(exportIds, viewer), viewer);
    }

    private List<JobsRow> rows(List<ProjectExport> exports, Person viewer) {
        Map<String, String> names = people.names(deciders(exports));
        return exports.stream()
                .map(export -> JobsRow.of(export, rules.allowed(export, viewer), names, shown))
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
