package io.projectexport.process.task;

import io.projectexport.export.conversation.TaskHistory;
import io.projectexport.process.engine.EngineCommands;
import io.projectexport.process.model.ProjectExportProcess;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Adapter of the port {@link TaskHistory}: the table of earlier steps among the variables of each open task. */
@Component
public class OpenTaskHistory implements TaskHistory {

    private final TaskService tasks;
    private final HistoryTable table;
    private final EngineCommands commands;

    OpenTaskHistory(TaskService tasks, HistoryTable table, EngineCommands commands) {
        this.tasks = tasks;
        this.table = table;
        this.commands = commands;
    }

    @Override
    public void refresh(UUID exportId) {
        // those who write need no permission of the engine's for the task
        commands.inTransaction(() -> commands.withoutAuthorization(() -> {
            tasks.createTaskQuery()
                    .processInstanceId(exportId.toString())
                    .list()
                    .forEach(task -> show(task, exportId));
            return null;
        }));
    }

    private void show(Task task, UUID exportId) {
        tasks.setVariableLocal(task.getId(), ProjectExportProcess.EARLIER_STEPS.name(), table.of(exportId));
    }
}
