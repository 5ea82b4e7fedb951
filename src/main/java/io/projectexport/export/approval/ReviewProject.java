package io.projectexport.export.approval;

import io.projectexport.export.exactlyonce.ApprovalFingerprint;
import io.projectexport.export.exactlyonce.JobChoice;
import io.projectexport.export.exactlyonce.JobChooser;
import io.projectexport.export.existing.JobsToOffer;
import io.projectexport.export.permission.Action;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.ActionRules;
import io.projectexport.export.permission.CommentRule;
import io.projectexport.export.permission.Person;
import io.projectexport.export.project.Decision;
import io.projectexport.export.project.HistoryEntry;
import io.projectexport.export.project.HistoryStep;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.ProjectExports;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Use case: an accounting approver accepts or rejects a project. */
@Service
@Transactional
public class ReviewProject {

    private final ProjectExports exports;
    private final ActionRules rules;
    private final ApprovalFingerprint fingerprint;
    private final JobsToOffer offer;
    private final JobChooser chooser;
    private final Clock clock;

    public ReviewProject(
            ProjectExports exports,
            ActionRules rules,
            ApprovalFingerprint fingerprint,
            JobsToOffer offer,
            JobChooser chooser,
            Clock clock) {
        this.exports = exports;
        this.rules = rules;
        this.fingerprint = fingerprint;
        this.offer = offer;
        this.chooser = chooser;
        this.clock = clock;
    }

    /**
     * Accepts, and fixes what will be created in Xero, or which job there is the project's.
     *
     * @param choice the contact in Xero, unless it is the client, and a choice where jobs of its number were found
     * @throws ActionRefused when the approver may not, somebody was first, or the choice is none of those there are
     */
    public ProjectExport accept(UUID exportId, Person approver, JobChoice choice) {
        // whoever has another turn at this moment is no accounting approver by that
        ProjectExport export =
                exports.lock(exportId).map(ProjectExport::atReview).orElseThrow(ActionRefused::notFound);
        rules.check(Action.ACCEPT, export, approver);
        String client = export.project().client();
        Decision decision = fingerprint.acceptance(
                approver.userId(),
                clock.instant(),
                export.project(),
                choice.contact().instead(client));
        ProjectExport accepted = export.accepted(decision);
        String chosen = JobChoice.inWords(
                choice.contact().inWords(client), chooser.carryOutAtReview(choice, accepted, offer.of(export)));
        exports.update(
                accepted, HistoryEntry.byPerson(accepted, decision.at(), decision.by(), HistoryStep.ACCEPTED, chosen));
        return accepted;
    }

    /**
     * Rejects with a reason that the creator and the submitter will read.
     *
     * @throws ActionRefused when the comment is blank, the approver may not, or somebody was first
     */
    public ProjectExport reject(UUID exportId, Person approver, String comment) {
        ProjectExport export = exports.lock(exportId).orElseThrow(ActionRefused::notFound);
        rules.check(Action.REJECT, export, approver);
        String reason = CommentRule.check(comment, "reason", "say why the project is rejected");
        ProjectExport rejected = export.rejected(Decision.rejection(approver.userId(), clock.instant()));
        exports.update(
                rejected,
                HistoryEntry.byPerson(
                        rejected, rejected.decision().at(), approver.userId(), HistoryStep.REJECTED, reason));
        return rejected;
    }
}
