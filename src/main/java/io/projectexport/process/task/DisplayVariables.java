package io.projectexport.process.task;

import io.projectexport.export.accounting.Accounting;
import io.projectexport.export.accounting.FoundJob;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.Submission;
import io.projectexport.export.submission.SubmittedFields;
import io.projectexport.process.model.ProjectExportProcess;
import io.projectexport.process.model.Variable;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** Process variables for display in forms, filters and Cockpit; nothing is ever read back from them, since clients can change them. */
@Component
public class DisplayVariables {

    /** The longest text that the engine stores in a variable. */
    private static final int MAX_TEXT = 4000;

    private static final List<Variable<?>> DECISIONS = List.of(
            ProjectExportProcess.DECISION,
            ProjectExportProcess.RESOLUTION,
            ProjectExportProcess.CORRECTION,
            ProjectExportProcess.COMMENT,
            ProjectExportProcess.EXPORT_ERRORS,
            ProjectExportProcess.JOB_OPTIONS,
            ProjectExportProcess.HAS_JOB_OPTIONS,
            ProjectExportProcess.JOB_CHOICE,
            ProjectExportProcess.CONTACT_CHOICE,
            ProjectExportProcess.REJECTED_BY,
            ProjectExportProcess.REJECTION_REASON);

    private final Accounting accounting;

    DisplayVariables(Accounting accounting) {
        this.accounting = accounting;
    }

    /** Shows a new round, and nothing of the round before. */
    public void show(ProjectExport export, VariableScope scope) {
        forgetDecisions(scope);
        Submission submission = export.submission();
        SubmittedFields.of(submission).forEach(scope::setVariable);
        ProjectExportProcess.EXPORT_ID.set(scope, export.id().toString());
        ProjectExportProcess.ROUND.set(scope, submission.round());
        ProjectExportProcess.ADDRESS.set(scope, export.project().address().oneLine());
        ProjectExportProcess.SUBMITTED_AT.set(scope, Date.from(submission.submittedAt()));
        showPeople(submission, scope);
        showJob(export, scope);
    }

    /** Shows what was approved, with the contact that the approver chose. */
    void showAcceptance(ProjectExport export, VariableScope scope) {
        if (export.decision() != null) {
            String contact = export.decision().contactName();
            ProjectExportProcess.CONTACT_NAME.set(scope, contact);
            ProjectExportProcess.XERO_PREVIEW.set(
                    scope, accounting.preview(export.project().jobRequest(contact)));
        }
    }

    /** Shows why an export failed, and the jobs to choose from if that is the reason. */
    public void showFailure(String errors, List<FoundJob> found, VariableScope scope) {
        ProjectExportProcess.EXPORT_ERRORS.set(scope, errors.substring(0, Math.min(errors.length(), MAX_TEXT)));
        ProjectExportProcess.JOB_OPTIONS.set(scope, JobOptions.of(found));
        ProjectExportProcess.HAS_JOB_OPTIONS.set(scope, !found.isEmpty());
        scope.removeVariable(ProjectExportProcess.JOB_CHOICE.name());
        scope.removeVariable(ProjectExportProcess.CONTACT_CHOICE.name());
    }

    /** Clears the decisions of earlier tasks, so that no form and no gateway meets an old one. */
    void forgetDecisions(VariableScope scope) {
        DECISIONS.forEach(variable -> scope.removeVariable(variable.name()));
    }

    private void showPeople(Submission submission, VariableScope scope) {
        String creator = submission.creator() == null ? submission.submitter() : submission.creator();
        ProjectExportProcess.SUBMITTER.set(scope, submission.submitter());
        ProjectExportProcess.CREATOR.set(scope, creator);
        ProjectExportProcess.SUBMITTER_NAME.set(scope, submission.submitterName());
    }

    private void showJob(ProjectExport export, VariableScope scope) {
        boolean hasContact = accounting.hasContacts();
        ProjectExportProcess.XERO_PREVIEW.set(
                scope, accounting.preview(export.project().jobRequest(null)));
        ProjectExportProcess.HAS_CONTACT.set(scope, hasContact);
        ProjectExportProcess.CONTACT_NAME.set(
                scope, hasContact ? export.project().client() : null);
    }
}
