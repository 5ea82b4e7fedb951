package io.projectexport.process.delegate;

import io.projectexport.export.notification.NotifyAboutXeroJob;
import io.projectexport.process.model.ExportIds;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the submitter of the job; the project is synced already, whatever becomes of the mail. */
@Component
class NotifyAboutXeroJobDelegate implements JavaDelegate {

    private final NotifyAboutXeroJob news;

    NotifyAboutXeroJobDelegate(NotifyAboutXeroJob news) {
        this.news = news;
    }

    @Override
    public void execute(DelegateExecution execution) {
        news.tell(ExportIds.of(execution));
    }
}
