package io.projectexport.process;

import io.projectexport.export.ActionRefused;
import io.projectexport.export.FindRejection;
import io.projectexport.export.ProjectExports;
import io.projectexport.export.Rejection;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Hands a rejected project back to its creator and submitter, with the reason. */
@Component
class ReopenProjectDelegate implements JavaDelegate {

    private final FindRejection rejections;
    private final ProjectExports exports;
    private final DisplayCopies display;

    ReopenProjectDelegate(FindRejection rejections, ProjectExports exports, DisplayCopies display) {
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
