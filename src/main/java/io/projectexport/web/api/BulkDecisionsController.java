package io.projectexport.web.api;

import static io.projectexport.export.project.ExportStatus.EXPORTING;
import static io.projectexport.export.project.ExportStatus.REJECTED;
import static org.springframework.http.MediaType.ALL_VALUE;
import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import io.projectexport.access.login.CurrentPerson;
import io.projectexport.export.approval.ApprovalProcess;
import io.projectexport.export.bulk.InChunks;
import io.projectexport.export.exactlyonce.JobChoice;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.query.FindProjects;
import io.projectexport.web.problem.BulkItems;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Decides about many project exports in one call, each on its own: what is refused for one does not stop the others. */
@RestController
@RequestMapping(path = "/api/projects", consumes = APPLICATION_JSON_VALUE, produces = APPLICATION_JSON_VALUE)
class BulkDecisionsController {

    private static final int MAX_DECISIONS = 500;

    private final ApprovalProcess process;
    private final FindProjects projects;
    private final CurrentPerson currentPerson;
    private final InChunks chunks;

    BulkDecisionsController(
            ApprovalProcess process, FindProjects projects, CurrentPerson currentPerson, InChunks chunks) {
        this.chunks = chunks;
        this.process = process;
        this.projects = projects;
        this.currentPerson = currentPerson;
    }

    /** One decision about all of them; the comment counts for a rejection only. */
    record Decisions(List<String> exportIds, String comment) {}

    @Operation(summary = "Accept many projects, each on its own")
    @PostMapping("/accept")
    BulkResponse<BulkResponse.Item> accept(@RequestBody Decisions decisions) {
        return decide(decisions, EXPORTING, exportId -> process.accept(exportId, JobChoice.NONE));
    }

    @Operation(summary = "Reject many projects with one reason, each on its own")
    @PostMapping("/reject")
    BulkResponse<BulkResponse.Item> reject(@RequestBody Decisions decisions) {
        return decide(decisions, REJECTED, exportId -> process.reject(exportId, decisions.comment()));
    }

    @Operation(summary = "Export many failed projects again, each on its own")
    @PostMapping("/retry")
    BulkResponse<BulkResponse.Item> retry(@RequestBody Decisions decisions) {
        return decide(decisions, EXPORTING, this::retry);
    }

    /** For the moment after Xero was connected again. */
    @Operation(summary = "Export everything again that failed because Xero was not connected")
    @PostMapping(path = "/retry-not-connected", consumes = ALL_VALUE)
    BulkResponse<BulkResponse.Item> retryNotConnected() {
        return decide(
                projects.failedWithoutConnection(currentPerson.get()).stream()
                        .map(UUID::toString)
                        .toList(),
                EXPORTING,
                this::retry);
    }

    private void retry(UUID exportId) {
        process.retry(exportId, JobChoice.NONE);
    }

    private BulkResponse<BulkResponse.Item> decide(Decisions decisions, ExportStatus decided, Consumer<UUID> decision) {
        BulkItems.checkNumber("exportIds", decisions.exportIds(), MAX_DECISIONS);
        return decide(decisions.exportIds(), decided, decision);
    }

    private BulkResponse<BulkResponse.Item> decide(
            List<String> exportIds, ExportStatus decided, Consumer<UUID> decision) {
        return new BulkResponse<>(chunks.each(
                exportIds,
                exportId -> {
                    decision.accept(uuid(exportId));
                    return new BulkResponse.Item(exportId, decided, List.of());
                },
                (exportId, work) -> BulkItems.resultOf(work, errors -> new BulkResponse.Item(exportId, null, errors))));
    }

    private static UUID uuid(String exportId) {
        try {
            return UUID.fromString(String.valueOf(exportId));
        } catch (IllegalArgumentException e) {
            throw ActionRefused.notFound();
        }
    }
}
