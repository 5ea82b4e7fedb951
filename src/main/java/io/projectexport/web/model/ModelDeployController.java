package io.projectexport.web.model;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static org.springframework.http.MediaType.MULTIPART_FORM_DATA_VALUE;

import io.projectexport.access.login.CurrentPerson;
import io.projectexport.export.model.CheckModels;
import io.projectexport.export.model.DeployedModel;
import io.projectexport.export.model.EditModels;
import io.projectexport.export.model.ModelDraft;
import java.io.IOException;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Deploys what was drawn in the editor, whose page stays open, so that a refusal costs nobody their work. */
@RestController
class ModelDeployController {

    private final EditModels edit;
    private final CurrentPerson currentPerson;

    ModelDeployController(EditModels edit, CurrentPerson currentPerson) {
        this.edit = edit;
        this.currentPerson = currentPerson;
    }

    /**
     * The version that it became.
     *
     * @param number counted from 1
     * @param nextTag that a further version can have
     */
    record DeployedVersion(String id, int number, String tag, String nextTag) {}

    /** @param over id of the version that was the latest one when the editor was opened */
    @PostMapping(path = "/admin/models/edited", consumes = MULTIPART_FORM_DATA_VALUE, produces = APPLICATION_JSON_VALUE)
    DeployedVersion deploy(@RequestParam String over, @RequestParam(CheckModels.FILES) List<MultipartFile> files)
            throws IOException {
        ModelDraft deployed = edit.deploy(over, SentFiles.of(files), currentPerson.get());
        DeployedModel version = deployed.model();
        return new DeployedVersion(version.definitionId(), version.number(), version.tag(), deployed.nextTag());
    }
}
