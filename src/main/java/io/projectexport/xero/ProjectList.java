package io.projectexport.xero;

import com.xero.api.client.ProjectApi;
import com.xero.models.project.Pagination;
import com.xero.models.project.Projects;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Looks through all projects, in any state, because Xero Projects has no filter by name. */
class ProjectList {

    private static final int PAGE_SIZE = 500;

    private final ProjectApi api;
    private final XeroCalls calls;

    ProjectList(ProjectApi api, XeroCalls calls) {
        this.api = api;
        this.calls = calls;
    }

    /** The ids of all projects with exactly this name. */
    List<UUID> named(String name) {
        List<UUID> found = new ArrayList<>();
        Projects page;
        int number = 0;
        do {
            page = page(++number);
            page.getItems().stream()
                    .filter(project -> name.equals(project.getName()))
                    .map(project -> XeroIds.required(project.getProjectId()))
                    .forEach(found::add);
        } while (hasNext(page, number));
        return found;
    }

    private Projects page(int number) {
        return calls.call(
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
