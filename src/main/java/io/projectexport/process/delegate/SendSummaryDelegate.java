package io.projectexport.process.delegate;

import io.projectexport.export.summary.DailySummary;
import io.projectexport.process.catalogue.ModelStep;
import io.projectexport.process.model.DailySummaryProcess;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends the day's summary to one approver; each has a job of its own, so that one broken mailbox does not disturb the others. */
@Component
@ModelStep(
        label = "Send summary",
        description = "Mails one approver the day's list of waiting projects.",
        process = DailySummaryProcess.KEY,
        outside = true,
        collection = "${summaryRecipients.of(execution)}",
        element = "recipient",
        needs = "day")
class SendSummaryDelegate implements JavaDelegate {

    private final DailySummary dailySummary;

    SendSummaryDelegate(DailySummary dailySummary) {
        this.dailySummary = dailySummary;
    }

    @Override
    public void execute(DelegateExecution execution) {
        LocalDate day = LocalDate.parse(DailySummaryProcess.DAY.in(execution));
        dailySummary.send(DailySummaryProcess.RECIPIENT.in(execution), day);
    }
}
