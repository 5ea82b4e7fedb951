package io.projectexport.web.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.projectexport.export.project.ExportStatus;
import io.projectexport.web.input.SearchParameters;
import java.util.StringJoiner;
import org.springframework.util.StringUtils;
import org.springframework.web.util.UriUtils;

/** Queries that lead from one view of the list to another and keep the rest of what was asked for. */
public record JobsLinks(SearchParameters shown) {

    /** The list of one status, or of all for null, from its first page on and in its own order. */
    String filter(ExportStatus status) {
        return query(status == null ? "ALL" : status.name(), shown.search(), shown.sort(), null);
    }

    String sort(String sort) {
        return query(shown.status(), shown.search(), sort, null);
    }

    String page(int page) {
        return query(shown.status(), shown.search(), shown.sort(), page == 0 ? null : String.valueOf(page));
    }

    /** What is shown now. */
    public String here() {
        return query(shown.status(), shown.search(), shown.sort(), shown.page());
    }

    /** The same status without anything that narrows it. */
    String withoutSearch() {
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        add(query, "status", shown.status());
        add(query, "sort", shown.sort());
        add(query, "size", shown.size());
        return query.toString();
    }

    private String query(String status, String search, String sort, String page) {
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        add(query, "status", status);
        add(query, "search", search);
        add(query, "sort", sort);
        add(query, "page", page);
        add(query, "size", shown.size());
        add(query, "client", shown.client());
        add(query, "submittedBy", shown.submittedBy());
        add(query, "estimateFrom", shown.estimateFrom());
        add(query, "estimateTo", shown.estimateTo());
        add(query, "deadlineFrom", shown.deadlineFrom());
        add(query, "deadlineTo", shown.deadlineTo());
        add(query, "waitingDays", shown.waitingDays());
        return query.toString();
    }

    private static void add(StringJoiner query, String name, String value) {
        if (StringUtils.hasText(value)) {
            query.add(name + "=" + UriUtils.encode(value, UTF_8));
        }
    }
}
