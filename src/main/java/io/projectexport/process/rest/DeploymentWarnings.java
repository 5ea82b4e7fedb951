package io.projectexport.process.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.projectexport.export.model.ModelFinding;
import io.projectexport.process.guard.DeploymentCheck;
import io.projectexport.process.guard.Finding;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.util.List;
import org.camunda.bpm.engine.rest.dto.repository.DeploymentWithDefinitionsDto;

/** Filter that adds to the answer about a deployment what is doubtful in it, as {@code warnings}. */
public final class DeploymentWarnings implements ContainerResponseFilter {

    private record Answer(@JsonUnwrapped DeploymentWithDefinitionsDto deployment, List<ModelFinding> warnings) {}

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof DeploymentWithDefinitionsDto deployment) {
            List<ModelFinding> warnings =
                    DeploymentCheck.warnings().stream().map(Finding::told).toList();
            response.setEntity(new Answer(deployment, warnings));
        }
    }
}
