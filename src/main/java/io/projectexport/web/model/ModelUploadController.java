package io.projectexport.web.model;

import io.projectexport.export.model.ChangeModels;
import io.projectexport.export.model.CheckModels;
import io.projectexport.export.model.LookAtModels;
import io.projectexport.export.model.ModelFinding;
import io.projectexport.export.model.ModelFinding.Severity;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.Person;
import io.projectexport.export.version.ChooseShippedModel;
import io.projectexport.web.page.CurrentViewer;
import io.projectexport.web.page.PageController;
import io.projectexport.web.page.ViewerAdvice.Viewer;
import io.projectexport.web.problem.RefusalStatus;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Files of models that administrators check or deploy, and the release's own models, which they choose instead of theirs. */
@PageController
@RequestMapping("/admin/models")
public class ModelUploadController {

    private final CheckModels check;
    private final ChangeModels change;
    private final ChooseShippedModel shipped;
    private final LookAtModels look;
    private final ModelPageFactory pages;

    ModelUploadController(
            CheckModels check,
            ChangeModels change,
            ChooseShippedModel shipped,
            LookAtModels look,
            ModelPageFactory pages) {
        this.check = check;
        this.change = change;
        this.shipped = shipped;
        this.look = look;
        this.pages = pages;
    }

    @PostMapping("/check")
    ModelAndView check(@RequestParam(CheckModels.FILES) List<MultipartFile> files, @CurrentViewer Viewer viewer)
            throws IOException {
        try {
            return checked(check.check(SentFiles.of(files), viewer.person()), viewer.person());
        } catch (ActionRefused refused) {
            return refused(refused, viewer.person());
        }
    }

    /**
     * Whatever refuses is shown all at once, and nothing is deployed.
     *
     * @param kept files that a page gave back, instead of files that were chosen
     */
    @PostMapping("/deploy")
    ModelAndView deploy(
            @RequestParam(name = CheckModels.FILES, required = false) List<MultipartFile> files,
            @RequestParam(required = false) String kept,
            @CurrentViewer Viewer viewer,
            RedirectAttributes flash)
            throws IOException {
        try {
            Map<String, byte[]> sent =
                    kept == null ? SentFiles.of(files == null ? List.of() : files) : SentFiles.ofKept(kept);
            List<ModelFinding> findings = check.check(sent, viewer.person());
            if (findings.stream().anyMatch(finding -> finding.severity() == Severity.REFUSES)) {
                return checked(findings, viewer.person());
            }
            change.deploy(sent, viewer.person());
            flash.addFlashAttribute(
                    "done", "Deployed. New projects begin on it; what is on its way stays where it is.");
            flash.addFlashAttribute("findings", findings);
            return new ModelAndView("redirect:/admin/models");
        } catch (ActionRefused refused) {
            return refused(refused, viewer.person());
        }
    }

    /** Deploys this release's model instead of the administrator's that was kept. */
    @PostMapping("/shipped")
    String shipped(@RequestParam String key, @CurrentViewer Viewer viewer, RedirectAttributes flash) {
        shipped.deploy(key, viewer.person());
        flash.addFlashAttribute("done", "This release's version is deployed as the latest one.");
        return "redirect:/admin/models";
    }

    private ModelAndView checked(List<ModelFinding> findings, Person person) {
        boolean isRefused = findings.stream().anyMatch(finding -> finding.severity() == Severity.REFUSES);
        ModelAndView page = new ModelAndView("models", "page", pages.list(look.all(person)));
        page.addObject("checked", isRefused ? "Nothing was deployed: this cannot work." : "This can be deployed.");
        page.addObject("findings", findings);
        page.setStatus(isRefused ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.OK);
        return page;
    }

    private ModelAndView refused(ActionRefused refused, Person person) {
        if (refused.reason() == ActionRefused.Reason.FORBIDDEN) {
            throw refused;
        }
        return new ModelAndView(
                "models",
                Map.of("page", pages.list(look.all(person)), "problem", refused.getMessage()),
                RefusalStatus.of(refused));
    }
}
