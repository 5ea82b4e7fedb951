package io.projectexport.process.delegate;

import io.projectexport.export.notification.NotifyAboutXeroJob;
import io.projectexport.process.catalogue.ModelStep;
import io.projectexport.process.model.ExportIds;
import io.projectexport.process.model.ProjectExportProcess;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the submitter of the job; the project is synced already, whatever becomes of the mail. */
@Component
@ModelStep(
        label = "Notify about job in Xero",
        description = "Mails the submitter who chose so the link to the job.",
        process = ProjectExportProcess.KEY,
        outside = true,
        collection = "${notifyAboutXeroJobDelegate.readers(execution)}",
        element = "reader",
        alsoOnce = true)
public class NotifyAboutXeroJobDelegate implements JavaDelegate {

    private final NotifyAboutXeroJob notifyAboutXeroJob;
    private final LastTry lastTry;

    NotifyAboutXeroJobDelegate(NotifyAboutXeroJob notifyAboutXeroJob, LastTry lastTry) {
        this.notifyAboutXeroJob = notifyAboutXeroJob;
        this.lastTry = lastTry;
    }

    /** Login of the submitter who is to hear of the job, for the model's loop; nobody mostly, so that nothing is left to do. */
    public List<String> readers(DelegateExecution execution) {
        return notifyAboutXeroJob.readers(ExportIds.of(execution));
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID exportId = ExportIds.of(execution);
        lastTry.watch(exportId, () -> notifyAboutXeroJob.tell(exportId));
    }
}
