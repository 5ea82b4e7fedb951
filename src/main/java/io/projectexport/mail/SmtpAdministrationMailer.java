package io.projectexport.mail;

import io.projectexport.export.connection.ConnectionAlarm;
import io.projectexport.export.diagnostics.TestMailer;
import io.projectexport.export.people.Account;
import io.projectexport.export.people.PasswordLinkMailer;
import java.util.Map;
import java.util.Optional;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/**
 * Adapter of the ports {@link ConnectionAlarm}, {@link PasswordLinkMailer} and {@link TestMailer}: mails about the installation itself. In doubt a link goes out
 * again, since each mail has another one that works, and the newest counts.
 */
@Component
final class SmtpAdministrationMailer implements ConnectionAlarm, PasswordLinkMailer, TestMailer {

    private static final String BROKEN = "Project Export: connect Xero again";
    private static final String FIRST_PASSWORD = "Project Export: set your password";
    private static final String TEST = "Project Export: mails arrive";
    private static final String NEW_PASSWORD = "Project Export: set a new password";

    private final MailTemplates templates;
    private final MailDelivery delivery;
    private final MailLinks links;

    SmtpAdministrationMailer(MailTemplates templates, MailDelivery delivery, MailLinks links) {
        this.templates = templates;
        this.delivery = delivery;
        this.links = links;
    }

    @Override
    public void connectionBroke(String id, String recipient, String why) {
        Map<String, Object> values =
                Map.of("title", BROKEN, "problem", why, "link", links.connection(), "home", links.home());
        delivery.send(mail(id, recipient, BROKEN, "connection", values));
    }

    @Override
    public void send(Letter letter) {
        Account to = letter.to();
        boolean isFirst = to.login() == Account.Login.NO_PASSWORD;
        String title = isFirst ? FIRST_PASSWORD : NEW_PASSWORD;
        Map<String, Object> values = Map.of(
                "title", title,
                "first", isFirst,
                "name", oneLine(to.name()),
                "login", to.userId(),
                "askedBy", oneLine(letter.askedBy()),
                "link", links.password(letter.code()),
                "home", links.home());
        delivery.send(mail(letter.id(), to.email(), title, "password", values));
    }

    @Override
    public Optional<String> sendTest(String noticeId, String recipient) {
        Map<String, Object> values = Map.of("title", TEST, "link", links.diagnostics(), "home", links.home());
        try {
            return delivery.send(mail(noticeId, recipient, TEST, "test", values))
                    .map(why -> "The e-mail address " + why);
        } catch (MailException failure) {
            return Optional.of(ServerWords.of(failure));
        }
    }

    private Mail mail(String id, String recipient, String subject, String template, Map<String, Object> values) {
        return new Mail(id, recipient, subject, templates.text(template, values), templates.html(template, values));
    }

    private static String oneLine(String name) {
        return name.replaceAll("[\\p{Cc}\\p{Z}]+", " ");
    }
}
