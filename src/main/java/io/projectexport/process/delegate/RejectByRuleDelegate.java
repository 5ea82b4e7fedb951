package io.projectexport.process.delegate;

import io.projectexport.export.approval.DecideByRule;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.process.catalogue.ModelStep;
import io.projectexport.process.model.ExportIds;
import io.projectexport.process.model.ProjectExportProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Rejects a project because a rule of the model says so, as when it waited for too long. */
@Component
@ModelStep(
        label = "Reject by rule",
        description = "Rejects without a person, with a reason that the submitter reads; the history names the rule.",
        process = ProjectExportProcess.KEY,
        from = ExportStatus.READY_TO_EXPORT,
        to = ExportStatus.REJECTED,
        reads = {"rule", "reason"})
class RejectByRuleDelegate implements JavaDelegate {

    private final DecideByRule decideByRule;

    RejectByRuleDelegate(DecideByRule decideByRule) {
        this.decideByRule = decideByRule;
    }

    @Override
    public void execute(DelegateExecution execution) {
        decideByRule.reject(
                ExportIds.of(execution),
                ProjectExportProcess.RULE.in(execution),
                ProjectExportProcess.REASON.in(execution));
    }
}
