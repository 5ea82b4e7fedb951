package io.projectexport.process.delegate;

import io.projectexport.export.summary.DailySummary;
import io.projectexport.process.catalogue.ModelStep;
import io.projectexport.process.model.DailySummaryProcess;
import io.projectexport.process.recipient.SummaryRecipients;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Finds who gets today's summary, and fixes what "today" is. */
@Component
@ModelStep(
        label = "Find approvers with work",
        description = "Finds who gets today's summary, and fixes what \"today\" is.",
        process = DailySummaryProcess.KEY,
        sets = {"day", "recipientCount"})
class FindApproversWithWorkDelegate implements JavaDelegate {

    private final DailySummary dailySummary;
    private final SummaryRecipients recipients;

    FindApproversWithWorkDelegate(DailySummary dailySummary, SummaryRecipients recipients) {
        this.dailySummary = dailySummary;
        this.recipients = recipients;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DailySummaryProcess.DAY.set(execution, dailySummary.today().toString());
        DailySummaryProcess.RECIPIENT_COUNT.set(
                execution, recipients.of(execution).size());
    }
}
