package io.projectexport.web.rehearsal;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static org.springframework.http.MediaType.MULTIPART_FORM_DATA_VALUE;

import io.projectexport.access.login.CurrentPerson;
import io.projectexport.export.model.CheckModels;
import io.projectexport.export.rehearsal.RehearseModels;
import io.projectexport.web.model.SentFiles;
import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Plays finished projects through models that nobody has deployed, for programs. */
@RestController
class RehearsalController {

    private final RehearseModels rehearse;
    private final CurrentPerson currentPerson;

    RehearsalController(RehearseModels rehearse, CurrentPerson currentPerson) {
        this.rehearse = rehearse;
        this.currentPerson = currentPerson;
    }

    @Operation(summary = "Play the last finished projects through a model, without deploying or changing anything")
    @PostMapping(path = "/api/models/rehearse", consumes = MULTIPART_FORM_DATA_VALUE, produces = APPLICATION_JSON_VALUE)
    RehearsalResult rehearse(@RequestParam(CheckModels.FILES) List<MultipartFile> files) throws IOException {
        return RehearsalResult.of(rehearse.rehearse(SentFiles.of(files), currentPerson.get()));
    }
}
