package io.projectexport.process.delegate;

import io.projectexport.export.notification.NotifyAboutResubmission;
import io.projectexport.process.model.ExportIds;
import io.projectexport.process.model.ProjectExportProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells one approver that a project came back; a failing mail server only makes this job try again. */
@Component
class NotifyAboutResubmissionDelegate implements JavaDelegate {

    private final NotifyAboutResubmission notifyAboutResubmission;

    NotifyAboutResubmissionDelegate(NotifyAboutResubmission notifyAboutResubmission) {
        this.notifyAboutResubmission = notifyAboutResubmission;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notifyAboutResubmission.tell(ExportIds.of(execution), ProjectExportProcess.READER.in(execution));
    }
}
