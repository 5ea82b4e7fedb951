package io.projectexport.process.engine;

import io.projectexport.export.audit.AuditKind;
import io.projectexport.export.audit.AuditedChange;
import io.projectexport.export.audit.WriteAudit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.repository.ResourceDefinition;

/** The engine's repository service, each deployment by which is noted in its transaction; one that changes nothing is none. */
final class AuditedDeployments extends WholeDeployments {

    private final WriteAudit audit;

    AuditedDeployments(WriteAudit audit) {
        this.audit = audit;
    }

    @Override
    public DeploymentWithDefinitions deployWithResult(DeploymentBuilderImpl sent) {
        return commandExecutor.execute(context -> {
            DeploymentWithDefinitions deployed = super.deployWithResult(sent);
            if (deployed instanceof DeploymentEntity entity && entity.isNew()) {
                audit.write(AuditedChange.of(AuditKind.MODEL, "Models deployed", deployed.getName())
                        .to(describe(deployed, entity)));
            }
            return deployed;
        });
    }

    private static String describe(DeploymentWithDefinitions deployed, DeploymentEntity entity) {
        Stream<String> versions = Stream.of(
                        deployed.getDeployedProcessDefinitions(), deployed.getDeployedDecisionDefinitions())
                .flatMap(definitions -> definitions == null ? Stream.of() : definitions.stream())
                .map(AuditedDeployments::version);
        String files = entity.getResources().keySet().stream().sorted().collect(Collectors.joining(", "));
        return Stream.concat(versions, Stream.of("files: " + files)).collect(Collectors.joining("\n"));
    }

    private static String version(ResourceDefinition definition) {
        return "%s version %d".formatted(definition.getKey(), definition.getVersion());
    }
}
