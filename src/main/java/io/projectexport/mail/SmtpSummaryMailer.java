package io.projectexport.mail;

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
 * Adapter of the port {@link SummaryMailer}; in doubt a summary counts as sent, since one reminder missing is better than two on a day.
 */
@Component
final class SmtpSummaryMailer implements SummaryMailer {

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
            delivery.send(mail(summary));
        } catch (DoubtfulDeliveryException doubt) {
            // without its stack trace, which names addresses
            log.warn("Summary {} may not have arrived and is not sent again: {}", summary.id(), doubt.getMessage());
        }
    }

    private Mail mail(Summary summary) {
        List<WaitingRow> rows = rows(summary);
        Map<String, Object> values = new HashMap<>(Map.of(
                "title", SUBJECT,
                "name", summary.name(),
                "headline", headline(summary.total()),
                "rows", rows,
                "more", summary.more(),
                "link", links.readyToExport(),
                "profile", links.profile(),
                "home", links.home()));
        values.put("preview", preview(summary.total(), rows.get(0)));
        values.put("failed", failed(summary));
        values.put("failedLink", links.failedToExport());
        values.put("standingIn", standingIn(summary.standsInFor()));
        return new Mail(
                summary.id(),
                summary.recipient(),
                SUBJECT,
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
