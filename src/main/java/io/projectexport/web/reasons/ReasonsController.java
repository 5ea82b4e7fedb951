package io.projectexport.web.reasons;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.Person;
import io.projectexport.export.reasons.KeepReasons;
import io.projectexport.export.reasons.ReasonList;
import io.projectexport.web.page.CurrentViewer;
import io.projectexport.web.page.PageController;
import io.projectexport.web.page.ViewerAdvice.Viewer;
import io.projectexport.web.problem.RefusalStatus;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The usual reasons of rejections, which administrators keep. */
@PageController
@RequestMapping("/admin/reasons")
public class ReasonsController {

    private final KeepReasons reasons;

    ReasonsController(KeepReasons reasons) {
        this.reasons = reasons;
    }

    @GetMapping
    ModelAndView show() {
        return new ModelAndView("usual-reasons", "page", ReasonsPage.of(reasons.current()));
    }

    @PostMapping
    ModelAndView save(@RequestParam Map<String, String> sent, @CurrentViewer Viewer viewer, RedirectAttributes flash) {
        ReasonsForm form = ReasonsForm.of(sent);
        try {
            flash.addFlashAttribute("done", carryOut(form, viewer.person()));
        } catch (ActionRefused refused) {
            if (refused.reason() == ActionRefused.Reason.FORBIDDEN) {
                throw refused;
            }
            ReasonsPage page = ReasonsPage.refused(reasons.current(), form, refused);
            return new ModelAndView("usual-reasons", Map.of("page", page), RefusalStatus.of(refused));
        }
        return new ModelAndView("redirect:/admin/reasons");
    }

    /** @return what was done, for people */
    private String carryOut(ReasonsForm form, Person admin) {
        switch (form.action()) {
            case "change" -> reasons.change(form.mark(), form.position(), form.text(), admin);
            case "up" -> reasons.move(form.mark(), form.position(), form.position() - 1, admin);
            case "down" -> reasons.move(form.mark(), form.position(), form.position() + 1, admin);
            case "remove" -> reasons.remove(form.mark(), form.position(), admin);
            default -> reasons.add(form.mark(), form.text(), admin);
        }
        return switch (form.action()) {
            case "change" -> "Saved.";
            case "up", "down" -> "Moved.";
            case "remove" -> removed();
            default -> "Added.";
        };
    }

    private String removed() {
        ReasonList left = reasons.current();
        return left.kept() || left.reasons().isEmpty()
                ? "Removed."
                : "Removed. Nothing is kept here any more, so the reasons of the setting are offered again.";
    }
}
