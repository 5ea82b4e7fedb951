package io.projectexport.web.project;

import io.projectexport.export.notification.UndeliveredMails;
import io.projectexport.web.page.CurrentViewer;
import io.projectexport.web.page.PageController;
import io.projectexport.web.page.ViewerAdvice;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Controller of one project export's page; the links in mails lead here. */
@PageController
public class ProjectPageController {

    private final ProjectViewFactory viewFactory;
    private final UndeliveredMails undelivered;

    ProjectPageController(ProjectViewFactory viewFactory, UndeliveredMails undelivered) {
        this.viewFactory = viewFactory;
        this.undelivered = undelivered;
    }

    @GetMapping("/jobs/{exportId}")
    String show(@PathVariable UUID exportId, @CurrentViewer ViewerAdvice.Viewer viewer, Model model) {
        model.addAttribute("project", viewFactory.view(exportId, viewer.person()));
        model.addAttribute("undelivered", undelivered.of(exportId));
        return "project";
    }

    /** What will be created in Xero with the contact that is chosen. */
    @GetMapping("/jobs/{exportId}/preview")
    String preview(
            @PathVariable UUID exportId, ContactForm contact, @CurrentViewer ViewerAdvice.Viewer viewer, Model model) {
        model.addAttribute("preview", viewFactory.preview(exportId, contact, viewer.person()));
        return "preview";
    }
}
