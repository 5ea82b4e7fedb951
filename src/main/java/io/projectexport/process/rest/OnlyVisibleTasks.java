package io.projectexport.process.rest;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.rest.util.EngineUtil;

/** Filter before the deletion of a task, of which the engine tells that it belongs to a process before it asks who may know that. */
public final class OnlyVisibleTasks implements ContainerRequestFilter {

    private static final Pattern TASK = Pattern.compile("(?:.*/)?task/([^/]+)/?");

    @Override
    public void filter(ContainerRequestContext request) {
        Matcher task = TASK.matcher(request.getUriInfo().getPath());
        if (HttpMethod.DELETE.equals(request.getMethod()) && task.matches() && !isVisible(task.group(1))) {
            throw new NotFoundException("There is no such task, or you may not see it.");
        }
    }

    private static boolean isVisible(String taskId) {
        return EngineUtil.lookupProcessEngine(null)
                        .getTaskService()
                        .createTaskQuery()
                        .taskId(taskId)
                        .count()
                > 0;
    }
}
