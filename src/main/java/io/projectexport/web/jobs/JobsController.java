package io.projectexport.web.jobs;

import io.projectexport.export.decision.FindDecisions;
import io.projectexport.export.query.SaveViews;
import io.projectexport.web.input.SearchParameters;
import io.projectexport.web.page.CurrentViewer;
import io.projectexport.web.page.PageController;
import io.projectexport.web.page.Progress;
import io.projectexport.web.page.ViewerAdvice;
import java.util.List;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows the list of project exports. */
@PageController
public class JobsController {

    private final JobsPageFactory pageFactory;
    private final SaveViews views;
    private final FindDecisions decisions;

    JobsController(JobsPageFactory pageFactory, SaveViews views, FindDecisions decisions) {
        this.pageFactory = pageFactory;
        this.views = views;
        this.decisions = decisions;
    }

    /**
     * The list.
     *
     * @param shown rows with marks of the list that asks, which may be settled by now; {@link ShownRow}
     */
    @GetMapping("/jobs")
    String list(
            SearchParameters parameters,
            @RequestParam(defaultValue = "") List<String> shown,
            @CurrentViewer ViewerAdvice.Viewer viewer,
            Model model) {
        model.addAttribute("settled", pageFactory.settled(ShownRow.of(shown), viewer.person()));
        model.addAttribute("page", pageFactory.page(parameters, viewer.person()));
        model.addAttribute("views", views.of(viewer.person()));
        model.addAttribute("running", decisions.running(viewer.person()).orElse(null));
        return "jobs";
    }

    /** What has become by now of projects that were decided about together. */
    @RequestMapping(
            path = "/jobs/progress",
            method = {RequestMethod.GET, RequestMethod.POST})
    String progress(
            SearchParameters shown,
            @RequestParam List<UUID> id,
            @CurrentViewer ViewerAdvice.Viewer viewer,
            Model model) {
        List<JobsRow> rows = pageFactory.progress(id, viewer.person());
        model.addAttribute("rows", rows);
        model.addAttribute("progress", Progress.of(rows.stream().map(JobsRow::status)));
        model.addAttribute("page", pageFactory.page(shown, viewer.person()));
        return "progress";
    }
}
