package io.projectexport.web.jobs;

import io.projectexport.export.permission.Action;
import io.projectexport.export.project.ExportStatus;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * View model of one row of the Jobs page; what is not known is null.
 *
 * @param amount the estimate as a plain number, to be added up
 * @param late whether the deadline is over while the project still waits
 * @param submitter name
 * @param waiting how long it waits for a decision; null when it does not
 * @param overdue whether it waits for longer than the installation wants
 * @param round of its submission, from 1
 * @param news a note beside the status: who decided, why it was rejected, or what it waits for
 * @param errors what went wrong, in Xero's words
 * @param badges what should be known before it is decided
 * @param notConnected whether it failed because Xero was not connected
 * @param open who has it open; empty for nobody, null where the viewer is not told
 * @param own whether the viewer cannot decide only because the project is their own
 * @param actions what the person who looks can do with it right now
 */
record JobsRow(
        UUID id,
        String number,
        String name,
        String client,
        String estimate,
        BigDecimal amount,
        String deadline,
        boolean late,
        String submitter,
        String submittedAt,
        String submittedOn,
        String waiting,
        boolean overdue,
        int round,
        ExportStatus status,
        String news,
        List<String> errors,
        List<RowBadge> badges,
        boolean notConnected,
        String xeroUrl,
        String open,
        boolean own,
        Set<Action> actions) {

    public boolean can(String action) {
        return actions.contains(Action.valueOf(action));
    }

    public boolean exporting() {
        return status == ExportStatus.EXPORTING;
    }

    public boolean failed() {
        return status == ExportStatus.FAILED_TO_EXPORT;
    }

    /** As {@link ShownRow} reads it. */
    public String asShown() {
        return "%s.%d.%s".formatted(id, round, status);
    }

    /** Whether the person can mark it with a decision. */
    public boolean decidable() {
        return can("ACCEPT") || can("REJECT") || can("RETRY");
    }
}
