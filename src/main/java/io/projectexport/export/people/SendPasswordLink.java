package io.projectexport.export.people;

import io.projectexport.export.outbox.Outbox;
import io.projectexport.export.outbox.OutboxSender;
import io.projectexport.export.permission.People;
import io.projectexport.export.permission.Person;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Use case: sends a link to set a password. The outbox knows which link, and not its secret, which is made when the mail goes out; each try
 * has a new one, so that none has to be kept.
 */
@Service
public class SendPasswordLink implements OutboxSender {

    /** How long a link can be used, from the moment when its mail goes out. */
    static final Duration VALID_FOR = Duration.ofDays(1);

    private static final String KIND = "PASSWORD_LINK";

    private final Outbox outbox;
    private final PasswordLinks links;
    private final AccountDirectory directory;
    private final People people;
    private final PasswordLinkMailer mailer;

    public SendPasswordLink(
            Outbox outbox, PasswordLinks links, AccountDirectory directory, People people, PasswordLinkMailer mailer) {
        this.outbox = outbox;
        this.links = links;
        this.directory = directory;
        this.people = people;
        this.mailer = mailer;
    }

    /** Stores, within the transaction that runs, that somebody gets one. */
    void request(String userId, Person admin) {
        String id = links.request(userId, admin.userId()).toString();
        outbox.add(new Outbox.Mail("password-link-" + id, KIND, null, admin.userId(), id, userId, 0));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    public void send(Outbox.Mail mail) {
        wanted(mail.recipient()).ifPresent(account -> {
            LinkCode code = LinkCode.random(UUID.fromString(mail.content()));
            if (links.issue(code.id(), code.hash(), account.email(), VALID_FOR)) {
                String askedBy = people.person(mail.writtenBy()).name();
                String id = "%s-%d".formatted(mail.noticeId(), mail.tries());
                mailer.send(new PasswordLinkMailer.Letter(id, account, askedBy, code.text()));
            }
        });
    }

    private Optional<Account> wanted(String userId) {
        return directory
                .find(userId)
                .filter(account -> account.active()
                        && !account.isBySingleSignOn()
                        && account.whyNoMail().isEmpty());
    }

    /** The person's page says that it has not been sent. */
    @Override
    public void givenUp(Outbox.Mail mail) {
        // nothing is left that could be used
    }
}
