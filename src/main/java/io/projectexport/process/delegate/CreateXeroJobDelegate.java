package io.projectexport.process.delegate;

import io.projectexport.export.accounting.ExportError;
import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.exactlyonce.CreateXeroJob;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.project.ProjectExports;
import io.projectexport.process.model.ExportIds;
import io.projectexport.process.model.ProjectExportProcess;
import io.projectexport.process.task.DisplayVariableCheck;
import io.projectexport.process.task.DisplayVariables;
import java.util.Date;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.springframework.stereotype.Component;

/** Exports an accepted project, and turns each way in which that can fail into the model's error of that name. */
@Component
class CreateXeroJobDelegate implements JavaDelegate {

    private final CreateXeroJob createXeroJob;
    private final ProjectExports exports;
    private final DisplayVariableCheck shownCopies;
    private final DisplayVariables display;

    CreateXeroJobDelegate(
            CreateXeroJob createXeroJob,
            ProjectExports exports,
            DisplayVariableCheck shownCopies,
            DisplayVariables display) {
        this.createXeroJob = createXeroJob;
        this.exports = exports;
        this.shownCopies = shownCopies;
        this.display = display;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID exportId = ExportIds.of(execution);
        try {
            shownCopies.checkBeforeExport(exports.find(exportId).orElseThrow(ActionRefused::notFound), execution);
            createXeroJob.run(exportId);
        } catch (ExportFailure refused) {
            throw switch (refused.reason()) {
                case RATE_LIMITED, OUTCOME_UNKNOWN -> wait(exportId, refused, execution);
                case UNAVAILABLE ->
                    refused.isGivenUp() || isLastTry()
                            ? fail(exportId, refused, execution)
                            : tryAgain(exportId, refused);
                case REFUSED, NOT_CONNECTED -> fail(exportId, refused, execution);
            };
        }
    }

    private RuntimeException wait(UUID exportId, ExportFailure refused, DelegateExecution execution) {
        createXeroJob.waiting(exportId, refused);
        ProjectExportProcess.RETRY_AT.set(execution, Date.from(refused.retryAt()));
        ProjectExportProcess.WAITING_FOR.set(execution, refused.getMessage());
        return bpmnError(refused);
    }

    private RuntimeException fail(UUID exportId, ExportFailure refused, DelegateExecution execution) {
        createXeroJob.failed(exportId, refused);
        String errors = lines(refused, ExportError::message) + "\n\n" + lines(refused, ExportError::remedy);
        display.showFailure(errors, createXeroJob.jobsToChooseFrom(exportId), execution);
        return bpmnError(refused);
    }

    /** Each text once, since several errors often have the same remedy. */
    private static String lines(ExportFailure refused, Function<ExportError, String> text) {
        return refused.errors().stream().map(text).distinct().collect(Collectors.joining("\n"));
    }

    private RuntimeException tryAgain(UUID exportId, ExportFailure refused) {
        createXeroJob.triedAgain(exportId, refused);
        return refused;
    }

    private static BpmnError bpmnError(ExportFailure refused) {
        return new BpmnError(refused.reason().code(), refused.getMessage());
    }

    private static boolean isLastTry() {
        JobEntity job = Context.getCommandContext().getCurrentJob();
        return job == null || job.getRetries() <= 1;
    }
}
