package io.projectexport.web.api;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import io.projectexport.export.approval.ApprovalProcess;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.query.ReadProject;
import io.projectexport.web.input.RequestFields;
import io.projectexport.web.input.SearchParameters;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Submits one project, and shows what was submitted. */
@RestController
@RequestMapping("/api/projects")
class ProjectsController {

    private static final Pattern UNSAFE_IN_FILE_NAMES = Pattern.compile("[^\\w.-]+");

    private final ApprovalProcess process;
    private final ProjectResponses responses;

    ProjectsController(ApprovalProcess process, ProjectResponses responses) {
        this.process = process;
        this.responses = responses;
    }

    @SubmitsProject
    @PostMapping(consumes = APPLICATION_JSON_VALUE, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<SubmissionResponse> submit(@RequestBody Map<String, Object> fields) {
        UUID exportId = process.submit(RequestFields.of(fields));
        return ResponseEntity.created(URI.create("/api/projects/" + exportId))
                .body(new SubmissionResponse(exportId, ExportStatus.READY_TO_EXPORT));
    }

    @Operation(summary = "Search projects, with counts for every status")
    @GetMapping(produces = APPLICATION_JSON_VALUE)
    ProjectPageResponse search(@ParameterObject SearchParameters parameters) {
        return responses.page(parameters.toQuery());
    }

    @Operation(summary = "Show one project with its history and what will be created in Xero")
    @GetMapping(path = "/{exportId}", produces = APPLICATION_JSON_VALUE)
    ProjectDetailsResponse details(@PathVariable UUID exportId) {
        return responses.details(exportId);
    }

    @Operation(summary = "Download the history of one project")
    @GetMapping(path = "/{exportId}/history.csv", produces = "text/csv;charset=UTF-8")
    ResponseEntity<String> history(@PathVariable UUID exportId) {
        ReadProject.Details project = responses.found(exportId);
        ContentDisposition download = ContentDisposition.attachment()
                .filename("history-%s.csv"
                        .formatted(UNSAFE_IN_FILE_NAMES
                                .matcher(project.export().project().number())
                                .replaceAll("-")))
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, download.toString())
                .body(responses.historyCsv(project));
    }
}
