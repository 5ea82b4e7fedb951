package io.projectexport.export.conversation;

import io.projectexport.export.notification.SentNotices;
import io.projectexport.export.notification.UndeliveredMails;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.People;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.ProjectExports;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Use case: sends the mails of the conversation, each from one node at a time, outside of any transaction.
 *
 * <p>A mail is claimed for longer than a mail server may take. When the node dies meanwhile, any node sends it after that, unless it went
 * out. What the mail server does not take is tried again, less and less often, for two days.
 */
@Service
public class SendRemarks {

    /** The first is longer than a mail takes whose server answers each word at the last moment. */
    private static final List<Duration> PAUSES = Stream.of(
                    150, 300, 600, 1200, 2400, 3600, 7200, 14400, 28800, 43200, 86400)
            .map(Duration::ofSeconds)
            .toList();

    private final RemarkOutbox outbox;
    private final ProjectExports exports;
    private final People people;
    private final RemarkNotifier notifier;
    private final SentNotices sent;
    private final UndeliveredMails undelivered;

    public SendRemarks(
            RemarkOutbox outbox,
            ProjectExports exports,
            People people,
            RemarkNotifier notifier,
            SentNotices sent,
            UndeliveredMails undelivered) {
        this.outbox = outbox;
        this.exports = exports;
        this.people = people;
        this.notifier = notifier;
        this.sent = sent;
        this.undelivered = undelivered;
    }

    /**
     * Sends the one that waits longest.
     *
     * @return whether there was one, so that there may be more
     * @throws RuntimeException when the mail server did not take it; it is tried again by itself, and others before it
     */
    public boolean next() {
        List<RemarkOutbox.Mail> due = outbox.due(1);
        due.forEach(mail -> {
            if (outbox.claim(mail, pauseAfter(mail))) {
                send(mail);
            }
        });
        return !due.isEmpty();
    }

    /** A node that died in the last try leaves one more. */
    private static Duration pauseAfter(RemarkOutbox.Mail mail) {
        return PAUSES.get(Math.min(mail.tries(), PAUSES.size() - 1));
    }

    private void send(RemarkOutbox.Mail mail) {
        try {
            sent.sendOnce(mail.noticeId(), () -> notifier.send(notice(mail)));
        } catch (RuntimeException failure) {
            if (mail.tries() + 1 >= PAUSES.size()) {
                undelivered.giveUp(mail.exportId());
                outbox.remove(mail.noticeId());
            }
            throw failure;
        }
        outbox.remove(mail.noticeId());
    }

    private RemarkNotice notice(RemarkOutbox.Mail mail) {
        ProjectExport export = exports.find(mail.exportId()).orElseThrow(ActionRefused::notFound);
        String writtenBy = people.person(mail.writtenBy()).name();
        return new RemarkNotice(mail.noticeId(), export, mail.recipient(), mail.kind(), writtenBy, mail.text());
    }
}
