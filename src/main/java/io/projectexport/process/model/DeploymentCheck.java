package io.projectexport.process.model;

import io.projectexport.process.expression.ModelBeans;
import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.cmmn.deployer.CmmnDeployer;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.ModelParseException;
import org.springframework.stereotype.Component;

/**
 * Deployer that validates models: it refuses one that cannot work, and says everything that is wrong with it; models deployed earlier stay
 * as they are.
 */
@Component
public class DeploymentCheck implements Deployer {

    /** So that the engine's REST API, which says it with words of its own before, has no need to cut it. */
    private static final int LONGEST = 800;

    private final ModelBeans beans;
    private final UsedNames usedNames;

    DeploymentCheck(ModelBeans beans) {
        this.beans = beans;
        this.usedNames = new UsedNames(beans);
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        Collection<ResourceEntity> resources = deployment.getResources().values();
        Set<String> forms = DeployedForms.ids(resources);
        List<String> problems = resources.stream()
                .flatMap(resource -> problems(resource, forms))
                .toList();
        if (!problems.isEmpty()) {
            throw new BadUserRequestException("The model cannot work: " + readable(problems));
        }
    }

    /** As many whole problems as people read at once, and how many more there are. */
    private static String readable(List<String> problems) {
        StringBuilder said = new StringBuilder(problems.get(0));
        int told = 1;
        while (told < problems.size() && said.length() + problems.get(told).length() < LONGEST) {
            said.append(' ').append(problems.get(told++));
        }
        int untold = problems.size() - told;
        return untold == 0 ? said.toString() : "%s And %d more.".formatted(said, untold);
    }

    private Stream<String> problems(ResourceEntity resource, Set<String> forms) {
        if (isOf(resource, CmmnDeployer.CMMN_RESOURCE_SUFFIXES)) {
            return Stream.of("%s is a case, which this application does not run: draw a process instead."
                    .formatted(resource.getName()));
        }
        return isOf(resource, BpmnDeployer.BPMN_RESOURCE_SUFFIXES) ? ofProcess(resource, forms) : Stream.empty();
    }

    /** As the engine tells them apart. */
    private static boolean isOf(ResourceEntity resource, String[] suffixes) {
        return Stream.of(suffixes).anyMatch(resource.getName()::endsWith);
    }

    private Stream<String> ofProcess(ResourceEntity resource, Set<String> forms) {
        try {
            BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(resource.getBytes()));
            return Stream.of(
                            ModelReferences.missingBeans(model, beans),
                            ModelReferences.missingForms(model, forms),
                            ForbiddenElements.problems(model),
                            usedNames.problems(model),
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
