package io.projectexport.mail;

import io.projectexport.export.notification.Notice;
import io.projectexport.export.notification.UndeliveredMails;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/** Delivers notices about projects, and notes which of them did not go out, and why. */
@Component
final class NoticeDelivery {

    private static final Logger log = LoggerFactory.getLogger(NoticeDelivery.class);

    private final MailDelivery delivery;
    private final UndeliveredMails undelivered;

    NoticeDelivery(MailDelivery delivery, UndeliveredMails undelivered) {
        this.delivery = delivery;
        this.undelivered = undelivered;
    }

    /**
     * Sends one mail of one notice or several, or gives it up where no server can ever take its recipient's address.
     *
     * @param about what each tells, as "the rejection"
     * @throws MailException as {@link MailDelivery#send}
     */
    void send(List<? extends Notice> notices, String about, Mail mail) {
        try {
            Optional<String> unusable = delivery.send(mail);
            note(
                    notices,
                    notice -> unusable.ifPresentOrElse(
                            why -> undelivered.failed(failed(notice, about, mail, "the e-mail address " + why), true),
                            () -> undelivered.delivered(notice.id())));
        } catch (MailException failure) {
            String why = ServerWords.of(failure);
            note(notices, notice -> undelivered.failed(failed(notice, about, mail, why), false));
            throw failure;
        }
    }

    /** What is in doubt and counts as sent. */
    void countAsSent(Notice notice) {
        note(List.of(notice), sent -> undelivered.delivered(sent.id()));
    }

    private static UndeliveredMails.Mail failed(Notice notice, String about, Mail mail, String why) {
        return new UndeliveredMails.Mail(notice.id(), notice.export().id(), about, mail.recipient(), why);
    }

    /** Never in place of what became of the mail, which would be sent again. */
    private static void note(List<? extends Notice> notices, Consumer<Notice> note) {
        try {
            notices.forEach(note);
        } catch (RuntimeException failure) {
            log.warn(
                    "What became of a mail could not be noted: {}",
                    failure.getClass().getSimpleName());
        }
    }
}
