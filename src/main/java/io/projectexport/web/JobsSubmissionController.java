package io.projectexport.web;

import io.projectexport.export.Action;
import io.projectexport.export.ActionRefused;
import io.projectexport.export.ActionRules;
import io.projectexport.export.ApprovalProcess;
import io.projectexport.export.FindProjects;
import io.projectexport.export.ProjectExport;
import io.projectexport.export.ProjectField;
import io.projectexport.export.SubmittedFields;
import io.projectexport.web.PageFrame.Viewer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form that submits a project, and submits it again once it is corrected. */
@PageController
class JobsSubmissionController {

    private static final String NEW = "/jobs/new";

    private final ApprovalProcess process;
    private final FindProjects projects;
    private final ProjectViews views;
    private final ActionRules rules;

    JobsSubmissionController(ApprovalProcess process, FindProjects projects, ProjectViews views, ActionRules rules) {
        this.process = process;
        this.projects = projects;
        this.views = views;
        this.rules = rules;
    }

    @GetMapping(NEW)
    ModelAndView form(@CurrentViewer Viewer viewer) {
        rules.checkMaySubmit(viewer.person());
        return form(NEW, SubmissionPage.of(Map.of()));
    }

    @PostMapping(NEW)
    ModelAndView submit(@RequestParam Map<String, String> form, RedirectAttributes flash) {
        Map<String, Object> fields = known(form);
        return send(
                () -> process.submit(fields),
                ActionMessages.SUBMITTED,
                refused -> form(NEW, SubmissionPage.refused(fields, refused)),
                flash);
    }

    @GetMapping("/jobs/{exportId}/correct")
    ModelAndView correction(@PathVariable UUID exportId, @CurrentViewer Viewer viewer) {
        ProjectExport export = projects.details(exportId, viewer.person()).export();
        rules.check(Action.RESUBMIT, export, viewer.person());
        return correction(exportId, SubmissionPage.of(SubmittedFields.of(export.submission())), viewer);
    }

    @PostMapping("/jobs/{exportId}/correct")
    ModelAndView resubmit(
            @PathVariable UUID exportId,
            @RequestParam Map<String, String> form,
            @CurrentViewer Viewer viewer,
            RedirectAttributes flash) {
        Map<String, Object> fields = known(form);
        return send(
                () -> {
                    process.resubmit(exportId, fields);
                    return exportId;
                },
                ActionMessages.done(Action.RESUBMIT),
                refused -> correction(exportId, SubmissionPage.refused(fields, refused), viewer),
                flash);
    }

    private static ModelAndView send(
            Supplier<UUID> work,
            String done,
            Function<ActionRefused, ModelAndView> otherwise,
            RedirectAttributes flash) {
        try {
            UUID exportId = work.get();
            flash.addFlashAttribute("done", done);
            return new ModelAndView("redirect:/jobs/" + exportId);
        } catch (ActionRefused refused) {
            ModelAndView form = otherwise.apply(refused);
            form.setStatus(RefusalStatus.of(refused));
            return form;
        }
    }

    /** Beside the project and why it was rejected. */
    private ModelAndView correction(UUID exportId, SubmissionPage page, Viewer viewer) {
        ModelAndView form = form("/jobs/%s/correct".formatted(exportId), page);
        form.addObject("project", views.view(exportId, viewer.person()));
        return form;
    }

    private static ModelAndView form(String action, SubmissionPage page) {
        return new ModelAndView("submission", Map.of("action", action, "page", page));
    }

    private static Map<String, Object> known(Map<String, String> form) {
        Map<String, Object> fields = new LinkedHashMap<>();
        form.forEach((name, value) -> ProjectField.byKey(name).ifPresent(field -> fields.put(name, value)));
        return fields;
    }
}
