package io.projectexport.web;

import io.projectexport.export.Action;
import io.projectexport.export.Decision;
import io.projectexport.export.ExportStatus;
import io.projectexport.export.ProjectExport;
import io.projectexport.export.XeroJob;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * One project export in the list; what is not known is null.
 *
 * @param submitter name
 * @param news what there is to tell beside the status: who decided, why it waits, what went wrong
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
        String xeroUrl,
        Set<Action> actions) {

    public boolean can(String action) {
        return actions.contains(Action.valueOf(action));
    }

    static JobsRow of(ProjectExport export, Set<Action> actions, Map<String, String> names, Shown shown) {
        XeroJob job = export.outcome().job();
        return new JobsRow(
                export.id(),
                export.project().number(),
                export.project().name(),
                export.project().client(),
                shown.amount(export.project().estimateAmount()),
                shown.date(export.project().deadline()),
                names.get(export.submission().submitter()),
                shown.time(export.submission().submittedAt()),
                export.status(),
                news(export, names, shown),
                job == null ? null : job.url(),
                actions);
    }

    private static String news(ProjectExport export, Map<String, String> names, Shown shown) {
        Decision decision = export.decision();
        return switch (export.status()) {
            case FAILED_TO_EXPORT ->
                export.outcome().errors().isEmpty()
                        ? null
                        : export.outcome().errors().get(0).message();
            case EXPORTING -> export.outcome().waitingFor();
            case SYNCED, REJECTED ->
                decision == null ? null : "by %s, %s".formatted(names.get(decision.by()), shown.time(decision.at()));
            default -> null;
        };
    }
}
