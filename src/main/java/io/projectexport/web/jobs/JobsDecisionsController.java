package io.projectexport.web.jobs;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.web.input.SearchParameters;
import io.projectexport.web.jobs.BulkDecisions.Result;
import io.projectexport.web.page.CurrentViewer;
import io.projectexport.web.page.PageController;
import io.projectexport.web.page.ViewerAdvice.Viewer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes the decisions that an approver marked in the list, and shows the list again with what became of each. */
@PageController
public class JobsDecisionsController {

    private final BulkDecisions decisions;

    JobsDecisionsController(BulkDecisions decisions) {
        this.decisions = decisions;
    }

    @PostMapping("/jobs/decisions")
    String decide(
            SearchParameters shown,
            @RequestParam Map<String, String> form,
            @CurrentViewer Viewer viewer,
            RedirectAttributes flash) {
        String comment = form.get("comment");
        try {
            List<Result> results = decisions.carryOut(form, comment, viewer.person());
            flash.addFlashAttribute("results", results);
            keepRefused(results, comment, flash);
        } catch (ActionRefused refused) {
            flash.addFlashAttribute("problem", refused.getMessage());
            flash.addFlashAttribute("comment", comment);
        }
        return "redirect:/jobs" + new JobsLinks(shown).here();
    }

    @PostMapping("/jobs/retry-not-connected")
    String retryNotConnected(SearchParameters shown, @CurrentViewer Viewer viewer, RedirectAttributes flash) {
        flash.addFlashAttribute("results", decisions.retryNotConnected(viewer.person()));
        return "redirect:/jobs" + new JobsLinks(shown).here();
    }

    /** So that what was refused can be sent again without marking and typing it anew. */
    private static void keepRefused(List<Result> results, String comment, RedirectAttributes flash) {
        Map<UUID, String> marks = results.stream()
                .filter(result -> !result.done())
                .collect(Collectors.toMap(Result::id, Result::mark, (first, second) -> first));
        flash.addFlashAttribute("marks", marks);
        if (!marks.isEmpty()) {
            flash.addFlashAttribute("comment", comment);
        }
    }
}
