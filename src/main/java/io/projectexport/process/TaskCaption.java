package io.projectexport.process;

import java.util.Map;
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

    @EventListener(condition = "#task.eventName == '" + TaskListener.EVENTNAME_CREATE + "'")
    void on(DelegateTask task) {
        if (ProjectExportProcess.isTask(task.getTaskDefinitionKey())) {
            SOURCES.forEach((caption, source) -> task.setVariableLocal(caption, task.getVariable(source)));
        }
    }
}
