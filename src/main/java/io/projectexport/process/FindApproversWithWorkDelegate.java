package io.projectexport.process;

import io.projectexport.summary.DailySummary;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Finds who gets today's summary, and fixes what "today" is. */
@Component
class FindApproversWithWorkDelegate implements JavaDelegate {

    private final DailySummary dailySummary;

    FindApproversWithWorkDelegate(DailySummary dailySummary) {
        this.dailySummary = dailySummary;
    }

    @Override
    public void execute(DelegateExecution execution) {
        LocalDate today = dailySummary.today();
        List<String> recipients = dailySummary.recipients(today);
        DailySummaryProcess.DAY.set(execution, today.toString());
        DailySummaryProcess.RECIPIENTS.set(execution, String.join(",", recipients));
        DailySummaryProcess.RECIPIENT_COUNT.set(execution, recipients.size());
    }
}
