package io.projectexport.export.conversation;

import io.projectexport.export.notification.UndeliveredMails;
import io.projectexport.export.outbox.Outbox;
import io.projectexport.export.outbox.OutboxSender;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.People;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.ProjectExports;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Use case: sends a question or an answer to somebody whom it is for. */
@Service
public class SendRemark implements OutboxSender {

    private final ProjectExports exports;
    private final People people;
    private final RemarkNotifier notifier;
    private final UndeliveredMails undelivered;

    public SendRemark(ProjectExports exports, People people, RemarkNotifier notifier, UndeliveredMails undelivered) {
        this.exports = exports;
        this.people = people;
        this.notifier = notifier;
        this.undelivered = undelivered;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Contribution.QUESTION.name(), Contribution.ANSWER.name());
    }

    @Override
    public void send(Outbox.Mail mail) {
        ProjectExport export = exports.find(mail.exportId()).orElseThrow(ActionRefused::notFound);
        String writtenBy = people.person(mail.writtenBy()).name();
        Contribution kind = Contribution.valueOf(mail.kind());
        notifier.send(new RemarkNotice(mail.noticeId(), export, mail.recipient(), kind, writtenBy, mail.content()));
    }

    @Override
    public void givenUp(Outbox.Mail mail) {
        undelivered.giveUp(mail.exportId());
    }
}
