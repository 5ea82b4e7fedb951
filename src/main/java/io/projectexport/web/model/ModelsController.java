package io.projectexport.web.model;

import io.projectexport.export.model.ChangeModels;
import io.projectexport.export.model.DeployedModel;
import io.projectexport.export.model.LookAtModels;
import io.projectexport.web.page.CurrentViewer;
import io.projectexport.web.page.PageController;
import io.projectexport.web.page.ViewerAdvice.Viewer;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The models and their versions. */
@PageController
@RequestMapping("/admin/models")
public class ModelsController {

    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

    private final LookAtModels look;
    private final ChangeModels change;
    private final ModelPageFactory pages;

    ModelsController(LookAtModels look, ChangeModels change, ModelPageFactory pages) {
        this.look = look;
        this.change = change;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView list(@CurrentViewer Viewer viewer) {
        return new ModelAndView("models", "page", pages.list(look.all(viewer.person())));
    }

    /** One version: its diagram with what waits where, or with what another version had otherwise. */
    @GetMapping("/{id}")
    ModelAndView show(
            @PathVariable String id, @RequestParam(required = false) String compare, @CurrentViewer Viewer viewer) {
        DeployedModel model = look.find(id, viewer.person());
        List<DeployedModel> versions = look.all(viewer.person()).stream()
                .filter(other -> other.key().equals(model.key()))
                .toList();
        if (compare == null || compare.isBlank()) {
            return new ModelAndView("model", "page", pages.waiting(model, versions, look.waiting(id, viewer.person())));
        }
        DeployedModel earlier = look.find(compare, viewer.person());
        return new ModelAndView(
                "model",
                "page",
                pages.changes(model, versions, earlier, look.changes(earlier, model, viewer.person())));
    }

    /** The BPMN, for the diagram in the browser. */
    @GetMapping("/{id}/diagram")
    ResponseEntity<String> diagram(@PathVariable String id, @CurrentViewer Viewer viewer) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).body(look.diagram(id, viewer.person()));
    }

    /** Everything that was deployed together, to be edited and sent back. */
    @GetMapping("/{id}/files")
    ResponseEntity<byte[]> files(@PathVariable String id, @CurrentViewer Viewer viewer) {
        DeployedModel model = look.find(id, viewer.person());
        String name = "%s-%d.zip".formatted(model.key(), model.number());
        return ResponseEntity.ok()
                .contentType(ZIP)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(ModelZip.zip(look.files(id, viewer.person())));
    }

    @PostMapping("/{id}/back")
    String back(@PathVariable String id, @CurrentViewer Viewer viewer, RedirectAttributes flash) {
        DeployedModel wanted = look.find(id, viewer.person());
        List<String> warnings = change.backTo(id, viewer.person());
        flash.addFlashAttribute(
                "done",
                "Version %d of %s is deployed again, as the latest one: new projects begin on it."
                        .formatted(wanted.number(), wanted.name()));
        flash.addFlashAttribute("warnings", warnings);
        return "redirect:/admin/models";
    }
}
