package io.projectexport.export.decision;

import io.projectexport.export.approval.ApprovalProcess;
import io.projectexport.export.bulk.BatchRow;
import io.projectexport.export.bulk.OnBehalf;
import io.projectexport.export.bulk.WorkOff;
import io.projectexport.export.exactlyonce.JobChoice;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.ProjectExports;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Use case: carries out confirmed decisions, each like one that is made alone. */
@Service
public class WorkOffDecisions extends WorkOff<ConfirmedDecision> {

    private final ProjectExports exports;
    private final ApprovalProcess process;

    public WorkOffDecisions(
            Decisions decisions, OnBehalf onBehalf, ProjectExports exports, ApprovalProcess process, Clock clock) {
        super(decisions, onBehalf, clock);
        this.exports = exports;
        this.process = process;
    }

    @Override
    protected UUID carryOut(BatchRow<ConfirmedDecision> row) {
        UUID exportId = row.exportId();
        ConfirmedDecision decision = row.work();
        checkAsConfirmed(exports.lock(exportId).orElseThrow(ActionRefused::notFound), decision);
        switch (decision.action()) {
            case ACCEPT -> process.accept(exportId, JobChoice.NONE);
            case REJECT -> process.reject(exportId, decision.comment());
            case RETRY -> process.retry(exportId, JobChoice.NONE);
            case RETRIEVE, RESUBMIT, WITHDRAW -> throw new IllegalStateException("No decision of an approver");
        }
        return exportId;
    }

    private static void checkAsConfirmed(ProjectExport export, ConfirmedDecision decision) {
        if (export.submission().round() != decision.round()) {
            throw ActionRefused.conflict(
                    "Nothing was changed: this project was resubmitted after you confirmed, so look at what changed and decide then.");
        }
    }
}
