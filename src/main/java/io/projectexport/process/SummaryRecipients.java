package io.projectexport.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The recipients of one daily summary, for the model's loop. */
@Component
public class SummaryRecipients {

    /** Logins, as {@link FindApproversWithWorkDelegate} left them. */
    public List<String> of(DelegateExecution execution) {
        return List.of(DailySummaryProcess.RECIPIENTS.in(execution).split(","));
    }
}
