package io.projectexport.process.guard;

import io.projectexport.process.expression.ModelBeans;
import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.cmmn.deployer.CmmnDeployer;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.xml.ModelParseException;
import org.springframework.stereotype.Component;

/**
 * Deployer that validates models: it refuses one that cannot work, and says everything that is wrong with it; models deployed earlier stay
 * as they are.
 */
@Component
public class DeploymentCheck implements Deployer {

    private final ModelBeans beans;
    private final UsedNames usedNames;
    private final ModelGuard guard;

    DeploymentCheck(ModelBeans beans, ModelGuard guard) {
        this.beans = beans;
        this.guard = guard;
        this.usedNames = new UsedNames(beans);
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        Collection<ResourceEntity> resources = deployment.getResources().values();
        Set<String> forms = DeployedForms.ids(resources);
        Stream<Finding> earlier = resources.stream()
                .flatMap(resource -> problems(resource, forms)
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
                            usedNames.problems(model))
                    .flatMap(found -> found);
        } catch (ModelParseException noBpmn) {
            // the engine's own parser says it better
            return Stream.empty();
        }
    }
}
