package io.projectexport.export.exactlyonce;

import io.projectexport.export.accounting.Accounting;
import io.projectexport.export.accounting.ExportError;
import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.project.Decision;
import io.projectexport.export.project.Project;
import io.projectexport.export.project.ProjectExport;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Fingerprint (a hash) of what is approved, taken at the acceptance and compared before the export, so that nothing else is exported. */
@Component
public class ApprovalFingerprint {

    private final Accounting accounting;

    public ApprovalFingerprint(Accounting accounting) {
        this.accounting = accounting;
    }

    /** The decision to export the project with this contact, as it would be done at this moment. */
    public Decision acceptance(String by, Instant at, Project project, String contactName) {
        return new Decision(
                by,
                at,
                contactName,
                hash(project, contactName),
                accounting.organisation().orElse(null));
    }

    /**
     * The approval of what was approved before with another contact; it stays with the organisation of that approval.
     *
     * @throws ExportFailure as in {@link #approved}, because nothing else may change along with the contact
     */
    Decision withContact(String contactName, ProjectExport export, String by, Instant at) {
        String organisation = approved(export).organisation();
        return new Decision(by, at, contactName, hash(export.project(), contactName), organisation);
    }

    /** The hash of what becomes of the project with this contact, and of where it is created. */
    private String hash(Project project, String contactName) {
        return project.jobRequest(contactName).hash(accounting.jobKind());
    }

    /**
     * The job that was approved.
     *
     * @throws ExportFailure when the project, the contact or the kind of job changed since
     */
    public ApprovedJob approved(ProjectExport export) {
        String contact = export.decision().contactName();
        String hash = hash(export.project(), contact);
        if (!hash.equals(export.decision().approvedHash())) {
            throw ExportFailure.refused(List.of(new ExportError(
                    "What would be created in Xero differs from what was approved, so nothing was exported: the project's data, "
                            + "the contact or the kind of job changed after the approval.",
                    "Reject it; once it is resubmitted, it can be reviewed anew.")));
        }
        return new ApprovedJob(
                export.id(),
                export.project().jobRequest(contact),
                hash,
                export.submission().submittedAt(),
                export.decision().organisation());
    }
}
