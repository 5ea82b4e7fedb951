package io.projectexport.process;

import io.projectexport.export.ResubmissionNews;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells one approver that a project came back; a failing mail server only makes this job try again. */
@Component
class NotifyAboutResubmissionDelegate implements JavaDelegate {

    private final ResubmissionNews news;

    NotifyAboutResubmissionDelegate(ResubmissionNews news) {
        this.news = news;
    }

    @Override
    public void execute(DelegateExecution execution) {
        news.tell(ExportIds.of(execution), ProjectExportProcess.READER.in(execution));
    }
}
