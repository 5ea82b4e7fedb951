package io.projectexport.mail;

import io.projectexport.export.Notifier;
import io.projectexport.export.Project;
import io.projectexport.export.RejectionNotice;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Mails news about projects; in doubt a mail goes out again, since its id lets mail servers drop the second one. */
@Component
final class SmtpNotifier implements Notifier {

    private final MailTemplates templates;
    private final MailDelivery delivery;
    private final MailLinks links;

    SmtpNotifier(MailTemplates templates, MailDelivery delivery, MailLinks links) {
        this.templates = templates;
        this.delivery = delivery;
        this.links = links;
    }

    @Override
    public void send(RejectionNotice notice) {
        Project project = notice.export().project();
        String subject = "Project %s \"%s\" was rejected".formatted(project.number(), project.name());
        Map<String, Object> values = Map.of(
                "title",
                subject,
                "project",
                project,
                "notice",
                notice,
                "reason",
                notice.reason().lines().toList(),
                "link",
                links.project(notice.export().id()),
                "home",
                links.home());
        delivery.send(new Mail(
                notice.id(),
                notice.recipient(),
                subject,
                templates.text("rejection", values),
                templates.html("rejection", values)));
    }
}
