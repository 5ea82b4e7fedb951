package io.projectexport.process.guard;

import io.projectexport.process.expression.ModelBeans;
import io.projectexport.process.model.ProjectExportProcess;
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
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.ModelParseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Deployer that validates models: it refuses one that cannot work, and says everything that is wrong with it; models deployed earlier stay
 * as they are.
 */
@Component
public class DeploymentCheck implements Deployer {

    private static final Logger log = LoggerFactory.getLogger(DeploymentCheck.class);
    private static final String WARNINGS = DeploymentCheck.class.getName();

    private final ModelBeans beans;
    private final UsedNames usedNames;
    private final ModelGuard guard;
    private final Surroundings surroundings;

    DeploymentCheck(ModelBeans beans, ModelGuard guard, Surroundings surroundings) {
        this.beans = beans;
        this.guard = guard;
        this.surroundings = surroundings;
        this.usedNames = new UsedNames(beans);
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        List<Finding> findings = findings(deployment);
        if (findings.stream().anyMatch(Finding::refuses)) {
            throw new ModelRefused(findings);
        }
        warn(findings);
    }

    private List<Finding> findings(DeploymentEntity deployment) {
        Collection<ResourceEntity> resources = deployment.getResources().values();
        Set<String> forms = DeployedForms.ids(resources);
        Stream<Finding> earlier = resources.stream()
                .flatMap(resource -> problems(resource, forms)
                        .map(problem -> new Finding(
                                0, Severity.REFUSES, Place.ofFile(resource.getName()), problem, "Mend it")));
        return Stream.concat(earlier, guard.check(sent(deployment)).stream()).toList();
    }

    /** Camunda Modeler shows its user nothing of an answer that is none of a refusal, so that they stand in the log, too. */
    private static void warn(List<Finding> findings) {
        findings.forEach(finding -> log.warn("Rule {} warns of the model: {}", finding.rule(), finding.sentence()));
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(WARNINGS, findings, RequestAttributes.SCOPE_REQUEST);
        }
    }

    /** What was found about the deployment of the HTTP request that is being answered. */
    @SuppressWarnings("unchecked")
    public static List<Finding> warnings() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        Object found = request == null ? null : request.getAttribute(WARNINGS, RequestAttributes.SCOPE_REQUEST);
        return found == null ? List.of() : (List<Finding>) found;
    }

    private SentModels sent(DeploymentEntity deployment) {
        Map<String, byte[]> files = deployment.getResources().values().stream()
                .collect(Collectors.toMap(ResourceEntity::getName, ResourceEntity::getBytes));
        return new SentModels(files, surroundings, deployment.getTenantId());
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
