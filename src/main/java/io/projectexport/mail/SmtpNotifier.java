package io.projectexport.mail;

import io.projectexport.export.accounting.Accounting;
import io.projectexport.export.conversation.RemarkNotice;
import io.projectexport.export.conversation.RemarkNotifier;
import io.projectexport.export.notification.EscalationNotice;
import io.projectexport.export.notification.Notice;
import io.projectexport.export.notification.Notifier;
import io.projectexport.export.notification.RejectionNotice;
import io.projectexport.export.notification.ResubmissionNotice;
import io.projectexport.export.notification.XeroJobNotice;
import io.projectexport.export.project.Project;
import io.projectexport.export.rejection.RejectionsMailer;
import io.projectexport.export.text.DisplayFormat;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Adapter of the ports {@link Notifier}, {@link RemarkNotifier} and {@link RejectionsMailer}: mails notices about projects. In doubt a mail goes out again, since its id lets mail servers drop
 * the second one. An escalation in doubt counts as sent, because each administrator gets one and no more.
 */
@Component
final class SmtpNotifier implements Notifier, RemarkNotifier, RejectionsMailer {

    private static final Logger log = LoggerFactory.getLogger(SmtpNotifier.class);

    private final MailTemplates templates;
    private final NoticeDelivery delivery;
    private final MailLinks links;
    private final DisplayFormat format;
    private final Accounting accounting;

    SmtpNotifier(
            MailTemplates templates,
            NoticeDelivery delivery,
            MailLinks links,
            DisplayFormat format,
            Accounting accounting) {
        this.templates = templates;
        this.delivery = delivery;
        this.links = links;
        this.format = format;
        this.accounting = accounting;
    }

    @Override
    public void send(RejectionNotice notice) {
        send(notice, "rejection", "the rejection", "was rejected", Map.of("reason", lines(notice.reason())));
    }

    @Override
    public void send(XeroJobNotice notice) {
        send(notice, "sync", "the job in Xero", "is a job in Xero", Map.of("profile", links.profile()));
    }

    @Override
    public void send(ResubmissionNotice notice) {
        List<String> reason = notice.rejection() == null
                ? List.of()
                : lines(notice.rejection().reason());
        send(
                notice,
                "resubmission",
                "the resubmission",
                "was resubmitted",
                Map.of("reason", reason, "profile", links.profile()));
    }

    @Override
    public void send(EscalationNotice notice) {
        Instant since = notice.export().submission().submittedAt();
        Map<String, Object> values = Map.of("since", format.moment(since));
        try {
            send(notice, "escalation", "the overdue review", "waits for a decision", values);
        } catch (DoubtfulDeliveryException doubt) {
            // without its stack trace, which names addresses
            log.warn("{} may not have arrived and is not sent again: {}", notice.id(), doubt.getMessage());
            delivery.countAsSent(notice);
        }
    }

    @Override
    public void send(RemarkNotice notice) {
        String kind = notice.isQuestion() ? "question" : "answer";
        String event = notice.isQuestion() ? "has a question" : "has an answer";
        send(notice, "remark", "the " + kind, event, Map.of("remark", lines(notice.text())));
    }

    @Override
    public void send(String id, String recipient, List<RejectionNotice> rejections) {
        String subject = rejections.size() + " projects were rejected";
        Map<String, Object> values = Map.of(
                "title", subject,
                "rows", rejections.stream().map(this::row).toList(),
                "link", links.rejected(),
                "home", links.home());
        Mail mail = new Mail(
                id, recipient, subject, templates.text("rejections", values), templates.html("rejections", values));
        delivery.send(rejections, "the rejection", mail);
    }

    private RejectedRow row(RejectionNotice notice) {
        Project project = notice.export().project();
        return new RejectedRow(
                project.number(),
                project.name(),
                about(project),
                lines(notice.reason()),
                notice.rejectedBy(),
                notice.round(),
                links.project(notice.export().id()));
    }

    /** One of several rejections. */
    record RejectedRow(
            String number, String name, String about, List<String> reason, String by, int round, String link) {}

    private void send(Notice notice, String template, String about, String event, Map<String, Object> more) {
        Project project = notice.export().project();
        String subject = "Project %s \"%s\" %s".formatted(project.number(), project.name(), event);
        Map<String, Object> values = new HashMap<>(more);
        values.put("title", subject);
        values.put("project", project);
        values.put("about", about(project));
        values.put("notice", notice);
        values.put("link", links.project(notice.export().id()));
        values.put("home", links.home());
        delivery.send(
                List.of(notice),
                about,
                new Mail(
                        notice.id(),
                        notice.recipient(),
                        subject,
                        templates.text(template, values),
                        templates.html(template, values)));
    }

    private String about(Project project) {
        return WaitingRow.about(
                project.client(),
                format.amount(project.estimateAmount(), accounting.currency().orElse(null)));
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
    }
}
