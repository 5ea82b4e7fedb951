package io.projectexport.web.jobs;

import io.projectexport.export.accounting.ExportError;
import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.accounting.XeroJob;
import io.projectexport.export.permission.Action;
import io.projectexport.export.project.Decision;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.web.page.PageFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * View model of one row of the Jobs page; what is not known is null.
 *
 * @param submitter name
 * @param news a note beside the status: who decided, or why it waits
 * @param errors what went wrong, in Xero's words
 * @param notConnected whether it failed because Xero was not connected
 * @param actions what the person who looks can do with it right now
 */
record JobsRow(
        UUID id,
        String number,
        String name,
        String client,
        String estimate,
        String deadline,
        String submitter,
        String submittedAt,
        ExportStatus status,
        String news,
        List<String> errors,
        boolean notConnected,
        String xeroUrl,
        Set<Action> actions) {

    public boolean can(String action) {
        return actions.contains(Action.valueOf(action));
    }

    public boolean exporting() {
        return status == ExportStatus.EXPORTING;
    }

    /** Whether the person can mark it with a decision. */
    public boolean decidable() {
        return can("ACCEPT") || can("REJECT") || can("RETRY");
    }

    static JobsRow of(ProjectExport export, Set<Action> actions, Map<String, String> names, PageFormat format) {
        XeroJob job = export.outcome().job();
        return new JobsRow(
                export.id(),
                export.project().number(),
                export.project().name(),
                export.project().client(),
                format.amount(export.project().estimateAmount()),
                format.date(export.project().deadline()),
                export.submission().submitterName(),
                format.time(export.submission().submittedAt()),
                export.status(),
                news(export, names, format),
                export.outcome().errors().stream().map(ExportError::message).toList(),
                export.outcome().failedFor() == ExportFailure.Reason.NOT_CONNECTED,
                job == null ? null : job.url(),
                actions);
    }

    /** The same with a note if it is one of those that Xero may have already. */
    JobsRow withJobsInXero(Set<UUID> inXero) {
        return inXero.contains(id) && news == null ? withNews("Already in Xero? Look before you decide.") : this;
    }

    private JobsRow withNews(String note) {
        return new JobsRow(
                id,
                number,
                name,
                client,
                estimate,
                deadline,
                submitter,
                submittedAt,
                status,
                note,
                errors,
                notConnected,
                xeroUrl,
                actions);
    }

    private static String news(ProjectExport export, Map<String, String> names, PageFormat format) {
        Decision decision = export.decision();
        return switch (export.status()) {
            case EXPORTING -> export.outcome().waitingFor();
            case SYNCED, REJECTED ->
                decision == null ? null : "by %s, %s".formatted(names.get(decision.by()), format.time(decision.at()));
            default -> null;
        };
    }
}
