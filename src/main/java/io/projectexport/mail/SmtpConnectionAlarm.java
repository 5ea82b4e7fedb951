package io.projectexport.mail;

import io.projectexport.export.connection.ConnectionAlarm;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Adapter of the port {@link ConnectionAlarm}: mails administrators that Xero does not accept the connection. */
@Component
final class SmtpConnectionAlarm implements ConnectionAlarm {

    private static final String SUBJECT = "Project Export: connect Xero again";

    private final MailTemplates templates;
    private final MailDelivery delivery;
    private final MailLinks links;

    SmtpConnectionAlarm(MailTemplates templates, MailDelivery delivery, MailLinks links) {
        this.templates = templates;
        this.delivery = delivery;
        this.links = links;
    }

    @Override
    public void connectionBroke(String id, String recipient, String why) {
        Map<String, Object> values =
                Map.of("title", SUBJECT, "problem", why, "link", links.connection(), "home", links.home());
        delivery.send(new Mail(
                id, recipient, SUBJECT, templates.text("connection", values), templates.html("connection", values)));
    }
}
