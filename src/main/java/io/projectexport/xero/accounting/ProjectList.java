package io.projectexport.xero.accounting;

import com.xero.api.client.ProjectApi;
import com.xero.models.project.Amount;
import com.xero.models.project.Pagination;
import com.xero.models.project.Project;
import com.xero.models.project.ProjectStatus;
import com.xero.models.project.Projects;
import io.projectexport.export.text.DisplayFormat;
import io.projectexport.xero.client.XeroCalls;
import io.projectexport.xero.failure.XeroText;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads all projects, in any state. */
class ProjectList {

    private static final int PAGE_SIZE = 500;

    private final ProjectApi api;
    private final XeroCalls calls;
    private final DisplayFormat format;

    ProjectList(ProjectApi api, XeroCalls calls, DisplayFormat format) {
        this.api = api;
        this.calls = calls;
        this.format = format;
    }

    List<ListedJob> all() {
        List<ListedJob> all = new ArrayList<>();
        Projects page;
        int number = 0;
        do {
            page = page(++number);
            page.getItems().stream().map(this::listed).forEach(all::add);
        } while (hasNext(page, number));
        return all;
    }

    private ListedJob listed(Project project) {
        Amount estimate = project.getEstimate();
        PreviewText details = new PreviewText().line("status", status(project.getStatus()));
        if (estimate != null && estimate.getValue() != null && estimate.getValue() > 0) {
            details.line("estimate", format.amount(BigDecimal.valueOf(estimate.getValue()), currency(estimate)));
        }
        if (project.getDeadlineUtc() != null) {
            Instant deadline = Instant.ofEpochSecond(project.getDeadlineUtc().toEpochSecond());
            details.line("deadline", format.date(deadline));
        }
        return new ListedJob(
                project.getProjectId(),
                XeroText.name(project.getName()),
                details.toString().replace("\n", ", "));
    }

    private static String status(ProjectStatus status) {
        return status == null ? null : status == ProjectStatus.CLOSED ? "closed" : "in progress";
    }

    private static String currency(Amount amount) {
        return amount.getCurrency() == null ? null : amount.getCurrency().getValue();
    }

    private Projects page(int number) {
        return calls.callExtra(
                Projects.class,
                (token, tenant) -> api.getProjectsForHttpResponse(token, tenant, null, null, null, number, PAGE_SIZE));
    }

    private static boolean hasNext(Projects page, int number) {
        Pagination pagination = page.getPagination();
        return pagination == null || pagination.getPageCount() == null
                ? !page.getItems().isEmpty()
                : number < pagination.getPageCount();
    }
}
