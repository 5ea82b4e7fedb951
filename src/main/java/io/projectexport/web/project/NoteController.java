package io.projectexport.web.project;

import io.projectexport.export.conversation.DiscussProject;
import io.projectexport.export.conversation.DiscussProject.Written;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.web.page.CurrentViewer;
import io.projectexport.web.page.PageController;
import io.projectexport.web.page.ViewerAdvice.Viewer;
import io.projectexport.web.problem.RefusalStatus;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Controller of questions, answers and notes on one project export's page; each responds with that page again. */
@PageController
public class NoteController {

    private final DiscussProject discussion;
    private final ProjectViewFactory viewFactory;

    NoteController(DiscussProject discussion, ProjectViewFactory viewFactory) {
        this.discussion = discussion;
        this.viewFactory = viewFactory;
    }

    /** What was refused, with what was typed. */
    record RefusedNote(String message, String text) {}

    @PostMapping("/jobs/{exportId}/note")
    ModelAndView write(
            @PathVariable UUID exportId,
            @RequestParam(required = false) String comment,
            @CurrentViewer Viewer viewer,
            RedirectAttributes flash) {
        try {
            flash.addFlashAttribute("done", done(discussion.write(exportId, viewer.person(), comment)));
            return new ModelAndView("redirect:/jobs/" + exportId);
        } catch (ActionRefused refused) {
            ModelAndView page = new ModelAndView("project", RefusalStatus.of(refused));
            page.addObject("project", viewFactory.view(exportId, viewer.person()));
            page.addObject("refusedNote", new RefusedNote(refused.getMessage(), comment));
            return page;
        }
    }

    private static String done(Written written) {
        boolean isSent = written.mails() > 0;
        return switch (written.kind()) {
            case QUESTION ->
                isSent
                        ? "Sent; creator and submitter get it by e-mail, and the answer stands here."
                        : "Kept in the history; neither creator nor submitter has an e-mail address, so tell them in another way.";
            case ANSWER ->
                isSent
                        ? "Sent; who asked gets it by e-mail."
                        : "Kept in the history, where approvers read it; who asked cannot be reached by e-mail.";
            case NOTE -> "Kept in the history, where approvers read it.";
        };
    }
}
