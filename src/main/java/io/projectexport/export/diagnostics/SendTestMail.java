package io.projectexport.export.diagnostics;

import io.projectexport.export.outbox.Outbox;
import io.projectexport.export.outbox.OutboxSender;
import io.projectexport.export.permission.Person;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Use case: an administrator sends a mail to oneself, by the way that all mails go. It is tried once, since whoever waits for it can ask again. */
@Service
public class SendTestMail implements OutboxSender {

    static final String KIND = "TEST";

    private final Outbox outbox;
    private final TestMails mails;
    private final TestMailer mailer;

    SendTestMail(Outbox outbox, TestMails mails, TestMailer mailer) {
        this.outbox = outbox;
        this.mails = mails;
        this.mailer = mailer;
    }

    /** Has one sent to somebody whom a mail reaches; the node that sends it notes what came of it. */
    @Transactional
    public void to(Person person) {
        String id = "test-" + UUID.randomUUID();
        mails.asked(person.userId(), id);
        outbox.add(new Outbox.Mail(id, KIND, null, person.userId(), "", person.email(), 0));
    }

    public Optional<TestMails.TestMail> last(Person person) {
        return mails.find(person.userId());
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    public void send(Outbox.Mail mail) {
        mails.ended(
                mail.noticeId(),
                mailer.sendTest(mail.noticeId(), mail.recipient()).orElse(null));
    }

    @Override
    public void givenUp(Outbox.Mail mail) {
        mails.ended(mail.noticeId(), "It could not be sent.");
    }
}
