package io.projectexport.process.recipient;

import io.projectexport.export.summary.DailySummary;
import io.projectexport.process.catalogue.ModelValue;
import io.projectexport.process.model.DailySummaryProcess;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.stereotype.Component;

/** The recipients of one daily summary, for the model's loop, which asks once for each of them. */
@Component
@ModelValue(
        description = "The recipients of today's summary, for a loop.",
        expression = "${summaryRecipients.of(execution)}")
public class SummaryRecipients {

    private final DailySummary dailySummary;

    SummaryRecipients(DailySummary dailySummary) {
        this.dailySummary = dailySummary;
    }

    /** Logins; the same ones in the same order throughout a transaction, whatever changes meanwhile. */
    public List<String> of(DelegateExecution execution) {
        if (DailySummaryProcess.RECIPIENTS.in(execution) == null) {
            LocalDate day = LocalDate.parse(DailySummaryProcess.DAY.in(execution));
            DailySummaryProcess.RECIPIENTS.setTransient(
                    execution, Spin.JSON(dailySummary.recipients(day)).toString());
        }
        return Spin.JSON(DailySummaryProcess.RECIPIENTS.in(execution)).elements().stream()
                .map(SpinJsonNode::stringValue)
                .toList();
    }
}
