package io.projectexport.process.delegate;

import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.submission.ProjectField;
import io.projectexport.export.submission.SubmitProject;
import io.projectexport.export.submission.TypedFields;
import io.projectexport.process.catalogue.ModelStep;
import io.projectexport.process.engine.ActingPerson;
import io.projectexport.process.model.ExportIds;
import io.projectexport.process.model.ProjectExportProcess;
import io.projectexport.process.model.Variable;
import io.projectexport.process.task.DisplayVariables;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes the submitted fields in, within the transaction of the start or of the correction, so that bad input leaves nothing behind. */
@Component
@ModelStep(
        label = "Register submission",
        description = "Checks and stores what was submitted.",
        process = ProjectExportProcess.KEY,
        from = {ExportStatus.REJECTED, ExportStatus.RETRIEVED},
        to = ExportStatus.READY_TO_EXPORT,
        forPerson = true)
class RegisterSubmissionDelegate implements JavaDelegate {

    private final SubmitProject submitProject;
    private final TypedFields typedFields;
    private final ActingPerson actingPerson;
    private final DisplayVariables display;

    RegisterSubmissionDelegate(
            SubmitProject submitProject, TypedFields typedFields, ActingPerson actingPerson, DisplayVariables display) {
        this.submitProject = submitProject;
        this.typedFields = typedFields;
        this.actingPerson = actingPerson;
        this.display = display;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectExport export = submitProject.submit(ExportIds.of(execution), read(execution), actingPerson.person());
        execution.setProcessBusinessKey(export.id().toString());
        display.show(export, execution);
    }

    /** Who does not say otherwise is somebody at a form of Tasklist. */
    private Map<String, Object> read(DelegateExecution execution) {
        Map<String, Object> fields = fields(execution);
        boolean isExact = Boolean.TRUE.equals(ProjectExportProcess.EXACT_VALUES.in(execution));
        return isExact ? fields : typedFields.read(fields);
    }

    /** Those that were sent; a correction leaves the others as they are. */
    private static Map<String, Object> fields(DelegateExecution execution) {
        Map<String, Object> fields = new HashMap<>();
        for (ProjectField field : ProjectField.values()) {
            if (execution.hasVariable(field.key())) {
                fields.put(field.key(), Variable.primitive(execution, field.key()));
            }
        }
        return fields;
    }
}
