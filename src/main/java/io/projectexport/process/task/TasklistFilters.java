package io.projectexport.process.task;

import io.projectexport.process.engine.EngineCommands;
import io.projectexport.process.model.DecisionTask;
import io.projectexport.process.model.ProjectExportProcess;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives Tasklist its filters at the first start; from then on they belong to the admins, who may rename or delete them. */
@Component
public class TasklistFilters {

    private final EngineCommands commands;
    private final FilterService filters;
    private final TaskService tasks;
    private final AuthorizationService authorizations;

    TasklistFilters(ProcessEngine engine, EngineCommands commands) {
        this.commands = commands;
        this.filters = engine.getFilterService();
        this.tasks = engine.getTaskService();
        this.authorizations = engine.getAuthorizationService();
    }

    @EventListener(ApplicationStartedEvent.class)
    void createAtFirstStart() {
        commands.inTransaction(() -> {
            // one node at a time, or two that start together would each create them
            commands.lockForStartup();
            if (filters.createFilterQuery().count() == 0) {
                TasklistFilter.ALL.forEach(this::create);
            }
            return null;
        });
    }

    /** The id of the filter that lists these tasks; empty where it was renamed or deleted, or is not for the person who is logged in. */
    public Optional<String> listing(DecisionTask task) {
        return TasklistFilter.ALL.stream()
                .filter(filter -> filter.task() == task)
                .flatMap(filter -> filters.createFilterQuery().filterName(filter.name()).list().stream())
                .map(Filter::getId)
                .findFirst();
    }

    /** An administrator's further approvals have ids of their own. */
    private TaskQuery query(DecisionTask task) {
        TaskQuery query = tasks.createTaskQuery().processDefinitionKey(ProjectExportProcess.KEY);
        return task == DecisionTask.APPROVE
                ? query.taskVariableValueEquals(ProjectExportProcess.IS_FURTHER_APPROVAL.name(), true)
                : query.taskDefinitionKey(task.key());
    }

    private void create(TasklistFilter wanted) {
        Filter filter = filters.newTaskFilter(wanted.name())
                .setQuery(query(wanted.task()).orderByTaskCreateTime().asc())
                .setProperties(wanted.properties());
        filters.saveFilter(filter);
        Authorization readable = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        readable.setGroupId(wanted.group());
        readable.setResource(Resources.FILTER);
        readable.setResourceId(filter.getId());
        readable.addPermission(Permissions.READ);
        authorizations.saveAuthorization(readable);
    }
}
