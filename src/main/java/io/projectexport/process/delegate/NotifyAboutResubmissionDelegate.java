package io.projectexport.process.delegate;

import io.projectexport.export.notification.NotifyAboutResubmission;
import io.projectexport.process.catalogue.ModelStep;
import io.projectexport.process.model.ExportIds;
import io.projectexport.process.model.ProjectExportProcess;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells one approver that a project came back; a failing mail server only makes this job try again. */
@Component
@ModelStep(
        label = "Notify about resubmission",
        description = "Mails one approver that a project came back.",
        process = ProjectExportProcess.KEY,
        outside = true,
        collection = "${resubmissionReaders.of(execution)}",
        element = "reader")
class NotifyAboutResubmissionDelegate implements JavaDelegate {

    private final NotifyAboutResubmission notifyAboutResubmission;
    private final LastTry lastTry;

    NotifyAboutResubmissionDelegate(NotifyAboutResubmission notifyAboutResubmission, LastTry lastTry) {
        this.notifyAboutResubmission = notifyAboutResubmission;
        this.lastTry = lastTry;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID exportId = ExportIds.of(execution);
        lastTry.watch(
                exportId, () -> notifyAboutResubmission.tell(exportId, ProjectExportProcess.READER.in(execution)));
    }
}
