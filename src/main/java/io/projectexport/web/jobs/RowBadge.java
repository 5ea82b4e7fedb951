package io.projectexport.web.jobs;

import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.query.ProjectHints.Hints;
import io.projectexport.export.query.ProjectHints.LookAlike;
import java.util.ArrayList;
import java.util.List;

/**
 * View model of a badge behind a name in the list.
 *
 * @param kind as the style sheet knows it; "known" where Xero may have the job already
 * @param title the same with more words; null for none
 */
record RowBadge(String kind, String text, String title) {

    /**
     * Those of a row, the most important one first.
     *
     * @param inXero whether Xero may have a job of its number already
     * @param hints null for none
     */
    static List<RowBadge> of(ProjectExport export, boolean inXero, Hints hints) {
        List<RowBadge> badges = new ArrayList<>();
        if (inXero) {
            badges.add(new RowBadge(
                    "known", "Already in Xero?", "Xero has a job of this number; look before you decide."));
        }
        if (hints != null && hints.lookAlike() != null) {
            badges.add(of(hints.lookAlike()));
        }
        if (hints != null && hints.answered() != null) {
            badges.add(
                    hints.answered()
                            ? new RowBadge("answered", "Answered", "What was asked about it is answered.")
                            : new RowBadge("asked", "Question asked", "Creator and submitter have not answered yet."));
        }
        int round = export.submission().round();
        if (round > 1) {
            badges.add(new RowBadge(null, "round " + round, null));
        }
        return badges;
    }

    private static RowBadge of(LookAlike other) {
        boolean inXero = other.status() == ExportStatus.SYNCED;
        String text = "Looks like " + other.number() + (inXero ? ", already in Xero" : "");
        return new RowBadge(
                inXero ? "known" : null,
                text,
                "%s: the same name and client under another number, which is %s"
                        .formatted(text, other.status().label()));
    }
}
