package io.projectexport.mail;

import io.projectexport.export.EscalationMailer;
import io.projectexport.export.EscalationNotice;
import io.projectexport.export.ExportRules;
import io.projectexport.export.Project;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Mails that a project waits too long; in doubt it counts as sent, since one such mail missing is better than two. */
@Component
final class SmtpEscalationMailer implements EscalationMailer {

    private static final Logger log = LoggerFactory.getLogger(SmtpEscalationMailer.class);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

    private final MailTemplates templates;
    private final MailDelivery delivery;
    private final MailLinks links;
    private final ExportRules rules;

    SmtpEscalationMailer(MailTemplates templates, MailDelivery delivery, MailLinks links, ExportRules rules) {
        this.templates = templates;
        this.delivery = delivery;
        this.links = links;
        this.rules = rules;
    }

    @Override
    public void send(EscalationNotice notice) {
        try {
            delivery.send(mail(notice));
        } catch (DoubtfulDeliveryException doubt) {
            // without its stack trace, which names addresses
            log.warn("{} may not have arrived and is not sent again: {}", notice.id(), doubt.getMessage());
        }
    }

    private Mail mail(EscalationNotice notice) {
        Project project = notice.export().project();
        String subject = "Project %s \"%s\" waits for a decision".formatted(project.number(), project.name());
        Map<String, Object> values = Map.of(
                "title", subject,
                "submittedBy", notice.submittedBy(),
                "since",
                        MOMENT.format(notice.export().submission().submittedAt().atZone(rules.timeZone())),
                "link", links.project(notice.export().id()),
                "home", links.home());
        return new Mail(
                notice.id(),
                notice.recipient(),
                subject,
                templates.text("escalation", values),
                templates.html("escalation", values));
    }
}
