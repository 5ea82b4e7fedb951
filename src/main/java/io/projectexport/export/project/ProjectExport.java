package io.projectexport.export.project;

import static io.projectexport.export.project.ExportStatus.EXPORTING;
import static io.projectexport.export.project.ExportStatus.FAILED_TO_EXPORT;
import static io.projectexport.export.project.ExportStatus.READY_TO_EXPORT;
import static io.projectexport.export.project.ExportStatus.REJECTED;
import static io.projectexport.export.project.ExportStatus.RETRIEVED;
import static io.projectexport.export.project.ExportStatus.SYNCED;
import static io.projectexport.export.project.ExportStatus.WITHDRAWN;

import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.accounting.XeroJob;
import java.time.Instant;
import java.util.UUID;

/**
 * One project's way through this tool, from its submission to a linked job in Xero.
 *
 * @param id the {@code exportId}; also the business key of the process instance
 * @param submission the current round
 * @param decision null until the round was decided
 * @param further what the model asks for besides the accounting approvers' acceptance
 */
public record ProjectExport(
        UUID id,
        Submission submission,
        ExportStatus status,
        Decision decision,
        Outcome outcome,
        FurtherApproval further) {

    /** One of which the model asks for no further approval. */
    public ProjectExport(UUID id, Submission submission, ExportStatus status, Decision decision, Outcome outcome) {
        this(id, submission, status, decision, outcome, FurtherApproval.NONE);
    }

    public static ProjectExport submitted(UUID id, Submission submission) {
        return new ProjectExport(id, submission, READY_TO_EXPORT, null, Outcome.NONE);
    }

    public ProjectExport accepted(Decision acceptance) {
        return new ProjectExport(id, submission, EXPORTING, acceptance, Outcome.NONE, further.closed());
    }

    /** Waits for one more approval; what was accepted stays accepted. */
    public ProjectExport waitingAt(FurtherApproval next) {
        return new ProjectExport(id, submission, READY_TO_EXPORT, decision, Outcome.NONE, next);
    }

    /** At the accounting approvers' review, whoever was asked before, or is asked beside it. */
    public ProjectExport atReview() {
        return new ProjectExport(id, submission, status, decision, outcome, further.closed());
    }

    /** Approved where it waited: exported from there on, if it is accepted already. */
    public ProjectExport approvedBy(String userId) {
        return new ProjectExport(
                id,
                submission,
                isAccepted() ? EXPORTING : READY_TO_EXPORT,
                decision,
                Outcome.NONE,
                further.given(userId));
    }

    /** Whether an accounting approver accepted this round. */
    private boolean isAccepted() {
        return decision != null && decision.approvedHash() != null;
    }

    public ProjectExport rejected(Decision rejection) {
        return new ProjectExport(id, submission, REJECTED, rejection, Outcome.NONE);
    }

    /** Its decision is replaced by another approver's, or by the same one's of today. */
    public ProjectExport approvedAnew(Decision acceptance) {
        return new ProjectExport(id, submission, status, acceptance, outcome, further);
    }

    public ProjectExport retried() {
        return in(EXPORTING, Outcome.NONE);
    }

    public ProjectExport synced(XeroJob job) {
        return in(SYNCED, Outcome.linked(job));
    }

    public ProjectExport failed(ExportFailure failure) {
        return in(FAILED_TO_EXPORT, Outcome.failed(failure));
    }

    public ProjectExport waiting(Instant until, String reason) {
        return in(EXPORTING, Outcome.waiting(until, reason));
    }

    public ProjectExport retrieved() {
        return in(RETRIEVED, Outcome.NONE);
    }

    public ProjectExport resubmitted(Submission next) {
        return new ProjectExport(id, next, READY_TO_EXPORT, null, Outcome.NONE);
    }

    public ProjectExport withdrawn() {
        return in(WITHDRAWN, Outcome.NONE);
    }

    public Project project() {
        return submission.project();
    }

    /** The contact in Xero that its job has, or gets unless an approver chooses another one; null for none. */
    public String contactName() {
        return isAccepted() ? decision.contactName() : project().client();
    }

    private ProjectExport in(ExportStatus next, Outcome reached) {
        return new ProjectExport(id, submission, next, decision, reached, further.closed());
    }
}
