package io.projectexport.process.delegate;

import io.projectexport.export.submission.WithdrawProject;
import io.projectexport.process.model.ExportIds;
import io.projectexport.process.model.ProjectExportProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Execution listener that withdraws a project whose process instance was deleted, because nobody could decide about it any more. */
@Component
class InstanceDeletionListener {

    private final WithdrawProject withdrawProject;

    InstanceDeletionListener(WithdrawProject withdrawProject) {
        this.withdrawProject = withdrawProject;
    }

    @EventListener(
            condition = "#execution.eventName == '" + ExecutionListener.EVENTNAME_END + "' and #execution.canceled")
    void on(DelegateExecution execution) {
        boolean isWholeInstance =
                execution.getCurrentActivityId() == null && execution.getId().equals(execution.getProcessInstanceId());
        if (isWholeInstance && execution.getProcessDefinitionId().startsWith(ProjectExportProcess.KEY + ":")) {
            withdrawProject.abandon(ExportIds.of(execution));
        }
    }
}
