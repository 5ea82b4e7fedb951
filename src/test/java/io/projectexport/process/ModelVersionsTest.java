package io.projectexport.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.version.ModelVersion;
import io.projectexport.export.version.ModelVersions;
import io.projectexport.process.model.ProjectExportProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** On which version of its model a project runs, when an administrator has deployed another one meanwhile. */
class ModelVersionsTest extends ProjectExportFixture {

    @Autowired
    private ModelVersions versions;

    @Test
    void running_projects_are_counted_on_the_version_that_each_began_on() throws IOException {
        Instant before = Instant.now();
        submit();
        UUID first = id();
        String deployment = deployAnother();
        try {
            submit();
            submit();

            List<ModelVersions.Usage> inUse = versions.inUse();

            assertThat(inUse).extracting(ModelVersions.Usage::runningProjects).containsExactly(2L, 1L);
            ModelVersion latest = inUse.get(0).version();
            assertThat(latest.tag()).isEqualTo("next");
            assertThat(latest.definitionId()).isEqualTo(instance.getProcessDefinitionId());
            assertThat(latest.deployedAt()).isBetween(before.minusSeconds(1), Instant.now());
            assertThat(versions.of(id())).contains(latest);
            assertThat(versions.of(first)).contains(inUse.get(1).version());
        } finally {
            engine.getRepositoryService().deleteDeployment(deployment, true);
        }
    }

    @Test
    void latest_version_is_told_though_nothing_runs_on_it_and_earlier_ones_are_not() throws IOException {
        String deployment = deployAnother();
        try {
            assertThat(versions.inUse()).hasSize(1).allSatisfy(usage -> {
                assertThat(usage.version().tag()).isEqualTo("next");
                assertThat(usage.runningProjects()).isZero();
            });
        } finally {
            engine.getRepositoryService().deleteDeployment(deployment, true);
        }
    }

    @Test
    void finished_project_keeps_its_version_and_an_unknown_one_has_none() {
        submit();
        engine.getRuntimeService().deleteProcessInstance(instance.getId(), "over");

        assertThat(versions.of(id()))
                .hasValueSatisfying(
                        version -> assertThat(version.definitionId()).isEqualTo(instance.getProcessDefinitionId()));
        assertThat(versions.of(UUID.randomUUID())).isEmpty();
    }

    private String deployAnother() throws IOException {
        String model = Files.readString(Path.of("bpmn", ProjectExportProcess.KEY + ".bpmn"))
                .replaceFirst("versionTag=\"[^\"]*\"", "versionTag=\"next\"");
        DeploymentBuilder deployment =
                engine.getRepositoryService().createDeployment().addString(ProjectExportProcess.KEY + ".bpmn", model);
        for (Path form : ModelFiles.forms()) {
            deployment.addString(form.getFileName().toString(), Files.readString(form));
        }
        return deployment.deploy().getId();
    }
}
