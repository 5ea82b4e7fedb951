package io.projectexport.process.delegate;

import io.projectexport.export.notification.NotifyAboutXeroJob;
import io.projectexport.process.model.ExportIds;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the submitter of the job; the project is synced already, whatever becomes of the mail. */
@Component
class NotifyAboutXeroJobDelegate implements JavaDelegate {

    private final NotifyAboutXeroJob notifyAboutXeroJob;

    NotifyAboutXeroJobDelegate(NotifyAboutXeroJob notifyAboutXeroJob) {
        this.notifyAboutXeroJob = notifyAboutXeroJob;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notifyAboutXeroJob.tell(ExportIds.of(execution));
    }
}
