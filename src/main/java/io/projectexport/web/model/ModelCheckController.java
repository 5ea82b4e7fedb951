package io.projectexport.web.model;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static org.springframework.http.MediaType.MULTIPART_FORM_DATA_VALUE;

import io.projectexport.access.login.CurrentPerson;
import io.projectexport.export.model.CheckModels;
import io.projectexport.export.model.ModelFinding;
import io.projectexport.export.model.ModelFinding.Severity;
import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Checks models and forms as a deployment would, and deploys nothing. */
@RestController
class ModelCheckController {

    private final CheckModels check;
    private final CurrentPerson currentPerson;

    ModelCheckController(CheckModels check, CurrentPerson currentPerson) {
        this.check = check;
        this.currentPerson = currentPerson;
    }

    /** @param deployable whether nothing refuses it */
    record CheckedModels(boolean deployable, List<ModelFinding> findings) {}

    @Operation(summary = "Check models, forms and decision tables together, without deploying them")
    // the editor's address is a page's, where a session that has ended makes no browser ask for a password
    @PostMapping(
            path = {"/api/models/check", "/admin/models/edited/check"},
            consumes = MULTIPART_FORM_DATA_VALUE,
            produces = APPLICATION_JSON_VALUE)
    CheckedModels check(@RequestParam(CheckModels.FILES) List<MultipartFile> files) throws IOException {
        List<ModelFinding> findings = check.check(SentFiles.of(files), currentPerson.get());
        return new CheckedModels(
                findings.stream().noneMatch(finding -> finding.severity() == Severity.REFUSES), findings);
    }
}
