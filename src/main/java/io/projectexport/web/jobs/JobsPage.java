package io.projectexport.web.jobs;

import static io.projectexport.export.project.ExportStatus.EXPORTING;
import static io.projectexport.export.project.ExportStatus.FAILED_TO_EXPORT;
import static io.projectexport.export.project.ExportStatus.READY_TO_EXPORT;
import static io.projectexport.export.project.ExportStatus.REJECTED;
import static io.projectexport.export.project.ExportStatus.RETRIEVED;
import static io.projectexport.export.project.ExportStatus.SYNCED;
import static io.projectexport.export.project.ExportStatus.WITHDRAWN;

import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.query.ProjectQuery;
import io.projectexport.export.query.ProjectResultPage;
import io.projectexport.web.input.SearchParameters;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * View model of the Jobs page, as one person sees the list.
 *
 * @param groups the filters, as work is ordered: to do, on the way, done
 * @param exporting whether a count changes without anybody doing something
 * @param status null for every status
 * @param search null for no search
 * @param asked what was asked for
 * @param here the query of this view
 * @param currency of the estimates; null where it is not known
 */
record JobsPage(
        List<FilterGroup> groups,
        boolean exporting,
        List<Column> columns,
        List<JobsRow> rows,
        Paging paging,
        ExportStatus status,
        String search,
        SearchParameters asked,
        String here,
        String withoutSearch,
        String currency) {

    /** Filters of one kind of work. */
    record FilterGroup(String label, List<Filter> filters) {}

    /** One status, or all of them, with the number of projects there. */
    record Filter(String label, long count, String query, boolean current) {}

    /**
     * A column by which rows can be ordered.
     *
     * @param ariaSort null unless it is the order of this view
     * @param query the same column the other way round, where it is
     */
    record Column(String label, String key, String ariaSort, String query) {}

    /**
     * Where in the list this page is.
     *
     * @param previous null on the first page, as {@code next} on the last one
     */
    record Paging(long total, int number, int pages, String previous, String next) {

        static Paging of(ProjectResultPage page, ProjectQuery query, JobsLinks links) {
            int pages = (int) Math.max(1, (page.total() + query.size() - 1) / query.size());
            return new Paging(
                    page.total(),
                    query.page() + 1,
                    pages,
                    query.page() == 0 ? null : links.page(Math.min(query.page(), pages) - 1),
                    query.page() + 1 >= pages ? null : links.page(query.page() + 1));
        }
    }

    static JobsPage of(
            ProjectResultPage page,
            ProjectQuery query,
            SearchParameters parameters,
            List<JobsRow> rows,
            String currency) {
        JobsLinks links = new JobsLinks(parameters);
        return new JobsPage(
                groups(page, query, links),
                page.counts().getOrDefault(ExportStatus.EXPORTING, 0L) > 0,
                columns(query, links),
                rows,
                Paging.of(page, query, links),
                query.status(),
                query.search(),
                parameters,
                links.here(),
                links.withoutSearch(),
                currency);
    }

    /** Whether something here goes on without anybody doing something. */
    public boolean refreshing() {
        return rows.stream().anyMatch(JobsRow::exporting);
    }

    /** Whether the person who looks can decide about something here. */
    public boolean deciding() {
        return rows.stream().anyMatch(JobsRow::decidable);
    }

    /** Whether rows say how to decide about them, or why not. */
    public boolean showsDecisions() {
        return rows.stream().anyMatch(row -> row.decidable() || row.own());
    }

    /** Whether the person who looks can retry what failed because Xero was not connected. */
    public boolean reconnecting() {
        return rows.stream().anyMatch(row -> row.notConnected() && row.can("RETRY"));
    }

    /** The parts that a refresh replaces: the filters, and the rows that are on their way. */
    public String refreshed() {
        Stream<String> moving = rows.stream().filter(JobsRow::exporting).map(row -> "#row-" + row.id());
        return String.join(",", Stream.concat(Stream.of("#filters"), moving).toList());
    }

    /** The marks that say who has a project open, which a refresh replaces; null where there are none. */
    public String openMarks() {
        List<String> told = rows.stream()
                .filter(row -> row.open() != null)
                .map(row -> "#open-" + row.id())
                .toList();
        return told.isEmpty() ? null : String.join(",", told);
    }

    private static List<FilterGroup> groups(ProjectResultPage page, ProjectQuery query, JobsLinks links) {
        long all = page.counts().values().stream().mapToLong(Long::longValue).sum();
        Filter every = new Filter("All", all, links.filter(null), query.status() == null);
        Function<ExportStatus, Filter> filter = status -> new Filter(
                status.label(), page.counts().getOrDefault(status, 0L), links.filter(status), status == query.status());
        return List.of(
                group("To do", filter, READY_TO_EXPORT, FAILED_TO_EXPORT),
                group("On the way", filter, EXPORTING),
                group("Done", filter, SYNCED, REJECTED, RETRIEVED, WITHDRAWN),
                new FilterGroup("Everything", List.of(every)));
    }

    private static FilterGroup group(String label, Function<ExportStatus, Filter> filter, ExportStatus... statuses) {
        return new FilterGroup(label, Stream.of(statuses).map(filter).toList());
    }

    /** The heading of what a status has to say of its projects; null when it says nothing. */
    public String newsLabel() {
        if (status == null) {
            return "Status";
        }
        return switch (status) {
            case EXPORTING -> "Waits for";
            case SYNCED -> "In Xero";
            case FAILED_TO_EXPORT -> "What went wrong";
            case REJECTED -> "Why";
            case READY_TO_EXPORT, RETRIEVED, WITHDRAWN -> null;
        };
    }

    /** What a mark for all rows of this page would do; null where rows do not have that in common. */
    public String markAll() {
        boolean accepting = rows.stream().anyMatch(row -> row.can("ACCEPT"));
        boolean retrying = rows.stream().anyMatch(row -> row.can("RETRY"));
        return accepting == retrying ? null : accepting ? "accept" : "retry";
    }

    /** Whether all of a status can be decided at once, on whichever page they are. */
    public boolean offersWhole() {
        return status != null && markAll() != null && paging.total() > rows.size();
    }

    /** The filter that is shown, with its count. */
    public String chosen() {
        return groups.stream()
                .flatMap(group -> group.filters().stream())
                .filter(Filter::current)
                .map(filter -> filter.label() + " " + filter.count())
                .findFirst()
                .orElse("");
    }

    /** Whether less is shown than the status has. */
    public boolean narrowed() {
        return search != null || asked.isNarrowed();
    }

    /** For the browser's tab. */
    public String title() {
        return status == null ? "All jobs" : "%s (%d)".formatted(status.label(), paging.total());
    }

    private static List<Column> columns(ProjectQuery query, JobsLinks links) {
        return Stream.of(
                        column("Number", "projectNumber", ProjectQuery.Sort.PROJECT_NUMBER, query, links),
                        column("Project name", "projectName", ProjectQuery.Sort.PROJECT_NAME, query, links),
                        column("Client", "client", ProjectQuery.Sort.CLIENT, query, links),
                        column("Estimate", "estimateAmount", ProjectQuery.Sort.ESTIMATE_AMOUNT, query, links),
                        column("Deadline", "deadline", ProjectQuery.Sort.DEADLINE, query, links),
                        column("Submitter", "submitter", ProjectQuery.Sort.SUBMITTER, query, links),
                        column(
                                query.status() == READY_TO_EXPORT ? "Waiting" : "Submitted",
                                "submittedAt",
                                ProjectQuery.Sort.SUBMITTED_AT,
                                query,
                                links))
                .toList();
    }

    private static Column column(
            String label, String key, ProjectQuery.Sort sort, ProjectQuery query, JobsLinks links) {
        if (query.sort() != sort) {
            return new Column(label, key, null, links.sort(key));
        }
        return query.descending()
                ? new Column(label, key, "descending", links.sort(key))
                : new Column(label, key, "ascending", links.sort("-" + key));
    }
}
