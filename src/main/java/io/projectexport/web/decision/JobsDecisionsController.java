package io.projectexport.web.decision;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.web.decision.BulkDecisions.Result;
import io.projectexport.web.input.SearchParameters;
import io.projectexport.web.jobs.JobsLinks;
import io.projectexport.web.page.CurrentViewer;
import io.projectexport.web.page.PageController;
import io.projectexport.web.page.ViewerAdvice.Viewer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes the decisions that an approver marked in the list, and shows the list again with what became of each. */
@PageController
public class JobsDecisionsController {

    private final BulkDecisions decisions;
    private final DecisionsToConfirmFactory confirmations;

    JobsDecisionsController(BulkDecisions decisions, DecisionsToConfirmFactory confirmations) {
        this.decisions = decisions;
        this.confirmations = confirmations;
    }

    /**
     * Carries out what is marked.
     *
     * @param ask sent by a browser without scripts, which could not ask before it sent the form
     */
    @PostMapping("/jobs/decisions")
    ModelAndView decide(
            SearchParameters shown,
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam(defaultValue = "false") boolean ask,
            @CurrentViewer Viewer viewer,
            RedirectAttributes flash) {
        String comment = form.getFirst("comment");
        try {
            MarkedDecisions marked = MarkedDecisions.of(form);
            if (ask && marked.askOnce()) {
                ModelAndView page = new ModelAndView("decide", "marked", confirmations.of(marked, viewer.person()));
                return page.addObject("here", new JobsLinks(shown).here());
            }
            List<Result> results = decisions.carryOut(marked, viewer.person());
            flash.addFlashAttribute("results", results);
            keepRefused(results, comment, flash);
        } catch (ActionRefused refused) {
            flash.addFlashAttribute("problem", refused.getMessage());
            flash.addFlashAttribute("comment", comment);
        }
        return new ModelAndView("redirect:/jobs" + new JobsLinks(shown).here());
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
