package io.projectexport.web.project;

import static io.projectexport.export.permission.Action.ACCEPT;
import static io.projectexport.export.permission.Action.REJECT;
import static io.projectexport.export.permission.Action.RETRIEVE;
import static io.projectexport.export.permission.Action.RETRY;
import static io.projectexport.export.permission.Action.WITHDRAW;

import io.projectexport.export.approval.ApprovalProcess;
import io.projectexport.export.exactlyonce.JobChoice;
import io.projectexport.web.page.CurrentViewer;
import io.projectexport.web.page.PageController;
import io.projectexport.web.page.RejectionWords;
import io.projectexport.web.page.ViewerAdvice.Viewer;
import io.projectexport.web.project.ActionResults.Typed;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Controller of the actions on one project export's page; each responds with that page again. */
@PageController
@RequestMapping("/jobs/{exportId}")
public class ProjectActionsController {

    private static final String CREATE_NEW = "new";

    private final ApprovalProcess process;
    private final ActionResults results;

    ProjectActionsController(ApprovalProcess process, ActionResults results) {
        this.process = process;
        this.results = results;
    }

    /** Takes the contact, and the id of a job that was found, or the choice of a new one, where there is something to choose. */
    @PostMapping("/accept")
    ModelAndView accept(
            @PathVariable UUID exportId,
            @RequestParam(required = false) String choice,
            ContactForm contact,
            @CurrentViewer Viewer viewer,
            RedirectAttributes flash) {
        return results.perform(
                () -> process.accept(exportId, job(choice).with(contact.choice())),
                ACCEPT,
                exportId,
                new Typed(choice, contact),
                viewer,
                flash);
    }

    /** Takes a usual reason, too, where no script has put it into the comment. */
    @PostMapping("/reject")
    ModelAndView reject(
            @PathVariable UUID exportId,
            @RequestParam(required = false) String comment,
            @RequestParam(required = false) String standard,
            @CurrentViewer Viewer viewer,
            RedirectAttributes flash) {
        String reason = RejectionWords.of(standard, comment);
        return results.perform(
                () -> process.reject(exportId, reason), REJECT, exportId, new Typed(reason, null), viewer, flash);
    }

    /** Takes the contact, and the id of a job that was found, or the choice of a new one, where there is something to choose. */
    @PostMapping("/retry")
    ModelAndView retry(
            @PathVariable UUID exportId,
            @RequestParam(required = false) String choice,
            ContactForm contact,
            @CurrentViewer Viewer viewer,
            RedirectAttributes flash) {
        return results.perform(
                () -> process.retry(exportId, job(choice).with(contact.choice())),
                RETRY,
                exportId,
                new Typed(choice, contact),
                viewer,
                flash);
    }

    private static JobChoice job(String choice) {
        return CREATE_NEW.equals(choice) ? new JobChoice(null, true) : new JobChoice(choice, false);
    }

    @PostMapping("/retrieve")
    ModelAndView retrieve(@PathVariable UUID exportId, @CurrentViewer Viewer viewer, RedirectAttributes flash) {
        return results.perform(() -> process.retrieve(exportId), RETRIEVE, exportId, Typed.NOTHING, viewer, flash);
    }

    @PostMapping("/withdraw")
    ModelAndView withdraw(@PathVariable UUID exportId, @CurrentViewer Viewer viewer, RedirectAttributes flash) {
        return results.perform(() -> process.withdraw(exportId), WITHDRAW, exportId, Typed.NOTHING, viewer, flash);
    }
}
