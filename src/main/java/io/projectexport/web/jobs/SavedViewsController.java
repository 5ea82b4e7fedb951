package io.projectexport.web.jobs;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.query.SaveViews;
import io.projectexport.web.input.SearchParameters;
import io.projectexport.web.page.CurrentViewer;
import io.projectexport.web.page.PageController;
import io.projectexport.web.page.ViewerAdvice.Viewer;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Keeps the list that is shown under a name, for the person alone. */
@PageController
@RequestMapping("/jobs/views")
public class SavedViewsController {

    private final SaveViews views;

    SavedViewsController(SaveViews views) {
        this.views = views;
    }

    @PostMapping
    String save(
            SearchParameters shown,
            @RequestParam(defaultValue = "") String name,
            @CurrentViewer Viewer viewer,
            RedirectAttributes flash) {
        shown.toQuery();
        String here = new JobsLinks(shown).here();
        try {
            views.save(name, here, viewer.person());
        } catch (ActionRefused refused) {
            flash.addFlashAttribute("problem", refused.getMessage());
        }
        return "redirect:/jobs" + here;
    }

    @PostMapping("/delete")
    String delete(SearchParameters shown, @RequestParam String name, @CurrentViewer Viewer viewer) {
        views.delete(name, viewer.person());
        return "redirect:/jobs" + new JobsLinks(shown).here();
    }
}
