package io.projectexport.process.task;

import io.projectexport.export.accounting.FoundJob;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.submission.ProjectField;
import io.projectexport.process.model.ProjectExportProcess;
import io.projectexport.process.model.Variable;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/**
 * The few process variables that are stored: those by which Cockpit and filters find a project, and why an export failed. Nothing is ever
 * read back from them, since clients can change them; all else that forms show is among {@link ProjectValues}.
 */
@Component
public class DisplayVariables {

    /** What a project can be found by. */
    private static final List<ProjectField> SEARCHABLE =
            List.of(ProjectField.PROJECT_NUMBER, ProjectField.PROJECT_NAME, ProjectField.CLIENT);

    /** The longest text that the engine stores in a variable. */
    private static final int MAX_TEXT = 4000;

    private static final List<Variable<?>> DECISIONS = List.of(
            ProjectExportProcess.DECISION,
            ProjectExportProcess.APPROVAL,
            ProjectExportProcess.RESOLUTION,
            ProjectExportProcess.CORRECTION,
            ProjectExportProcess.COMMENT,
            ProjectExportProcess.EXPORT_ERRORS,
            ProjectExportProcess.JOB_OPTIONS,
            ProjectExportProcess.HAS_JOB_OPTIONS,
            ProjectExportProcess.JOB_CHOICE,
            ProjectExportProcess.CONTACT_CHOICE,
            ProjectExportProcess.REJECTED_BY,
            ProjectExportProcess.REJECTION_REASON);

    private final ProjectValues values;

    DisplayVariables(ProjectValues values) {
        this.values = values;
    }

    /** Stores a new round's, and leaves nothing of the round before. */
    public void show(ProjectExport export, VariableScope scope) {
        DECISIONS.forEach(variable -> scope.removeVariable(variable.name()));
        restore(export, scope);
    }

    /** Stores the project's as they are, whatever was done to them. */
    void restore(ProjectExport export, VariableScope scope) {
        forgetCopies(scope);
        SEARCHABLE.forEach(
                field -> scope.setVariable(field.key(), values.of(export).get(field.key())));
    }

    /** Removes what a form has sent back, and what earlier releases have stored, of what is computed or was carried out. */
    void forgetCopies(VariableScope scope) {
        values.names().stream().filter(name -> !isSearchable(name)).forEach(scope::removeVariable);
        Set.of(ProjectExportProcess.CONTACT_CHOICE, ProjectExportProcess.JOB_CHOICE)
                .forEach(choice -> scope.removeVariable(choice.name()));
    }

    private static boolean isSearchable(String name) {
        return SEARCHABLE.stream().map(ProjectField::key).anyMatch(name::equals);
    }

    /** Shows why an export failed, and the jobs to choose from if that is the reason. */
    public void showFailure(String errors, List<FoundJob> found, VariableScope scope) {
        ProjectExportProcess.EXPORT_ERRORS.set(scope, errors.substring(0, Math.min(errors.length(), MAX_TEXT)));
        ProjectExportProcess.JOB_OPTIONS.set(scope, JobOptions.of(found));
        ProjectExportProcess.HAS_JOB_OPTIONS.set(scope, !found.isEmpty());
    }
}
