package io.projectexport.web.project;

import io.projectexport.export.approval.ApprovalProcess;
import io.projectexport.export.permission.Action;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.ActionRules;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.query.ReadProject;
import io.projectexport.export.submission.ProjectField;
import io.projectexport.export.submission.SubmittedFields;
import io.projectexport.export.submission.TypedFields;
import io.projectexport.web.page.ActionMessages;
import io.projectexport.web.page.CurrentViewer;
import io.projectexport.web.page.PageController;
import io.projectexport.web.page.ViewerAdvice.Viewer;
import io.projectexport.web.problem.RefusalStatus;
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

/** Controller of the form that submits a project, and submits it again once it is corrected. */
@PageController
public class SubmissionFormController {

    private static final String NEW = "/jobs/new";

    private final ApprovalProcess process;
    private final ReadProject read;
    private final ProjectViewFactory viewFactory;
    private final ActionRules rules;
    private final TypedFields typedFields;

    SubmissionFormController(
            ApprovalProcess process,
            ReadProject read,
            ProjectViewFactory viewFactory,
            ActionRules rules,
            TypedFields typedFields) {
        this.process = process;
        this.read = read;
        this.viewFactory = viewFactory;
        this.rules = rules;
        this.typedFields = typedFields;
    }

    @GetMapping(NEW)
    ModelAndView form(@CurrentViewer Viewer viewer) {
        rules.checkMaySubmit(viewer.person());
        return form(NEW, SubmissionForm.of(Map.of()));
    }

    @PostMapping(NEW)
    ModelAndView submit(@RequestParam Map<String, String> form, RedirectAttributes flash) {
        Map<String, Object> fields = known(form);
        return send(
                () -> process.submit(typedFields.read(fields)),
                ActionMessages.SUBMITTED,
                refused -> form(NEW, SubmissionForm.refused(fields, refused)),
                flash);
    }

    @GetMapping("/jobs/{exportId}/correct")
    ModelAndView correction(@PathVariable UUID exportId, @CurrentViewer Viewer viewer) {
        ProjectExport export = read.details(exportId, viewer.person()).export();
        rules.check(Action.RESUBMIT, export, viewer.person());
        return correction(exportId, SubmissionForm.of(SubmittedFields.of(export.submission())), viewer);
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
                    process.resubmit(exportId, typedFields.read(fields));
                    return exportId;
                },
                ActionMessages.done(Action.RESUBMIT),
                refused -> correction(exportId, SubmissionForm.refused(fields, refused), viewer),
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
    private ModelAndView correction(UUID exportId, SubmissionForm page, Viewer viewer) {
        ModelAndView form = form("/jobs/%s/correct".formatted(exportId), page);
        form.addObject("project", viewFactory.view(exportId, viewer.person()));
        return form;
    }

    private static ModelAndView form(String action, SubmissionForm page) {
        return new ModelAndView("submission", Map.of("action", action, "page", page));
    }

    private static Map<String, Object> known(Map<String, String> form) {
        Map<String, Object> fields = new LinkedHashMap<>();
        form.forEach((name, value) -> ProjectField.byKey(name).ifPresent(field -> fields.put(name, value)));
        return fields;
    }
}
