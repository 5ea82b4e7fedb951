package io.projectexport.mail;

import io.projectexport.export.summary.NewProjectsMailer;
import io.projectexport.export.summary.Summary;
import io.projectexport.export.summary.SummaryMailer;
import io.projectexport.export.text.DisplayFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Adapter of the ports {@link SummaryMailer} and {@link NewProjectsMailer}. In doubt a summary counts as sent, since one reminder missing is
 * better than two on a day; what is told of new projects is news and goes out again.
 */
@Component
final class SmtpSummaryMailer implements SummaryMailer, NewProjectsMailer {

    private static final String SUBJECT = "ERP Integrations Daily Summary";
    private static final Logger log = LoggerFactory.getLogger(SmtpSummaryMailer.class);

    private final MailTemplates templates;
    private final MailDelivery delivery;
    private final MailLinks links;
    private final DisplayFormat format;

    SmtpSummaryMailer(MailTemplates templates, MailDelivery delivery, MailLinks links, DisplayFormat format) {
        this.templates = templates;
        this.delivery = delivery;
        this.links = links;
        this.format = format;
    }

    @Override
    public void send(Summary summary) {
        try {
            delivery.send(daily(summary));
        } catch (DoubtfulDeliveryException doubt) {
            // without its stack trace, which names addresses
            log.warn("Summary {} may not have arrived and is not sent again: {}", summary.id(), doubt.getMessage());
        }
    }

    @Override
    public void sendNew(Summary summary) {
        delivery.send(ofNewProjects(summary));
    }

    private Mail daily(Summary summary) {
        List<WaitingRow> rows = rows(summary);
        return mail(
                summary,
                rows,
                SUBJECT,
                Map.of(
                        "headline", headline(summary.total()),
                        "preview", preview(summary.total(), rows.get(0)),
                        "why", "because you are an accounting approver: at most once a day, while a project waits."));
    }

    private Mail ofNewProjects(Summary summary) {
        List<WaitingRow> rows = rows(summary);
        return summary.total() == 1 ? ofOne(summary, rows) : ofSeveral(summary, rows);
    }

    private Mail ofOne(Summary summary, List<WaitingRow> rows) {
        WaitingRow row = rows.get(0);
        return mail(
                summary,
                rows,
                "New project %s \"%s\" waits for your decision".formatted(row.number(), row.name()),
                Map.of(
                        "headline", "A new project waits for your decision.",
                        "preview", row.aboutAndSubmitter(),
                        "button", "Open the project",
                        "buttonLink", row.link(),
                        "why", whyNew(summary)));
    }

    private Mail ofSeveral(Summary summary, List<WaitingRow> rows) {
        String many = summary.total() + " new projects wait for your decision";
        return mail(
                summary,
                rows,
                many,
                Map.of(
                        "headline", many + ".",
                        "preview", "The oldest: " + rows.get(0).inOneLine(),
                        "why", whyNew(summary)));
    }

    private static String whyNew(Summary summary) {
        return summary.standsInFor().isEmpty()
                ? "because you chose to be told of new projects at once."
                : "because you stand in for somebody who chose to be told of new projects at once.";
    }

    private Mail mail(Summary summary, List<WaitingRow> rows, String subject, Map<String, String> words) {
        Map<String, Object> values = new HashMap<>(words);
        values.put("title", subject);
        values.put("name", summary.name());
        values.put("rows", rows);
        values.put("more", summary.more());
        values.put("link", links.readyToExport());
        values.putIfAbsent("button", "Open the list");
        values.putIfAbsent("buttonLink", links.readyToExport());
        values.put("profile", links.profile());
        values.put("home", links.home());
        values.put("failed", failed(summary));
        values.put("failedLink", links.failedToExport());
        values.put("standingIn", standingIn(summary.standsInFor()));
        return new Mail(
                summary.id(),
                summary.recipient(),
                subject,
                templates.text("summary", values),
                templates.html("summary", values));
    }

    /** Null for whoever reads only for themselves. */
    private static String standingIn(List<String> away) {
        return away.isEmpty()
                ? null
                : "You stand in for %s, who %s away."
                        .formatted(String.join(" and ", away), away.size() == 1 ? "is" : "are");
    }

    /** What stands beside the subject in an inbox. */
    private static String preview(long waiting, WaitingRow oldest) {
        return "%d waiting, the longest %s %s (%s)".formatted(waiting, oldest.number(), oldest.name(), oldest.days());
    }

    private List<FailedRow> failed(Summary summary) {
        return summary.failed().stream()
                .map(failed -> new FailedRow(
                        failed.number(), failed.projectName(), failed.error(), links.project(failed.exportId())))
                .toList();
    }

    /** One line about an export that failed. */
    record FailedRow(String number, String name, String error, String link) {}

    private static String headline(long waiting) {
        return waiting == 1
                ? "1 project is Ready to Export and waits for a decision."
                : waiting + " projects are Ready to Export and wait for a decision.";
    }

    private List<WaitingRow> rows(Summary summary) {
        return summary.waiting().stream()
                .map(waiting -> WaitingRow.of(waiting, summary.currency(), summary.day(), format, links))
                .toList();
    }
}
