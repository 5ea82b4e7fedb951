package io.projectexport.web.rehearsal;

import io.projectexport.export.model.CheckModels;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.rehearsal.RehearseModels;
import io.projectexport.web.model.SentFiles;
import io.projectexport.web.page.CurrentViewer;
import io.projectexport.web.page.PageController;
import io.projectexport.web.page.ViewerAdvice.Viewer;
import io.projectexport.web.problem.RefusalStatus;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Plays finished projects through models that nobody has deployed, for people. */
@PageController
@RequestMapping("/admin/models")
public class RehearsalPageController {

    private final RehearseModels rehearse;

    RehearsalPageController(RehearseModels rehearse) {
        this.rehearse = rehearse;
    }

    @PostMapping("/rehearse")
    ModelAndView rehearse(@RequestParam(CheckModels.FILES) List<MultipartFile> files, @CurrentViewer Viewer viewer)
            throws IOException {
        try {
            Map<String, byte[]> sent = SentFiles.of(files);
            RehearsalPage page = RehearsalPage.of(rehearse.rehearse(sent, viewer.person()), SentFiles.kept(sent));
            return new ModelAndView("rehearsal", "page", page);
        } catch (ActionRefused refused) {
            if (refused.reason() == ActionRefused.Reason.FORBIDDEN) {
                throw refused;
            }
            return new ModelAndView("rehearsal", Map.of("problem", refused.getMessage()), RefusalStatus.of(refused));
        }
    }
}
