package io.projectexport.process.shipped;

import io.projectexport.export.version.ModelVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinitionQuery;
import org.camunda.bpm.engine.repository.Resource;
import org.springframework.stereotype.Component;

/** The deployments of this application's models, told apart by who made them: a release, or an administrator. */
@Component
class ModelDeployments {

    private static final String NAME = "Project Export";
    private static final String SOURCE = "release of Project Export";

    /** What releases up to 1.0.0 called theirs, which name no source. */
    private static final String FIRST_NAME = "SpringAutoDeployment";

    private final RepositoryService repository;

    ModelDeployments(RepositoryService repository) {
        this.repository = repository;
    }

    /**
     * A version of a model.
     *
     * @param from where it was deployed from; null when that is not known
     */
    record Deployed(ModelVersion version, String deploymentId, String from, boolean isReleased) {}

    /** The version on which a new instance would begin. */
    Optional<Deployed> latest(String key) {
        return Optional.ofNullable(definitions(key).latestVersion().singleResult())
                .map(this::deployed);
    }

    /** Whether a release deployed this version once, whatever came after it. */
    boolean wasReleased(ShippedModel model) {
        return model.tag() != null
                && definitions(model.key()).versionTag(model.tag()).list().stream()
                        .map(this::deployed)
                        .anyMatch(Deployed::isReleased);
    }

    private ProcessDefinitionQuery definitions(String key) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .withoutTenantId();
    }

    private Deployed deployed(ProcessDefinition definition) {
        Deployment deployment = repository
                .createDeploymentQuery()
                .deploymentId(definition.getDeploymentId())
                .singleResult();
        ModelVersion version = new ModelVersion(
                definition.getId(),
                definition.getVersion(),
                definition.getVersionTag(),
                deployment.getDeploymentTime().toInstant());
        return new Deployed(version, deployment.getId(), deployment.getSource(), isReleased(deployment));
    }

    private static boolean isReleased(Deployment deployment) {
        return SOURCE.equals(deployment.getSource())
                || deployment.getSource() == null && FIRST_NAME.equals(deployment.getName());
    }

    /** Whether this is how the model is deployed. */
    boolean is(Deployed deployed, ShippedModel model) {
        Map<String, byte[]> files = repository.getDeploymentResources(deployed.deploymentId()).stream()
                .collect(Collectors.toMap(ModelDeployments::file, this::content, (a, b) -> a));
        return model.isIn(files);
    }

    /** Earlier runs from a folder of classes named whole paths. */
    private static String file(Resource resource) {
        return resource.getName().replaceFirst("^.*[/\\\\]", "");
    }

    private byte[] content(Resource resource) {
        try (InputStream content = repository.getResourceAsStreamById(resource.getDeploymentId(), resource.getId())) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void deploy(ShippedModel model) {
        DeploymentBuilder deployment = repository.createDeployment().name(NAME).source(SOURCE);
        model.resources()
                .forEach((name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
        deployment.deploy();
    }
}
