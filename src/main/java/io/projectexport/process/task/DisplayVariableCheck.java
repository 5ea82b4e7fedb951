package io.projectexport.process.task;

import io.projectexport.export.accounting.ExportError;
import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.submission.ProjectField;
import io.projectexport.export.submission.SubmittedFields;
import io.projectexport.process.engine.EngineCommands;
import io.projectexport.process.model.ProjectExportProcess;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/**
 * Check of variables that bear a field's name against what is stored, before an approval and an export: people approve what they see, and
 * a form that sends back another value, or an edit in Cockpit, says that somebody saw something else.
 */
@Component
public class DisplayVariableCheck {

    private final EngineCommands commands;
    private final DisplayVariables display;

    DisplayVariableCheck(EngineCommands commands, DisplayVariables display) {
        this.commands = commands;
        this.display = display;
    }

    /**
     * Checks what an approver has seen.
     *
     * @throws ActionRefused when it is not what was submitted; the task shows that afterwards
     */
    void checkBeforeApproval(ProjectExport export, DelegateTask task) {
        Map<String, Object> stored = SubmittedFields.of(export.submission());
        Optional<String> difference = difference(stored, task);
        if (difference.isPresent()) {
            restore(export, task);
            throw ActionRefused.conflict(
                    "Nothing was decided: %s. The task shows again what was submitted; look at it once more, then decide."
                            .formatted(difference.get()));
        }
    }

    /**
     * Checks what was approved.
     *
     * @throws ExportFailure when it is not what is shown; it is shown afterwards
     */
    public void checkBeforeExport(ProjectExport export, DelegateExecution execution) {
        Map<String, Object> stored = new LinkedHashMap<>(SubmittedFields.of(export.submission()));
        if (export.decision() != null) {
            stored.put(
                    ProjectExportProcess.CONTACT_NAME.name(), export.decision().contactName());
        }
        difference(stored, execution).ifPresent(difference -> {
            display.restore(export, execution);
            throw ExportFailure.refused(List.of(new ExportError(
                    "What is shown of the project differs from what was approved, so nothing was exported: "
                            + difference + ".",
                    "Look at the project, which shows again what was approved; then retry, or reject it.")));
        });
    }

    private static Optional<String> difference(Map<String, Object> stored, VariableScope scope) {
        Map<String, Object> shown = scope.getVariables();
        return stored.keySet().stream()
                .filter(key -> shown.containsKey(key) && !text(stored.get(key)).equals(text(shown.get(key))))
                .findFirst()
                .map(key -> "%s is shown as \"%s\" and stored as \"%s\""
                        .formatted(label(key), text(shown.get(key)), text(stored.get(key))));
    }

    /** Forms send back empty text for what is not there. */
    private static String text(Object value) {
        return Objects.toString(value, "").strip();
    }

    private static String label(String key) {
        return ProjectField.byKey(key).map(ProjectField::label).orElse("Contact in Xero");
    }

    /** In a transaction of its own, because the refusal undoes the task's. */
    private void restore(ProjectExport export, DelegateTask task) {
        commands.inNewTransaction(() -> {
            display.restore(export, commands.instance(task.getProcessInstanceId()));
            return null;
        });
    }
}
