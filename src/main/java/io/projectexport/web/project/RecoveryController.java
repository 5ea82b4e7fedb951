package io.projectexport.web.project;

import io.projectexport.export.recovery.RecoverProject;
import io.projectexport.web.page.CurrentViewer;
import io.projectexport.web.page.PageController;
import io.projectexport.web.page.ViewerAdvice.Viewer;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Controller of what an administrator does with a project whose process has ended; it leads back to the project's page. */
@PageController
@RequestMapping("/jobs/{exportId}/recover")
public class RecoveryController {

    private final RecoverProject recovery;

    RecoveryController(RecoverProject recovery) {
        this.recovery = recovery;
    }

    @PostMapping
    String putBack(@PathVariable UUID exportId, @CurrentViewer Viewer viewer, RedirectAttributes flash) {
        recovery.putBack(exportId, viewer.person());
        return done("Put back; it goes on where it was.", exportId, flash);
    }

    @PostMapping("/withdraw")
    String withdraw(@PathVariable UUID exportId, @CurrentViewer Viewer viewer, RedirectAttributes flash) {
        recovery.withdraw(exportId, viewer.person());
        return done("Withdrawn for good; its number is free again.", exportId, flash);
    }

    private static String done(String words, UUID exportId, RedirectAttributes flash) {
        flash.addFlashAttribute("done", words);
        return "redirect:/jobs/" + exportId;
    }
}
