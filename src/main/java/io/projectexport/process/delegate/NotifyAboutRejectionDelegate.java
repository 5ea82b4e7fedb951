package io.projectexport.process.delegate;

import io.projectexport.export.notification.NotifyAboutRejection;
import io.projectexport.process.catalogue.ModelStep;
import io.projectexport.process.model.ExportIds;
import io.projectexport.process.model.ProjectExportProcess;
import io.projectexport.process.recipient.RejectionNotices.Notice;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells one person about a rejection; a failing mail server only makes this job try again. */
@Component
@ModelStep(
        label = "Notify about rejection",
        description = "Mails the reason of the rejection to one recipient.",
        process = ProjectExportProcess.KEY,
        outside = true,
        collection = "${rejectionNotices.of(execution)}",
        element = "notice")
class NotifyAboutRejectionDelegate implements JavaDelegate {

    private final NotifyAboutRejection notifyAboutRejection;
    private final LastTry lastTry;

    NotifyAboutRejectionDelegate(NotifyAboutRejection notifyAboutRejection, LastTry lastTry) {
        this.notifyAboutRejection = notifyAboutRejection;
        this.lastTry = lastTry;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Notice notice = Notice.parse(ProjectExportProcess.NOTICE.in(execution));
        UUID exportId = ExportIds.of(execution);
        lastTry.watch(exportId, () -> notifyAboutRejection.tell(exportId, notice.round(), notice.recipient()));
    }
}
