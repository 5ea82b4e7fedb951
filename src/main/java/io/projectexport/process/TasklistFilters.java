package io.projectexport.process;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives Tasklist its filters at the first start. */
@Component
class TasklistFilters {

    private final ProcessEngineConfigurationImpl configuration;
    private final FilterService filters;
    private final TaskService tasks;
    private final AuthorizationService authorizations;

    TasklistFilters(ProcessEngine engine) {
        this.configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.filters = engine.getFilterService();
        this.tasks = engine.getTaskService();
        this.authorizations = engine.getAuthorizationService();
    }

    @EventListener(ApplicationStartedEvent.class)
    void createMissing() {
        configuration.getCommandExecutorTxRequired().execute(context -> {
            // one node at a time, or two that start together would each create them
            context.getPropertyManager().acquireExclusiveLockForStartup();
            TasklistFilter.ALL.stream().filter(this::isMissing).forEach(this::create);
            return null;
        });
    }

    private boolean isMissing(TasklistFilter filter) {
        return filters.createFilterQuery().filterName(filter.name()).count() == 0;
    }

    private void create(TasklistFilter wanted) {
        Filter filter = filters.newTaskFilter(wanted.name())
                .setQuery(tasks.createTaskQuery()
                        .processDefinitionKey(ProjectExportProcess.KEY)
                        .taskDefinitionKey(wanted.taskKey())
                        .orderByTaskCreateTime()
                        .asc())
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
