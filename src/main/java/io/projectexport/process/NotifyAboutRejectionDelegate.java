package io.projectexport.process;

import io.projectexport.export.Rejections;
import io.projectexport.process.RejectionNotices.Notice;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells one person about a rejection; a failing mail server only makes this job try again. */
@Component
class NotifyAboutRejectionDelegate implements JavaDelegate {

    private final Rejections rejections;

    NotifyAboutRejectionDelegate(Rejections rejections) {
        this.rejections = rejections;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Notice notice = Notice.parse(ProjectExportProcess.NOTICE.in(execution));
        rejections.tell(ExportIds.of(execution), notice.round(), notice.recipient());
    }
}
