package io.projectexport.process.delegate;

import io.projectexport.export.approval.DecideByRule;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.process.catalogue.ModelStep;
import io.projectexport.process.model.ExportIds;
import io.projectexport.process.model.ProjectExportProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Accepts a project because a rule of the model says so, where the installation allows that. */
@Component
@ModelStep(
        label = "Accept by rule",
        description = "Accepts without a person, where ACCEPT_BY_RULE allows it; the history names the rule.",
        process = ProjectExportProcess.KEY,
        from = ExportStatus.READY_TO_EXPORT,
        to = ExportStatus.EXPORTING,
        reads = "rule")
class AcceptByRuleDelegate implements JavaDelegate {

    private final DecideByRule decideByRule;

    AcceptByRuleDelegate(DecideByRule decideByRule) {
        this.decideByRule = decideByRule;
    }

    @Override
    public void execute(DelegateExecution execution) {
        decideByRule.accept(ExportIds.of(execution), ProjectExportProcess.RULE.in(execution));
    }
}
