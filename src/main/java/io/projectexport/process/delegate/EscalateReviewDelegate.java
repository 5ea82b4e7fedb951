package io.projectexport.process.delegate;

import io.projectexport.export.notification.EscalateReview;
import io.projectexport.process.catalogue.ModelStep;
import io.projectexport.process.engine.CurrentJob;
import io.projectexport.process.model.ExportIds;
import io.projectexport.process.model.ProjectExportProcess;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the ERP administrators of a review that waits too long; it goes on waiting. */
@Component
@ModelStep(
        label = "Escalate to ERP admins",
        description = "Mails the members of erp-admin that nobody has decided about the project, each once in a round.",
        process = ProjectExportProcess.KEY,
        outside = true)
class EscalateReviewDelegate implements JavaDelegate {

    private final EscalateReview escalateReview;
    private final LastTry lastTry;

    EscalateReviewDelegate(EscalateReview escalateReview, LastTry lastTry) {
        this.escalateReview = escalateReview;
        this.lastTry = lastTry;
    }

    /** A mail server can be down until the next round; the job stems from the moment at which this round was overdue. */
    @Override
    public void execute(DelegateExecution execution) {
        UUID exportId = ExportIds.of(execution);
        lastTry.watch(exportId, () -> escalateReview.escalate(exportId, CurrentJob.createdAt()));
    }
}
