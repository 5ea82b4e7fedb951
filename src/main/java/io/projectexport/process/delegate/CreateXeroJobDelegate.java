package io.projectexport.process.delegate;

import io.projectexport.export.accounting.ExportError;
import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.exactlyonce.CreateXeroJob;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.ProjectExports;
import io.projectexport.process.catalogue.ModelStep;
import io.projectexport.process.engine.CurrentJob;
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
import org.springframework.stereotype.Component;

/** Exports an accepted project, and turns each way in which that can fail into the model's error of that name. */
@Component
@ModelStep(
        label = "Create job in Xero",
        description = "Creates the job in Xero and links it, exactly once; waits or fails by an error of the model.",
        process = ProjectExportProcess.KEY,
        from = ExportStatus.EXPORTING,
        to = ExportStatus.SYNCED,
        errors = {
            ExportFailure.Reason.REFUSED,
            ExportFailure.Reason.UNAVAILABLE,
            ExportFailure.Reason.NOT_CONNECTED,
            ExportFailure.Reason.RATE_LIMITED,
            ExportFailure.Reason.OUTCOME_UNKNOWN
        },
        outside = true,
        sets = {"retryAt", "waitingFor", "exportErrors"})
class CreateXeroJobDelegate implements JavaDelegate {

    private final CreateXeroJob createXeroJob;
    private final ProjectExports exports;
    private final DisplayVariableCheck variableCheck;
    private final DisplayVariables display;
    private final ExportMeters meters;

    CreateXeroJobDelegate(
            CreateXeroJob createXeroJob,
            ProjectExports exports,
            DisplayVariableCheck variableCheck,
            DisplayVariables display,
            ExportMeters meters) {
        this.createXeroJob = createXeroJob;
        this.exports = exports;
        this.variableCheck = variableCheck;
        this.display = display;
        this.meters = meters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID exportId = ExportIds.of(execution);
        ExportMeters.Run run = meters.begin();
        try {
            variableCheck.checkBeforeExport(exports.find(exportId).orElseThrow(ActionRefused::notFound), execution);
            createXeroJob.run(exportId);
            run.synced();
        } catch (ExportFailure failure) {
            run.ended(failure.reason());
            throw switch (failure.reason()) {
                case RATE_LIMITED, OUTCOME_UNKNOWN -> wait(exportId, failure, execution);
                case UNAVAILABLE ->
                    failure.isGivenUp() || CurrentJob.isLastTry()
                            ? fail(exportId, failure, execution)
                            : tryAgain(exportId, failure);
                case REFUSED, NOT_CONNECTED -> fail(exportId, failure, execution);
            };
        }
    }

    private RuntimeException wait(UUID exportId, ExportFailure failure, DelegateExecution execution) {
        createXeroJob.waiting(exportId, failure);
        ProjectExportProcess.RETRY_AT.set(execution, Date.from(failure.retryAt()));
        ProjectExportProcess.WAITING_FOR.set(execution, failure.getMessage());
        return bpmnError(failure);
    }

    private RuntimeException fail(UUID exportId, ExportFailure failure, DelegateExecution execution) {
        createXeroJob.failed(exportId, failure);
        String errors = lines(failure, ExportError::message) + "\n\n" + lines(failure, ExportError::remedy);
        display.showFailure(errors, createXeroJob.jobsToChooseFrom(exportId), execution);
        return bpmnError(failure);
    }

    /** Each text once, since several errors often have the same remedy. */
    private static String lines(ExportFailure failure, Function<ExportError, String> text) {
        return failure.errors().stream().map(text).distinct().collect(Collectors.joining("\n"));
    }

    private RuntimeException tryAgain(UUID exportId, ExportFailure failure) {
        createXeroJob.triedAgain(exportId, failure);
        return failure;
    }

    private static BpmnError bpmnError(ExportFailure failure) {
        return new BpmnError(failure.reason().code(), failure.getMessage());
    }
}
