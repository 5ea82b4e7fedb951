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

    private final ModelGuard guard;
    private final Surroundings surroundings;

    DeploymentCheck(ModelGuard guard, Surroundings surroundings) {
        this.guard = guard;
        this.surroundings = surroundings;
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
        Stream<Finding> earlier = resources.stream()
                .flatMap(resource -> problems(resource)
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
