package io.projectexport.process.delegate;

import io.projectexport.export.notification.FindRejection;
import io.projectexport.export.notification.Rejection;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.ProjectExports;
import io.projectexport.process.catalogue.ModelStep;
import io.projectexport.process.model.ExportIds;
import io.projectexport.process.model.ProjectExportProcess;
import io.projectexport.process.task.DisplayVariables;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Hands a rejected project back to its creator and submitter, with the reason. */
@Component
@ModelStep(
        label = "Reopen project",
        description = "Hands a rejected project back to its creator and submitter, with the reason.",
        process = ProjectExportProcess.KEY,
        from = ExportStatus.REJECTED,
        sets = {"rejectedBy", "rejectionReason"})
class ReopenProjectDelegate implements JavaDelegate {

    private final FindRejection rejections;
    private final ProjectExports exports;
    private final DisplayVariables display;

    ReopenProjectDelegate(FindRejection rejections, ProjectExports exports, DisplayVariables display) {
        this.rejections = rejections;
        this.exports = exports;
        this.display = display;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID exportId = ExportIds.of(execution);
        Rejection rejection = rejections
                .latest(exportId)
                .orElseThrow(() -> ActionRefused.conflict(
                        "Nothing was handed back: this project was never rejected, and only an approver's rejection"
                                + " opens it for correction."));
        // the approver's form could send back more than a decision
        display.show(exports.find(exportId).orElseThrow(ActionRefused::notFound), execution);
        ProjectExportProcess.REJECTED_BY.set(execution, rejection.by());
        ProjectExportProcess.REJECTION_REASON.set(execution, rejection.reason());
    }
}
