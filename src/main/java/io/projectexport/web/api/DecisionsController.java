package io.projectexport.web.api;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import io.projectexport.access.login.CurrentPerson;
import io.projectexport.export.approval.ApprovalProcess;
import io.projectexport.export.bulk.OneTransaction;
import io.projectexport.export.conversation.DiscussProject;
import io.projectexport.export.exactlyonce.ContactChoice;
import io.projectexport.export.exactlyonce.JobChoice;
import io.projectexport.export.recovery.RecoverProject;
import io.projectexport.web.input.RequestFields;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Controller of the decisions, and of the conversation, about one project export; each responds with the project export afterwards. */
@RestController
@RequestMapping(path = "/api/projects/{exportId}", produces = APPLICATION_JSON_VALUE)
class DecisionsController {

    private final ApprovalProcess process;
    private final DiscussProject discussion;
    private final RecoverProject recovery;
    private final CurrentPerson currentPerson;
    private final ProjectResponses responses;
    private final OneTransaction transaction;

    DecisionsController(
            ApprovalProcess process,
            DiscussProject discussion,
            RecoverProject recovery,
            CurrentPerson currentPerson,
            ProjectResponses responses,
            OneTransaction transaction) {
        this.process = process;
        this.discussion = discussion;
        this.recovery = recovery;
        this.currentPerson = currentPerson;
        this.responses = responses;
        this.transaction = transaction;
    }

    /** The contact is the client when not given, and none when blank; the job, one of those that were found, or a new one. */
    record Acceptance(String contactName, String linkTo, boolean createNew) {

        JobChoice choice() {
            return new JobChoice(linkTo, createNew, ContactChoice.named(contactName));
        }
    }

    record Rejection(String comment) {}

    record Note(String comment) {}

    /** The contact is the one that was approved when not given, and none when blank. */
    record Retry(String linkTo, boolean createNew, String contactName) {

        JobChoice choice() {
            return new JobChoice(linkTo, createNew, ContactChoice.named(contactName));
        }
    }

    /** The project goes on where its status stands, unless it is given up. */
    record Recovery(boolean withdraw) {}

    @Operation(summary = "Accept: export to Xero")
    @PostMapping(path = "/accept", consumes = APPLICATION_JSON_VALUE)
    ProjectDetailsResponse accept(@PathVariable UUID exportId, @RequestBody(required = false) Acceptance acceptance) {
        return afterwards(
                exportId, () -> process.accept(exportId, acceptance == null ? JobChoice.NONE : acceptance.choice()));
    }

    @Operation(summary = "Reject with a reason that creator and submitter will read")
    @PostMapping(path = "/reject", consumes = APPLICATION_JSON_VALUE)
    ProjectDetailsResponse reject(@PathVariable UUID exportId, @RequestBody Rejection rejection) {
        return afterwards(exportId, () -> process.reject(exportId, rejection.comment()));
    }

    /** Nothing else changes: the step in the history is a question of an approver, or an answer or a note of creator or submitter. */
    @Operation(summary = "Ask about a project that waits, or answer, without a decision")
    @PostMapping(path = "/note", consumes = APPLICATION_JSON_VALUE)
    ProjectDetailsResponse note(@PathVariable UUID exportId, @RequestBody Note note) {
        discussion.write(exportId, currentPerson.get(), note.comment());
        return responses.details(exportId);
    }

    /**
     * Exports again, with another contact if one is given; where jobs of the name exist in Xero, with the id of the one to link to or the
     * choice of a new one.
     */
    @Operation(summary = "Export a failed project again")
    @PostMapping(path = "/retry", consumes = APPLICATION_JSON_VALUE)
    ProjectDetailsResponse retry(@PathVariable UUID exportId, @RequestBody(required = false) Retry retry) {
        return afterwards(exportId, () -> process.retry(exportId, retry == null ? JobChoice.NONE : retry.choice()));
    }

    @Operation(summary = "Take a project back before it is decided about")
    @PostMapping("/retrieve")
    ProjectDetailsResponse retrieve(@PathVariable UUID exportId) {
        return afterwards(exportId, () -> process.retrieve(exportId));
    }

    /** The fields that change, under {@code fields} or as the body itself. */
    @Operation(summary = "Resubmit a rejected or retrieved project with the fields that change")
    @PostMapping(path = "/resubmit", consumes = APPLICATION_JSON_VALUE)
    ProjectDetailsResponse resubmit(
            @PathVariable UUID exportId, @RequestBody(required = false) Map<String, Object> body) {
        return afterwards(exportId, () -> process.resubmit(exportId, changes(body == null ? Map.of() : body)));
    }

    private static Map<String, Object> changes(Map<String, Object> body) {
        boolean isNested = body.size() == 1 && body.containsKey("fields");
        return RequestFields.of(isNested ? body.get("fields") : body);
    }

    @Operation(summary = "Give a project up for good")
    @PostMapping("/withdraw")
    ProjectDetailsResponse withdraw(@PathVariable UUID exportId) {
        return afterwards(exportId, () -> process.withdraw(exportId));
    }

    /** What is responded belongs to the decision's transaction, which would otherwise be read anew in another one. */
    private ProjectDetailsResponse afterwards(UUID exportId, Runnable decision) {
        return transaction.of(() -> {
            decision.run();
            return responses.details(exportId);
        });
    }

    /** For administrators: one whose process has ended goes on at the step that fits its status. */
    @Operation(summary = "Put a project without a running process back to its step, or give it up")
    @PostMapping(path = "/recover", consumes = APPLICATION_JSON_VALUE)
    ProjectDetailsResponse recover(@PathVariable UUID exportId, @RequestBody(required = false) Recovery wanted) {
        if (wanted != null && wanted.withdraw()) {
            recovery.withdraw(exportId, currentPerson.get());
        } else {
            recovery.putBack(exportId, currentPerson.get());
        }
        return responses.details(exportId);
    }
}
