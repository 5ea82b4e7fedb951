package io.projectexport.mail;

import io.projectexport.export.connection.ConnectionAlarm;
import io.projectexport.export.diagnostics.TestMailer;
import java.util.Map;
import java.util.Optional;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/** Adapter of the ports {@link ConnectionAlarm} and {@link TestMailer}: mails administrators about the installation itself. */
@Component
final class SmtpInstallationMails implements ConnectionAlarm, TestMailer {

    private static final String BROKEN = "Project Export: connect Xero again";
    private static final String TEST = "Project Export: mails arrive";

    private final MailTemplates templates;
    private final MailDelivery delivery;
    private final MailLinks links;

    SmtpInstallationMails(MailTemplates templates, MailDelivery delivery, MailLinks links) {
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
}
