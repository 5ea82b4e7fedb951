package io.projectexport.export.upload;

import io.projectexport.export.approval.ApprovalProcess;
import io.projectexport.export.bulk.BatchRow;
import io.projectexport.export.bulk.OnBehalf;
import io.projectexport.export.bulk.WorkOff;
import java.time.Clock;
import java.util.HashMap;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Use case: submits the rows of uploads, each like any other project. */
@Service
public class WorkOffUploads extends WorkOff<UploadedProject> {

    private final ApprovalProcess process;

    public WorkOffUploads(Uploads uploads, OnBehalf onBehalf, ApprovalProcess process, Clock clock) {
        super(uploads, onBehalf, clock);
        this.process = process;
    }

    @Override
    protected UUID carryOut(BatchRow<UploadedProject> row) {
        UploadedProject project = row.work();
        if (project.corrects() == null) {
            return process.submit(new HashMap<>(project.fields()));
        }
        process.resubmit(project.corrects(), new HashMap<>(project.fields()));
        return project.corrects();
    }
}
