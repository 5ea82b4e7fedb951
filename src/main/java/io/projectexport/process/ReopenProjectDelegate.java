package io.projectexport.process;

import io.projectexport.export.Rejections;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Hands a rejected project back to its creator and submitter, with the reason. */
@Component
class ReopenProjectDelegate implements JavaDelegate {

    private final Rejections rejections;
    private final DisplayCopies display;

    ReopenProjectDelegate(Rejections rejections, DisplayCopies display) {
        this.rejections = rejections;
        this.display = display;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Rejections.Rejection rejection = rejections.latest(ExportIds.of(execution));
        display.forgetDecisions(execution);
        ProjectExportProcess.REJECTED_BY.set(execution, rejection.by());
        ProjectExportProcess.REJECTION_REASON.set(execution, rejection.reason());
    }
}
