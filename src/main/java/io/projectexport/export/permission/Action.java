package io.projectexport.export.permission;

import static io.projectexport.export.project.ExportStatus.FAILED_TO_EXPORT;
import static io.projectexport.export.project.ExportStatus.READY_TO_EXPORT;
import static io.projectexport.export.project.ExportStatus.REJECTED;
import static io.projectexport.export.project.ExportStatus.RETRIEVED;

import io.projectexport.export.project.ExportStatus;
import java.util.Set;

/** What people do with a project export: by whom and in which statuses. */
public enum Action {
    ACCEPT("accepted", Role.APPROVER, READY_TO_EXPORT),
    REJECT("rejected", Role.APPROVER, READY_TO_EXPORT, FAILED_TO_EXPORT),
    RETRY("retried", Role.APPROVER, FAILED_TO_EXPORT),
    RETRIEVE("retrieved", Role.OWNER, READY_TO_EXPORT),
    RESUBMIT("resubmitted", Role.OWNER, REJECTED, RETRIEVED),
    WITHDRAW("withdrawn", Role.OWNER, REJECTED, RETRIEVED);

    /** The part that a person plays for one project export. */
    enum Role {
        /** An accounting approver who, with four eyes required, is neither creator nor submitter. */
        APPROVER,
        /** The creator or the submitter, allowed to submit projects. */
        OWNER
    }

    private final String participle;
    private final Role role;
    private final Set<ExportStatus> statuses;

    Action(String participle, Role role, ExportStatus... statuses) {
        this.participle = participle;
        this.role = role;
        this.statuses = Set.of(statuses);
    }

    /** For example accepted. */
    public String participle() {
        return participle;
    }

    Role role() {
        return role;
    }

    /** Whether it can be done with a project of this status. */
    public boolean possibleIn(ExportStatus status) {
        return statuses.contains(status);
    }
}
