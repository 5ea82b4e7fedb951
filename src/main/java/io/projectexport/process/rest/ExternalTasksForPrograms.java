package io.projectexport.process.rest;

import io.projectexport.export.permission.ActionRefused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;

/** Filter before external tasks are fetched, which may wait for some; in Camunda's web applications no answer can wait. */
public final class ExternalTasksForPrograms implements ContainerRequestFilter {

    @Context
    private HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext call) {
        if (call.getUriInfo().getPath().endsWith("external-task/fetchAndLock") && !request.isAsyncSupported()) {
            call.abortWith(EngineRestExceptionMapper.refused(
                    ActionRefused.notFound("External tasks are fetched at /engine-rest only.")));
        }
    }
}
