package io.projectexport.process.guard;

import io.projectexport.process.model.ProjectExportProcess;
import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.ModelException;
import org.springframework.stereotype.Component;

/**
 * Deployer that validates models: it refuses one that cannot work, and says everything that is wrong with it; models deployed earlier stay
 * as they are.
 */
@Component
public class DeploymentCheck implements Deployer {

    private final ModelGuard guard;

    DeploymentCheck(ModelGuard guard) {
        this.guard = guard;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        Collection<ResourceEntity> resources = deployment.getResources().values();
        Stream<Finding> earlier = resources.stream()
                .flatMap(resource -> problems(resource)
                        .map(problem -> new Finding(
                                0, Severity.REFUSES, Place.ofFile(resource.getName()), problem, "Mend it")));
        List<Finding> findings =
                Stream.concat(earlier, guard.check(sent(resources)).stream()).toList();
        if (findings.stream().anyMatch(Finding::refuses)) {
            throw new ModelRefused(findings);
        }
    }

    private static SentModels sent(Collection<ResourceEntity> resources) {
        Map<String, byte[]> files =
                resources.stream().collect(Collectors.toMap(ResourceEntity::getName, ResourceEntity::getBytes));
        return new SentModels(files, Surroundings.UNKNOWN);
    }

    private static Stream<String> problems(ResourceEntity resource) {
        return isModel(resource) ? ofProcess(resource) : Stream.empty();
    }

    /** As the engine tells them apart. */
    private static boolean isModel(ResourceEntity resource) {
        return Stream.of(BpmnDeployer.BPMN_RESOURCE_SUFFIXES).anyMatch(resource.getName()::endsWith);
    }

    private static Stream<String> ofProcess(ResourceEntity resource) {
        try {
            BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(resource.getBytes()));
            return isProjectExport(model) ? ProjectExportModelRules.problems(model) : Stream.empty();
        } catch (ModelException noBpmn) {
            // the engine's own parser says it better
            return Stream.empty();
        }
    }

    private static boolean isProjectExport(BpmnModelInstance model) {
        return model.getModelElementsByType(Process.class).stream()
                .map(Process::getId)
                .collect(Collectors.toSet())
                .contains(ProjectExportProcess.KEY);
    }
}
