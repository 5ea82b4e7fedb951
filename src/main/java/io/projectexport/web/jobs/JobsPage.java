package io.projectexport.web.jobs;

import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.query.ProjectQuery;
import io.projectexport.export.query.ProjectResultPage;
import io.projectexport.web.input.SearchParameters;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * View model of the Jobs page, as one person sees the list.
 *
 * @param exporting whether a count changes without anybody doing something
 * @param status null for every status
 * @param search null for no search
 * @param here the query of this view
 */
record JobsPage(
        List<Filter> filters,
        boolean exporting,
        List<Column> columns,
        List<JobsRow> rows,
        Paging paging,
        ExportStatus status,
        String search,
        String here,
        String withoutSearch) {

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

    static JobsPage of(ProjectResultPage page, ProjectQuery query, SearchParameters parameters, List<JobsRow> rows) {
        JobsLinks links = new JobsLinks(parameters);
        return new JobsPage(
                filters(page, query, links),
                page.counts().getOrDefault(ExportStatus.EXPORTING, 0L) > 0,
                columns(query, links),
                rows,
                Paging.of(page, query, links),
                query.status(),
                query.search(),
                links.here(),
                links.withoutSearch());
    }

    /** Whether something here goes on without anybody doing something. */
    public boolean refreshing() {
        return rows.stream().anyMatch(JobsRow::exporting);
    }

    /** Whether the person who looks can decide about something here. */
    public boolean deciding() {
        return rows.stream().anyMatch(JobsRow::decidable);
    }

    /** Whether there is something to accept here. */
    public boolean accepting() {
        return rows.stream().anyMatch(row -> row.can("ACCEPT"));
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

    private static List<Filter> filters(ProjectResultPage page, ProjectQuery query, JobsLinks links) {
        long all = page.counts().values().stream().mapToLong(Long::longValue).sum();
        Filter every = new Filter("All", all, links.filter(null), query.status() == null);
        return Stream.concat(
                        Stream.of(every),
                        Arrays.stream(ExportStatus.values())
                                .map(status -> new Filter(
                                        status.label(),
                                        page.counts().getOrDefault(status, 0L),
                                        links.filter(status),
                                        status == query.status())))
                .toList();
    }

    private static List<Column> columns(ProjectQuery query, JobsLinks links) {
        return Stream.of(
                        column("Number", "projectNumber", ProjectQuery.Sort.PROJECT_NUMBER, query, links),
                        column("Name", "projectName", ProjectQuery.Sort.PROJECT_NAME, query, links),
                        column("Client", "client", ProjectQuery.Sort.CLIENT, query, links),
                        column("Estimate", "estimateAmount", ProjectQuery.Sort.ESTIMATE_AMOUNT, query, links),
                        column("Deadline", "deadline", ProjectQuery.Sort.DEADLINE, query, links),
                        column("Submitter", "submitter", ProjectQuery.Sort.SUBMITTER, query, links),
                        column("Submitted", "submittedAt", ProjectQuery.Sort.SUBMITTED_AT, query, links))
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
