package io.projectexport.process;

import io.projectexport.summary.DailySummary;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends today's summary to one approver; each has a job of its own, so that one broken mailbox does not disturb the others. */
@Component
class SendSummaryDelegate implements JavaDelegate {

    private final DailySummary dailySummary;

    SendSummaryDelegate(DailySummary dailySummary) {
        this.dailySummary = dailySummary;
    }

    @Override
    public void execute(DelegateExecution execution) {
        dailySummary.send(DailySummaryProcess.RECIPIENT.in(execution));
    }
}
