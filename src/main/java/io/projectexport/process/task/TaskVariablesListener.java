package io.projectexport.process.task;

import io.projectexport.export.approval.FurtherApprovals;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.ProjectExports;
import io.projectexport.export.text.DisplayFormat;
import io.projectexport.process.model.DecisionTask;
import io.projectexport.process.model.ExportIds;
import io.projectexport.process.model.ProjectExportProcess;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Task listener that gives each new task its local variables: what Tasklist shows of a project in its filters and in front of each task.
 * They belong to the task, because whoever may see a task may see its own variables, while the process instance's would need a permission
 * that shows everybody's projects, and because the variables that a client sends with a decision never reach the next task's own.
 */
@Component
class TaskVariablesListener {

    private final ProjectExports exports;
    private final FurtherApprovals furtherApprovals;
    private final DisplayFormat format;

    TaskVariablesListener(ProjectExports exports, FurtherApprovals furtherApprovals, DisplayFormat format) {
        this.exports = exports;
        this.furtherApprovals = furtherApprovals;
        this.format = format;
    }

    @EventListener(condition = "#task.eventName == '" + TaskListener.EVENTNAME_CREATE + "'")
    void on(DelegateTask task) {
        DecisionTask.of(task).ifPresent(decision -> {
            showInFilters(submitted(task), task);
            if (decision == DecisionTask.APPROVE) {
                await(task);
            }
        });
    }

    @EventListener(condition = "#task.eventName == '" + TaskListener.EVENTNAME_DELETE + "'")
    void onDelete(DelegateTask task) {
        DecisionTask.of(task)
                .filter(decision -> decision == DecisionTask.APPROVE)
                .ifPresent(ended -> furtherApprovals.close(ExportIds.of(task)));
    }

    private void await(DelegateTask task) {
        task.setVariableLocal(ProjectExportProcess.IS_FURTHER_APPROVAL.name(), true);
        Set<String> groups = task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        furtherApprovals.await(ExportIds.of(task), task.getName(), groups);
    }

    private void showInFilters(ProjectExport export, DelegateTask task) {
        task.setVariableLocal(
                ProjectExportProcess.CAPTION_NUMBER, export.project().number());
        task.setVariableLocal(
                ProjectExportProcess.CAPTION_NAME, export.project().name());
        task.setVariableLocal(
                ProjectExportProcess.CAPTION_SUBMITTER, export.submission().submitterName());
        // a text, because Tasklist would show a date in each browser's time zone instead of the installation's
        task.setVariableLocal(
                ProjectExportProcess.CAPTION_WAITING_SINCE,
                format.moment(task.getCreateTime().toInstant()));
        if (export.project().client() != null) {
            task.setVariableLocal(
                    ProjectExportProcess.CAPTION_CLIENT, export.project().client());
        }
    }

    /** Whoever may start the process may start it in the middle, where nothing was checked. */
    private ProjectExport submitted(DelegateTask task) {
        return exports.find(ExportIds.of(task))
                .orElseThrow(() -> ActionRefused.forbidden("Submit a project at the start of the process."));
    }
}
