package io.projectexport.web.project;

import io.projectexport.export.permission.Action;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.query.ReadProject;
import io.projectexport.web.page.ActionMessages;
import io.projectexport.web.page.ViewerAdvice.Viewer;
import io.projectexport.web.problem.RefusalStatus;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Renders the result of an action: what was done on the project's page, or what was refused beside what was typed. A button that was pressed twice did what it did once. */
@Component
public class ActionResults {

    private final ProjectViewFactory viewFactory;
    private final ReadProject read;

    ActionResults(ProjectViewFactory viewFactory, ReadProject read) {
        this.viewFactory = viewFactory;
        this.read = read;
    }

    /**
     * What a person entered for an action; null for nothing.
     *
     * @param text a reason, or which job was chosen
     */
    record Typed(String text, ContactForm contact) {

        static final Typed NOTHING = new Typed(null, null);
    }

    /**
     * An action that was refused.
     *
     * @param typed what the person entered for it
     */
    record Refused(Action action, String message, Typed typed) {

        public boolean is(String name) {
            return action.name().equals(name);
        }
    }

    ModelAndView perform(
            Runnable work, Action action, UUID exportId, Typed typed, Viewer viewer, RedirectAttributes flash) {
        try {
            work.run();
        } catch (ActionRefused refused) {
            if (isPressedTwice(refused, action, exportId, viewer)) {
                return done(action, exportId, flash);
            }
            ModelAndView page = new ModelAndView("project", RefusalStatus.of(refused));
            page.addObject("project", viewFactory.view(exportId, viewer.person()));
            page.addObject("refused", new Refused(action, refused.getMessage(), typed));
            return page;
        }
        return done(action, exportId, flash);
    }

    private boolean isPressedTwice(ActionRefused refused, Action action, UUID exportId, Viewer viewer) {
        return refused.reason() == ActionRefused.Reason.CONFLICT && read.wasJustDone(exportId, action, viewer.person());
    }

    private static ModelAndView done(Action action, UUID exportId, RedirectAttributes flash) {
        flash.addFlashAttribute("done", ActionMessages.done(action));
        return new ModelAndView("redirect:/jobs/" + exportId);
    }
}
