package io.projectexport.process.guard;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
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
        return guard.check(sent(deployment));
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
}
