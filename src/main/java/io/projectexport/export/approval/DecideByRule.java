package io.projectexport.export.approval;

import io.projectexport.export.exactlyonce.ApprovalFingerprint;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.CommentRule;
import io.projectexport.export.project.Decision;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.HistoryEntry;
import io.projectexport.export.project.HistoryStep;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.ProjectExports;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Use case: a rule that an administrator drew accepts or rejects a project, and its history names the rule. */
@Service
@Transactional
public class DecideByRule {

    private final ProjectExports exports;
    private final ApprovalFingerprint fingerprint;
    private final AcceptanceByRule acceptance;
    private final Clock clock;

    public DecideByRule(
            ProjectExports exports, ApprovalFingerprint fingerprint, AcceptanceByRule acceptance, Clock clock) {
        this.exports = exports;
        this.fingerprint = fingerprint;
        this.acceptance = acceptance;
        this.clock = clock;
    }

    /**
     * Accepts with the client as the contact in Xero.
     *
     * @param rule as people read it in the history
     * @throws ActionRefused when the installation lets only people accept, or the project is not ready to export
     */
    public void accept(UUID exportId, String rule) {
        if (!acceptance.allowed()) {
            throw ActionRefused.forbidden("Nothing was accepted: in this installation only people accept projects.");
        }
        ProjectExport export = waiting(exportId);
        Decision decision =
                fingerprint.acceptance(HistoryEntry.SYSTEM, clock.instant(), export.project(), export.contactName());
        ProjectExport accepted = export.accepted(decision);
        exports.update(accepted, HistoryEntry.byItself(accepted, decision.at(), HistoryStep.ACCEPTED, byRule(rule)));
    }

    /**
     * Rejects.
     *
     * @param reason that the creator and the submitter will read
     * @throws ActionRefused when the reason is missing, or the project is not ready to export
     */
    public void reject(UUID exportId, String rule, String reason) {
        ProjectExport export = waiting(exportId);
        String why = CommentRule.check(reason, "reason", "give the step a reason that its submitter reads");
        ProjectExport rejected = export.rejected(Decision.rejection(HistoryEntry.SYSTEM, clock.instant()));
        exports.update(
                rejected,
                HistoryEntry.byItself(
                        rejected,
                        rejected.decision().at(),
                        HistoryStep.REJECTED,
                        "%s (%s)".formatted(why, byRule(rule))));
    }

    private ProjectExport waiting(UUID exportId) {
        ProjectExport export = exports.lock(exportId).orElseThrow(ActionRefused::notFound);
        if (export.status() != ExportStatus.READY_TO_EXPORT || export.further().isOpen()) {
            throw ActionRefused.conflict("A rule decides about what is Ready to Export alone; this project is %s."
                    .formatted(export.status().label()));
        }
        return export;
    }

    private static String byRule(String rule) {
        return rule == null || rule.isBlank() ? "by a rule of the model" : "by rule: " + rule.strip();
    }
}
