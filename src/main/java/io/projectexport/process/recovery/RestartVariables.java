package io.projectexport.process.recovery;

import io.projectexport.export.accounting.ExportError;
import io.projectexport.export.exactlyonce.CreateXeroJob;
import io.projectexport.export.notification.FindRejection;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.recovery.RecoveryStep;
import io.projectexport.process.model.ProjectExportProcess;
import io.projectexport.process.task.DisplayVariables;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** Variables of an instance that begins in its middle, as the steps before would have left them. */
@Component
class RestartVariables {

    private final DisplayVariables display;
    private final FindRejection rejections;
    private final CreateXeroJob createXeroJob;

    RestartVariables(DisplayVariables display, FindRejection rejections, CreateXeroJob createXeroJob) {
        this.display = display;
        this.rejections = rejections;
        this.createXeroJob = createXeroJob;
    }

    void restore(ProjectExport export, RecoveryStep step, VariableScope instance) {
        display.show(export, instance);
        if (step == RecoveryStep.RESOLVE) {
            display.showFailure(
                    errors(export.outcome().errors()), createXeroJob.jobsToChooseFrom(export.id()), instance);
        }
        if (export.status() == ExportStatus.REJECTED) {
            rejections.latest(export.id()).ifPresent(rejection -> {
                ProjectExportProcess.REJECTED_BY.set(instance, rejection.by());
                ProjectExportProcess.REJECTION_REASON.set(instance, rejection.reason());
            });
        }
    }

    private static String errors(List<ExportError> errors) {
        return lines(errors, ExportError::message) + "\n\n" + lines(errors, ExportError::remedy);
    }

    private static String lines(List<ExportError> errors, Function<ExportError, String> text) {
        return errors.stream().map(text).distinct().collect(Collectors.joining("\n"));
    }
}
