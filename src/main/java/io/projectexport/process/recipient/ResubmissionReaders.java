package io.projectexport.process.recipient;

import io.projectexport.export.notification.NotifyAboutResubmission;
import io.projectexport.process.catalogue.ModelValue;
import io.projectexport.process.model.ExportIds;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Who is to hear of a resubmission, for the model's loop; its job begins after the resubmission is there for good. */
@Component
@ModelValue(
        description = "The approvers who are to hear of a resubmission, for a loop.",
        expression = "${resubmissionReaders.of(execution)}")
public class ResubmissionReaders {

    private final NotifyAboutResubmission notifyAboutResubmission;

    ResubmissionReaders(NotifyAboutResubmission notifyAboutResubmission) {
        this.notifyAboutResubmission = notifyAboutResubmission;
    }

    /** Logins. */
    public List<String> of(DelegateExecution execution) {
        return notifyAboutResubmission.readers(ExportIds.of(execution));
    }
}
