package io.projectexport.web.jobs;

import io.projectexport.export.looking.LookAtProject;
import io.projectexport.export.looking.ProjectLooks.Look;
import io.projectexport.export.permission.People;
import io.projectexport.export.permission.Person;
import io.projectexport.export.project.Decision;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.query.FindHints;
import io.projectexport.export.query.FindProjects;
import io.projectexport.export.query.ProjectHints.Hints;
import io.projectexport.export.query.ProjectQuery;
import io.projectexport.export.query.ProjectResultPage;
import io.projectexport.web.input.SearchParameters;
import io.projectexport.web.page.PageFormat;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Factory of the view model of the Jobs page: one search, one question for all badges, and one look-up of names, however many rows there are. */
@Component
public class JobsPageFactory {

    private final FindProjects projects;
    private final FindHints hints;
    private final LookAtProject looking;
    private final People people;
    private final JobsRowFactory rows;
    private final PageFormat format;

    JobsPageFactory(
            FindProjects projects,
            FindHints hints,
            LookAtProject looking,
            People people,
            JobsRowFactory rows,
            PageFormat format) {
        this.projects = projects;
        this.hints = hints;
        this.looking = looking;
        this.people = people;
        this.rows = rows;
        this.format = format;
    }

    JobsPage page(SearchParameters asked, Person viewer) {
        SearchParameters shown = ListDefaults.shown(asked, viewer);
        ProjectQuery query = ListDefaults.ordered(shown).toQuery();
        ProjectResultPage page = projects.search(query, viewer);
        return JobsPage.of(page, query, shown, rows(page.items(), viewer), format.currency());
    }

    /** Those that an approver decided about, in that order. */
    public List<JobsRow> progress(List<UUID> exportIds, Person viewer) {
        return exportIds.isEmpty() ? List.of() : rows(projects.withIds(exportIds, viewer), viewer);
    }

    /** Those of the rows of an open list that are not as it shows them any more; one question, and none for none. */
    List<SettledRow> settled(List<ShownRow> shown, Person viewer) {
        if (shown.isEmpty()) {
            return List.of();
        }
        Map<UUID, ShownRow> before = new LinkedHashMap<>();
        shown.forEach(row -> before.putIfAbsent(row.id(), row));
        List<UUID> order = List.copyOf(before.keySet());
        List<ProjectExport> settled = projects.withIds(order, viewer).stream()
                .filter(now -> before.get(now.id()).isSettled(now))
                .sorted(Comparator.comparingInt(now -> order.indexOf(now.id())))
                .toList();
        Map<String, String> names = settled.isEmpty() ? Map.of() : people.names(shown(settled, List.of()));
        return settled.stream().map(now -> SettledRow.of(now, names, format)).toList();
    }

    private List<JobsRow> rows(List<ProjectExport> exports, Person viewer) {
        List<Look> looks = looking.others(waiting(exports, viewer), viewer);
        Map<String, String> names = people.names(shown(exports, looks));
        Map<UUID, String> reasons = reasons(exports);
        Set<UUID> inXero = projects.withJobsInXero(exports);
        Map<UUID, Hints> known = hints.of(exports, viewer);
        return exports.stream()
                .map(export -> rows.row(
                        export,
                        viewer,
                        names,
                        reasons.get(export.id()),
                        RowBadge.of(export, inXero.contains(export.id()), known.get(export.id())),
                        lookers(export, viewer, looks)))
                .toList();
    }

    private List<UUID> waiting(List<ProjectExport> exports, Person viewer) {
        return exports.stream()
                .filter(export -> looking.tells(export.status(), viewer))
                .map(ProjectExport::id)
                .toList();
    }

    private List<String> lookers(ProjectExport export, Person viewer, List<Look> looks) {
        return !looking.tells(export.status(), viewer)
                ? null
                : looks.stream()
                        .filter(look -> look.exportId().equals(export.id()))
                        .map(Look::userId)
                        .toList();
    }

    private Map<UUID, String> reasons(List<ProjectExport> exports) {
        List<UUID> rejected = exports.stream()
                .filter(export -> export.status() == ExportStatus.REJECTED)
                .map(ProjectExport::id)
                .toList();
        return rejected.isEmpty() ? Map.of() : projects.reasons(rejected);
    }

    private static Collection<String> shown(List<ProjectExport> exports, List<Look> looks) {
        Stream<String> deciders = exports.stream()
                .map(ProjectExport::decision)
                .filter(Objects::nonNull)
                .map(Decision::by);
        return Stream.concat(deciders, looks.stream().map(Look::userId))
                .distinct()
                .toList();
    }
}
