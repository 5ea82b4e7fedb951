package io.projectexport.export.exactlyonce;

import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.permission.Action;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.ActionRules;
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

/** Use case: an accounting approver sends a failed export to Xero again, with another contact if they say so, or links it to a job that exists there. */
@Service
@Transactional
public class RetryExport {

    private final ProjectExports exports;
    private final ActionRules rules;
    private final JobChooser chooser;
    private final ApprovalFingerprint fingerprint;
    private final Clock clock;

    public RetryExport(
            ProjectExports exports,
            ActionRules rules,
            JobChooser chooser,
            ApprovalFingerprint fingerprint,
            Clock clock) {
        this.exports = exports;
        this.rules = rules;
        this.chooser = chooser;
        this.fingerprint = fingerprint;
        this.clock = clock;
    }

    /**
     * Retries, with a choice where jobs of its name exist in Xero. Another contact is an approval of its own, by whoever chose it.
     *
     * @throws ActionRefused when the approver may not, somebody was first, or the choice is none of those there are
     */
    public ProjectExport retry(UUID exportId, Person approver, JobChoice choice) {
        ProjectExport failed = exports.lock(exportId).orElseThrow(ActionRefused::notFound);
        rules.check(Action.RETRY, failed, approver);
        String contact = choice.contact().inWords(failed.decision().contactName());
        ProjectExport approved = contact == null ? failed : approvedAnew(failed, approver, choice.contact());
        String job = chooser.carryOut(choice, approved);
        ProjectExport retried = approved.retried();
        exports.update(
                retried,
                HistoryEntry.byPerson(
                        retried,
                        clock.instant(),
                        approver.userId(),
                        HistoryStep.RETRIED,
                        JobChoice.inWords(contact, job)));
        return retried;
    }

    private ProjectExport approvedAnew(ProjectExport failed, Person approver, ContactChoice contact) {
        try {
            Decision decision =
                    fingerprint.withContact(contact.instead(null), failed, approver.userId(), clock.instant());
            return failed.approvedAnew(decision);
        } catch (ExportFailure changed) {
            throw ActionRefused.conflict(changed.getMessage());
        }
    }
}
