package io.projectexport.export.rejection;

import io.projectexport.export.notification.Notifier;
import io.projectexport.export.notification.NotifyAboutRejection;
import io.projectexport.export.notification.RejectionNotice;
import io.projectexport.export.notification.SentNotices;
import io.projectexport.export.notification.UndeliveredMails;
import io.projectexport.export.outbox.Outbox;
import io.projectexport.export.outbox.OutboxSender;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Use case: tells one person of the rejections that came together; one alone reads as any other. */
@Service
class TellAboutRejections implements OutboxSender {

    static final String KIND = "REJECTIONS";

    private final NotifyAboutRejection notices;
    private final Notifier notifier;
    private final RejectionsMailer mailer;
    private final SentNotices sent;
    private final UndeliveredMails undelivered;

    TellAboutRejections(
            NotifyAboutRejection notices,
            Notifier notifier,
            RejectionsMailer mailer,
            SentNotices sent,
            UndeliveredMails undelivered) {
        this.notices = notices;
        this.notifier = notifier;
        this.mailer = mailer;
        this.sent = sent;
        this.undelivered = undelivered;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    public void send(Outbox.Mail mail) {
        List<RejectionNotice> untold = ids(mail)
                .filter(id -> !sent.contains(id))
                .map(notices::notice)
                // null for whoever was deactivated meanwhile
                .filter(notice -> notice.recipient() != null)
                .toList();
        if (untold.size() == 1) {
            notifier.send(untold.get(0));
        } else if (!untold.isEmpty()) {
            mailer.send(mail.noticeId(), mail.recipient(), untold);
        }
        untold.forEach(notice -> sent.add(notice.id()));
    }

    @Override
    public void givenUp(Outbox.Mail mail) {
        ids(mail)
                .map(notices::notice)
                .forEach(notice -> undelivered.giveUp(notice.export().id()));
    }

    private static Stream<String> ids(Outbox.Mail mail) {
        return Stream.of(mail.content().split(" "));
    }
}
