package io.projectexport.web.model;

import io.projectexport.export.model.EditModels;
import io.projectexport.web.page.CurrentViewer;
import io.projectexport.web.page.PageController;
import io.projectexport.web.page.ViewerAdvice.Viewer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The editor of a version: its page, from which a script sends what was drawn. */
@PageController
@RequestMapping("/admin/models")
public class ModelEditorController {

    private final EditModels edit;

    ModelEditorController(EditModels edit) {
        this.edit = edit;
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable String id, @CurrentViewer Viewer viewer) {
        return new ModelAndView("model-editor", "draft", edit.begin(id, viewer.person()));
    }
}
