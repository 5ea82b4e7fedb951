package io.projectexport.process.model;

import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.ModelParseException;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.stereotype.Component;

/**
 * Deployer that validates models: it refuses one that cannot work, and says everything that is wrong with it; models deployed earlier stay
 * as they are.
 */
@Component
public class DeploymentCheck implements Deployer {

    private final BeanFactory beans;

    DeploymentCheck(BeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        Collection<ResourceEntity> resources = deployment.getResources().values();
        Set<String> forms = DeployedForms.ids(resources);
        List<String> problems = resources.stream()
                .filter(resource -> resource.getName().endsWith(".bpmn"))
                .flatMap(resource -> problems(resource, forms))
                .toList();
        if (!problems.isEmpty()) {
            throw new BadUserRequestException("The model cannot work: " + String.join(" ", problems));
        }
    }

    private Stream<String> problems(ResourceEntity resource, Set<String> forms) {
        try {
            BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(resource.getBytes()));
            return Stream.of(
                            ModelReferences.missingBeans(model, beans),
                            ModelReferences.missingForms(model, forms),
                            isProjectExport(model) ? ProjectExportModelRules.problems(model) : Stream.<String>empty())
                    .flatMap(found -> found);
        } catch (ModelParseException noBpmn) {
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
