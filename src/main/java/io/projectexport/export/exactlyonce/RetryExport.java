package io.projectexport.export.exactlyonce;

import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.permission.Action;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.ActionRules;
import io.projectexport.export.permission.Person;
import io.projectexport.export.project.Decision;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.HistoryEntry;
import io.projectexport.export.project.HistoryStep;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.ProjectExports;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Use case: an accounting approver sends a failed export to Xero again, with another contact if they say so, or links it to a job that
 * exists there; what waited for the connection goes on by itself.
 */
@Service
@Transactional
public class RetryExport {

    /** Within which the application retries an export by itself once only, whatever becomes of it. */
    public static final Duration BY_ITSELF_ONCE_IN = Duration.ofHours(1);

    private static final String RECONNECTED = "Xero accepts the connection again.";

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

    /**
     * Retries by itself, as it was approved, what failed because Xero was not connected; for once the connection works again.
     *
     * @throws ActionRefused when it failed for something else, somebody was first, or it was retried by itself a moment ago
     */
    public ProjectExport retryReconnected(UUID exportId) {
        ProjectExport export = exports.lock(exportId).orElseThrow(ActionRefused::notFound);
        if (!isToBeRetried(export)) {
            throw ActionRefused.conflict("Nothing was changed: this project does not wait for the connection to Xero.");
        }
        ProjectExport retried = export.retried();
        exports.update(retried, HistoryEntry.byItself(retried, clock.instant(), HistoryStep.RETRIED, RECONNECTED));
        return retried;
    }

    private boolean isToBeRetried(ProjectExport export) {
        Instant notSince = clock.instant().minus(BY_ITSELF_ONCE_IN);
        return export.status() == ExportStatus.FAILED_TO_EXPORT
                && export.outcome().failedFor() == ExportFailure.Reason.NOT_CONNECTED
                && exports.history(export.id()).stream()
                        .noneMatch(step -> step.is(HistoryStep.RETRIED)
                                && step.isBySystem()
                                && step.at().isAfter(notSince));
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
