package io.projectexport.web.jobs;

import io.projectexport.export.project.Decision;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.web.page.PageFormat;
import java.util.Map;
import java.util.UUID;

/**
 * View model of a row that somebody else has settled while a list with it is open.
 *
 * @param what has become of it, for example "Accepted by Ann Approver, 10:14"
 */
record SettledRow(UUID id, String number, String what) {

    static SettledRow of(ProjectExport now, Map<String, String> names, PageFormat format) {
        return new SettledRow(now.id(), now.project().number(), what(now, names, format));
    }

    private static String what(ProjectExport now, Map<String, String> names, PageFormat format) {
        return switch (now.status()) {
            case EXPORTING, SYNCED -> decided("Accepted", now.decision(), names, format);
            case FAILED_TO_EXPORT -> decided("Export failed, accepted", now.decision(), names, format);
            case REJECTED -> decided("Rejected", now.decision(), names, format);
            case RETRIEVED, WITHDRAWN -> now.status().label();
            case READY_TO_EXPORT ->
                "Resubmitted, %s: look at it anew"
                        .formatted(format.recent(now.submission().submittedAt()));
        };
    }

    private static String decided(String word, Decision decision, Map<String, String> names, PageFormat format) {
        return decision == null
                ? word
                : "%s by %s, %s"
                        .formatted(
                                word, names.getOrDefault(decision.by(), decision.by()), format.recent(decision.at()));
    }
}
