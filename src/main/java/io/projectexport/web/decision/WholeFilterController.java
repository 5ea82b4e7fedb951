package io.projectexport.web.decision;

import io.projectexport.export.bulk.Batch;
import io.projectexport.export.decision.ConfirmDecisions;
import io.projectexport.export.decision.DecisionCount;
import io.projectexport.export.decision.FilterDecisions;
import io.projectexport.export.decision.FindDecisions;
import io.projectexport.export.decision.WorkOffDecisions;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.web.input.SearchParameters;
import io.projectexport.web.jobs.JobsLinks;
import io.projectexport.web.jobs.JobsPageFactory;
import io.projectexport.web.jobs.ListDefaults;
import io.projectexport.web.page.BatchProgress;
import io.projectexport.web.page.CurrentViewer;
import io.projectexport.web.page.PageController;
import io.projectexport.web.page.PageFormat;
import io.projectexport.web.page.Progress;
import io.projectexport.web.page.ViewerAdvice.Viewer;
import io.projectexport.web.problem.UnexpectedError;
import java.util.List;
import java.util.UUID;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes a decision about everything in the list, whichever page of it is open: asks, stores what was confirmed, and shows how far it is. */
@PageController
@RequestMapping("/jobs/decisions")
public class WholeFilterController {

    private final FilterDecisions filter;
    private final DecisionsToConfirmFactory confirmations;
    private final ConfirmDecisions confirm;
    private final WorkOffDecisions workOff;
    private final FindDecisions decisions;
    private final JobsPageFactory rows;
    private final PageFormat format;

    WholeFilterController(
            FilterDecisions filter,
            DecisionsToConfirmFactory confirmations,
            ConfirmDecisions confirm,
            WorkOffDecisions workOff,
            FindDecisions decisions,
            JobsPageFactory rows,
            PageFormat format) {
        this.filter = filter;
        this.confirmations = confirmations;
        this.confirm = confirm;
        this.workOff = workOff;
        this.decisions = decisions;
        this.rows = rows;
        this.format = format;
    }

    @PostMapping(params = WholeFilter.FIELD)
    ModelAndView ask(
            SearchParameters shown,
            @RequestParam MultiValueMap<String, String> form,
            @CurrentViewer Viewer viewer,
            RedirectAttributes flash) {
        String here = new JobsLinks(shown).here();
        try {
            WholeFilter whole = WholeFilter.of(form);
            SearchParameters list = ListDefaults.ordered(ListDefaults.shown(shown, viewer.person()));
            ModelAndView page = new ModelAndView("decide", "here", here);
            return page.addAllObjects(confirmations.of(
                    whole, filter.choose(list.toQuery(), whole.action(), viewer.person()), viewer.person()));
        } catch (ActionRefused refused) {
            return refused(refused, here, flash);
        }
    }

    @PostMapping("/all")
    ModelAndView confirm(
            SearchParameters shown,
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam UUID token,
            @CurrentViewer Viewer viewer,
            RedirectAttributes flash) {
        String here = new JobsLinks(shown).here();
        try {
            Batch batch = confirm.confirm(WholeFilter.confirmed(form), token.toString(), viewer.person());
            begin(batch);
            return new ModelAndView("redirect:/jobs/decisions/" + batch.id() + here);
        } catch (ActionRefused refused) {
            return refused(refused, here, flash);
        }
    }

    private void begin(Batch batch) {
        try {
            workOff.next(batch);
        } catch (RuntimeException failure) {
            // they are stored, and gone on with in the background
            UnexpectedError.report(failure);
        }
    }

    private static ModelAndView refused(ActionRefused refused, String here, RedirectAttributes flash) {
        flash.addFlashAttribute("problem", refused.getMessage());
        return new ModelAndView("redirect:/jobs" + here);
    }

    @GetMapping("/{batchId}")
    ModelAndView show(SearchParameters shown, @PathVariable UUID batchId, @CurrentViewer Viewer viewer) {
        Batch batch = decisions.one(batchId, viewer.person());
        List<DecisionCount> counts = decisions.counts(batch);
        Progress progress = Progress.ofBatch(counts);
        ModelAndView page = new ModelAndView("decided", "here", new JobsLinks(shown).here());
        page.addObject(
                "batch", new BatchProgress(batch, format.time(batch.submittedAt()), Progress.participle(counts)));
        page.addObject("every", batch.isDone() ? progress.moving() > 0 ? "5s" : null : "2s");
        page.addObject("progress", progress);
        page.addObject("refused", decisions.refused(batch));
        page.addObject("failed", rows.progress(decisions.failedToExport(batch, counts), viewer.person()));
        return page;
    }
}
