package io.projectexport.export.exactlyonce;

import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.accounting.FoundJob;
import io.projectexport.export.accounting.XeroJob;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.HistoryEntry;
import io.projectexport.export.project.HistoryStep;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.ProjectExports;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Use case: exports an accepted project. It creates the job in Xero, or finds the one that an earlier attempt created, and links it. */
@Service
@Transactional(noRollbackFor = ExportFailure.class)
public class CreateXeroJob {

    private final ProjectExports exports;
    private final ApprovalFingerprint fingerprint;
    private final IdempotentJobCreator jobCreator;
    private final JobChooser chooser;
    private final Clock clock;

    public CreateXeroJob(
            ProjectExports exports,
            ApprovalFingerprint fingerprint,
            IdempotentJobCreator jobCreator,
            JobChooser chooser,
            Clock clock) {
        this.exports = exports;
        this.fingerprint = fingerprint;
        this.jobCreator = jobCreator;
        this.chooser = chooser;
        this.clock = clock;
    }

    /**
     * Creates and links the job.
     *
     * @throws ExportFailure when there is no job to link, at least not for now; {@link #failed} or {@link #waiting} records it
     * @throws ActionRefused when nobody accepted the project, as after a token was moved by hand
     */
    public XeroJob run(UUID exportId) {
        ProjectExport export = exporting(exportId);
        XeroJob job = jobCreator.create(fingerprint.approved(export));
        ProjectExport synced = export.synced(job);
        exports.update(synced, HistoryEntry.bySystem(synced, clock.instant(), HistoryStep.SYNCED, null, job.id()));
        return job;
    }

    /** Records that the export ended without a job. */
    public void failed(UUID exportId, ExportFailure failure) {
        ProjectExport failed = exporting(exportId).failed(failure);
        exports.update(
                failed,
                HistoryEntry.bySystem(
                        failed, clock.instant(), HistoryStep.FAILED_TO_EXPORT, failure.getMessage(), null));
    }

    /** The jobs in Xero between which a person has to choose after the export failed; mostly none. */
    public List<FoundJob> jobsToChooseFrom(UUID exportId) {
        return chooser.of(exportId);
    }

    /** Records until when the export waits, and for what. */
    public void waiting(UUID exportId, ExportFailure failure) {
        exports.update(exporting(exportId).waiting(failure.retryAt(), failure.getMessage()));
    }

    /** Records why the export is tried again, in a transaction of its own because the engine rolls a failed try back. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void triedAgain(UUID exportId, ExportFailure failure) {
        exports.lock(exportId)
                .filter(export -> export.status() == ExportStatus.EXPORTING)
                .ifPresent(export -> exports.update(export.waiting(
                        null,
                        "It is tried again by itself: "
                                + failure.errors().get(0).message())));
    }

    private ProjectExport exporting(UUID exportId) {
        ProjectExport export = exports.find(exportId).orElseThrow(ActionRefused::notFound);
        if (export.status() != ExportStatus.EXPORTING) {
            throw ActionRefused.conflict(
                    "Nothing was exported: the project is %s, and only an approver's acceptance exports it."
                            .formatted(export.status().label()));
        }
        return export;
    }
}
