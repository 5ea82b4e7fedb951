package io.projectexport.web.project;

import io.projectexport.export.looking.LookAtProject;
import io.projectexport.web.page.CurrentViewer;
import io.projectexport.web.page.PageController;
import io.projectexport.web.page.ViewerAdvice.Viewer;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Controller of who has a project open. The page itself only reads, so that nobody looks at what a browser fetches ahead or a program
 * opens; it says that it is shown by sending this form.
 */
@PageController
@RequestMapping("/jobs/{exportId}")
public class LookController {

    private final LookAtProject looking;
    private final Lookers lookers;

    LookController(LookAtProject looking, Lookers lookers) {
        this.looking = looking;
        this.lookers = lookers;
    }

    /** Answers with who else does. */
    @PostMapping("/looking")
    String look(@PathVariable UUID exportId, @CurrentViewer Viewer viewer, Model model) {
        model.addAttribute("lookers", lookers.sentences(looking.look(exportId, viewer.person())));
        return "looking";
    }

    /** Where the browser runs no scripts, a picture without content says so once. */
    @GetMapping("/looking")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lookOnce(@PathVariable UUID exportId, @CurrentViewer Viewer viewer) {
        looking.look(exportId, viewer.person());
    }

    @PostMapping("/left")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(@PathVariable UUID exportId, @CurrentViewer Viewer viewer) {
        looking.leave(exportId, viewer.person());
    }
}
