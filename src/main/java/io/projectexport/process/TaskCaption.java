package io.projectexport.process;

import io.projectexport.export.ActionRefused;
import io.projectexport.export.ProjectExports;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What Tasklist's filters show of the project in front of each task. The copies belong to the task, because whoever may see a task may
 * see its own variables, while the process instance's would need a permission that shows everybody's projects.
 */
@Component
class TaskCaption {

    static final String NUMBER = "captionNumber";
    static final String NAME = "captionName";
    static final String SUBMITTER = "captionSubmitter";

    private static final Map<String, String> SOURCES = Map.of(
            NUMBER, "projectNumber",
            NAME, "projectName",
            SUBMITTER, ProjectExportProcess.SUBMITTER_NAME.name());

    private final ProjectExports exports;

    TaskCaption(ProjectExports exports) {
        this.exports = exports;
    }

    @EventListener(condition = "#task.eventName == '" + TaskListener.EVENTNAME_CREATE + "'")
    void on(DelegateTask task) {
        if (ProjectExportProcess.isTask(task.getTaskDefinitionKey())) {
            checkSubmitted(ExportIds.of(task));
            SOURCES.forEach((caption, source) -> task.setVariableLocal(caption, task.getVariable(source)));
        }
    }

    /** Whoever may start the process may start it in the middle, where nothing was checked. */
    private void checkSubmitted(UUID exportId) {
        exports.find(exportId)
                .orElseThrow(() -> ActionRefused.forbidden("Submit a project at the start of the process."));
    }
}
