package io.projectexport.web.jobs;

import io.projectexport.export.permission.Person;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.query.FindProjects;
import io.projectexport.export.query.FindProjects.Neighbours;
import io.projectexport.export.query.ProjectQuery;
import io.projectexport.export.query.ProjectSearch.Place;
import io.projectexport.web.input.SearchParameters;
import io.projectexport.web.page.CurrentViewer;
import io.projectexport.web.page.PageController;
import io.projectexport.web.page.ViewerAdvice.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Says what stands before and after a project in the list that a person came from, however many pages that has; for the project's page. */
@PageController
public class NeighboursController {

    private final FindProjects projects;

    NeighboursController(FindProjects projects) {
        this.projects = projects;
    }

    /**
     * Where the project stands.
     *
     * @param within whether it belongs to the list
     * @param place for example 12 of 278; null where it is too far down to count, or not within
     * @param list address of the page of the list with the place of the project on it
     */
    record Answer(boolean within, String place, Link previous, Link next, String list) {}

    record Link(String address, String label) {}

    /** Takes what the list was asked for, and whether only what waits for a decision matters, as after one. */
    @GetMapping(path = "/jobs/{exportId}/neighbours", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Answer neighbours(
            @PathVariable UUID exportId,
            SearchParameters asked,
            @RequestParam(defaultValue = "false") boolean waiting,
            @CurrentViewer Viewer viewer,
            HttpServletRequest request) {
        Person person = viewer.person();
        SearchParameters list = ListDefaults.shown(asked, person);
        Neighbours found = projects.neighbours(exportId, query(list), person);
        ProjectExport next = waiting && !isOfOneWork(list)
                ? projects.neighbours(exportId, query(list.withStatus(ExportStatus.READY_TO_EXPORT.name())), person)
                        .next()
                : found.next();
        String jobs = request.getContextPath() + "/jobs";
        return new Answer(
                found.place().matches(),
                place(found.place()),
                link(jobs, found.previous()),
                link(jobs, next),
                jobs + page(exportId, list, found.place()));
    }

    private static ProjectQuery query(SearchParameters list) {
        return ListDefaults.ordered(list).toQuery();
    }

    /** Whether whatever it lists waits for somebody to do something. */
    private static boolean isOfOneWork(SearchParameters list) {
        return ExportStatus.READY_TO_EXPORT.name().equals(list.status())
                || ExportStatus.FAILED_TO_EXPORT.name().equals(list.status());
    }

    private static String place(Place place) {
        if (!place.matches() || place.ahead() == null) {
            return null;
        }
        return place.total() == null
                ? String.format(Locale.ENGLISH, "%,d of more than 10,000", place.ahead() + 1)
                : String.format(Locale.ENGLISH, "%,d of %,d", place.ahead() + 1, place.total());
    }

    private static Link link(String jobs, ProjectExport export) {
        return export == null
                ? null
                : new Link(
                        jobs + "/" + export.id(),
                        export.project().number() + " " + export.project().name());
    }

    private static String page(UUID exportId, SearchParameters list, Place place) {
        JobsLinks links = new JobsLinks(list);
        if (place.ahead() == null) {
            return links.here();
        }
        long last = place.matches() ? place.ahead() : Math.max(0, place.ahead() - 1);
        String page = links.page((int) (last / query(list).size()));
        return place.matches() ? page + "#row-" + exportId : page;
    }
}
