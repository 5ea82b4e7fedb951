package io.projectexport.web.model;

import io.projectexport.export.bulk.Batch;
import io.projectexport.export.migration.MoveProjects;
import io.projectexport.export.migration.WorkOffModelMoves;
import io.projectexport.export.model.DeployedModel;
import io.projectexport.export.model.LookAtModels;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.web.page.BatchProgress;
import io.projectexport.web.page.CurrentViewer;
import io.projectexport.web.page.PageController;
import io.projectexport.web.page.PageFormat;
import io.projectexport.web.page.ViewerAdvice.Viewer;
import io.projectexport.web.problem.UnexpectedError;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Moves of running projects to another version: what would become of them, the confirmation, and how far it has come. */
@PageController
@RequestMapping("/admin/models")
public class ModelMovesController {

    private final LookAtModels look;
    private final MoveProjects move;
    private final WorkOffModelMoves workOff;
    private final PageFormat format;

    ModelMovesController(LookAtModels look, MoveProjects move, WorkOffModelMoves workOff, PageFormat format) {
        this.look = look;
        this.move = move;
        this.workOff = workOff;
        this.format = format;
    }

    @GetMapping("/{id}/move")
    ModelAndView ask(
            @PathVariable String id, @RequestParam String to, @CurrentViewer Viewer viewer, RedirectAttributes flash) {
        DeployedModel from = look.find(id, viewer.person());
        try {
            ModelAndView page = new ModelAndView("model-move", "steps", move.plan(id, to, viewer.person()));
            page.addObject("from", from);
            page.addObject("to", look.find(to, viewer.person()));
            page.addObject("token", UUID.randomUUID());
            return page;
        } catch (ActionRefused refused) {
            return refused(refused, flash);
        }
    }

    @PostMapping("/{id}/move")
    ModelAndView confirm(
            @PathVariable String id,
            @RequestParam String to,
            @RequestParam UUID token,
            @CurrentViewer Viewer viewer,
            RedirectAttributes flash) {
        try {
            Batch batch = move.confirm(id, to, token.toString(), viewer.person());
            begin(batch);
            return new ModelAndView("redirect:/admin/models/moves/" + batch.id());
        } catch (ActionRefused refused) {
            return refused(refused, flash);
        }
    }

    private static ModelAndView refused(ActionRefused refused, RedirectAttributes flash) {
        if (refused.reason() == ActionRefused.Reason.FORBIDDEN || refused.reason() == ActionRefused.Reason.NOT_FOUND) {
            throw refused;
        }
        flash.addFlashAttribute("problem", refused.getMessage());
        return new ModelAndView("redirect:/admin/models");
    }

    private void begin(Batch batch) {
        try {
            workOff.next(batch);
        } catch (RuntimeException failure) {
            // it is stored, and gone on with in the background
            UnexpectedError.report(failure);
        }
    }

    @GetMapping("/moves/{moveId}")
    ModelAndView show(@PathVariable UUID moveId, @CurrentViewer Viewer viewer) {
        Batch batch = move.one(moveId, viewer.person());
        ModelAndView page = new ModelAndView(
                "model-moved", "batch", new BatchProgress(batch, format.time(batch.submittedAt()), "moved"));
        page.addObject("every", batch.isDone() ? null : "2s");
        page.addObject("refused", move.refused(batch, viewer.person()));
        return page;
    }
}
