package io.projectexport.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.projectexport.export.model.BrokenVersions;
import io.projectexport.export.model.ModelFinding;
import io.projectexport.process.deployment.RunningVersionsWatch;
import io.projectexport.process.guard.ModelRefused;
import io.projectexport.process.model.ProjectExportProcess;
import io.projectexport.process.rest.DeploymentWarnings;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.rest.dto.repository.DeploymentWithDefinitionsDto;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What becomes of findings: warnings of a deployment, a rule that stumbles, and versions that run but cannot go on. */
@Import(OddRules.class)
@ExtendWith(OutputCaptureExtension.class)
class FindingsTest extends ProjectExportFixture {

    /** Each version has a higher tag than the one before. */
    private static final AtomicInteger LAST_TAG = new AtomicInteger(90);

    private static final String LABEL = "name=\"Create job in Xero\"";

    @Autowired
    private BrokenVersions brokenVersions;

    @Autowired
    private RunningVersionsWatch watch;

    @Autowired
    private HealthIndicator modelsHealthIndicator;

    @Autowired
    private JdbcClient jdbc;

    private String deployment;

    @AfterEach
    void clean() {
        RequestContextHolder.resetRequestAttributes();
        if (deployment != null) {
            engine.getRepositoryService().deleteDeployment(deployment, true);
        }
    }

    @Test
    void warning_lets_the_model_in_and_stands_in_answer_and_log(CapturedOutput output) throws Exception {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));

        DeploymentWithDefinitions deployed = deploy(LABEL, "name=\"%s\"".formatted(OddRules.DOUBTFUL));

        assertThat(answerTo(deployed))
                .contains("\"id\":\"%s\"".formatted(deployment))
                .contains("\"warnings\":[{\"rule\":998,\"severity\":\"WARNS\",\"file\":\"project-export.bpmn\"")
                .contains("\"problem\":\"says little\",\"remedy\":\"Name it\"}]");
        assertThat(output)
                .containsOnlyOnce("Rule 998 warns of the model: \"Doubtful\" (serviceTask_createXeroJob) says little.");
    }

    @Test
    void rule_that_stumbles_over_a_model_lets_nothing_through() {
        long before = engine.getRepositoryService().createDeploymentQuery().count();

        assertThatThrownBy(() -> deploy(LABEL, "name=\"%s\"".formatted(OddRules.STUMBLING)))
                .isInstanceOf(ModelRefused.class)
                .hasMessageContaining("cannot be told whether: Everything has a name.");

        assertThat(engine.getRepositoryService().createDeploymentQuery().count())
                .isEqualTo(before);
    }

    @Test
    void version_that_calls_what_is_gone_is_told_once_as_long_as_instances_run_on_it(CapturedOutput output)
            throws Exception {
        deploy(LABEL, "name=\"Create job\"");
        submit();
        watch.look();
        assertThat(brokenVersions.broken()).isEmpty();
        asAnEarlierReleaseDeployedIt(instance.getProcessDefinitionId());
        submit();

        watch.look();
        watch.look();

        assertThat(brokenVersions.broken()).singleElement().satisfies(version -> {
            assertThat(version.process()).isEqualTo(ProjectExportProcess.KEY);
            assertThat(version.running()).isEqualTo(1);
            assertThat(version.findings())
                    .extracting(ModelFinding::label, ModelFinding::problem)
                    .contains(tuple("Create job", "calls goneDelegate"));
        });
        assertThat(modelsHealthIndicator.health()).satisfies(health -> {
            assertThat(health.getStatus()).isEqualTo(Status.UP);
            assertThat(health.getDetails().get("runningVersions"))
                    .asString()
                    .startsWith(
                            "1 versions with running projects call what this application does not have: project-export")
                    .contains("1 running: ", "Create job calls goneDelegate");
        });
        assertThat(output).containsOnlyOnce("calls what this application does not have");

        engine.getRuntimeService().deleteProcessInstance(instance.getId(), "over");
        watch.look();
        assertThat(brokenVersions.broken()).isEmpty();
    }

    /** Deploys the model anew, and changes what is stored, as if another release with other beans had taken it. */
    private void asAnEarlierReleaseDeployedIt(String definition) throws Exception {
        engine.getRuntimeService().deleteProcessInstance(instance.getId(), "over");
        engine.getRepositoryService().deleteDeployment(deployment, true);
        deploy(LABEL, "name=\"Create job\" ");
        String stored = jdbc.sql("select bytes_ from act_ge_bytearray where deployment_id_ = :id and name_ = :name")
                .param("id", deployment)
                .param("name", "project-export.bpmn")
                .query((row, number) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                .single();
        jdbc.sql("update act_ge_bytearray set bytes_ = :bytes where deployment_id_ = :id and name_ = :name")
                .param(
                        "bytes",
                        stored.replace("${createXeroJobDelegate}", "${goneDelegate}")
                                .getBytes(StandardCharsets.UTF_8))
                .param("id", deployment)
                .param("name", "project-export.bpmn")
                .update();
    }

    private DeploymentWithDefinitions deploy(String text, String replacement) throws Exception {
        String model = Files.readString(Path.of("bpmn/project-export.bpmn"));
        assertThat(model).contains(text);
        DeploymentBuilder builder = engine.getRepositoryService()
                .createDeployment()
                .addString(
                        "project-export.bpmn",
                        model.replace(text, replacement)
                                .replaceFirst(
                                        "versionTag=\"", "versionTag=\"%d".formatted(LAST_TAG.incrementAndGet())));
        for (Path form : ModelFiles.forms()) {
            builder.addString(form.getFileName().toString(), Files.readString(form));
        }
        DeploymentWithDefinitions deployed = builder.deployWithResult();
        deployment = deployed.getId();
        return deployed;
    }

    private static String answerTo(DeploymentWithDefinitions deployed) throws Exception {
        ContainerResponseContext response = mock(ContainerResponseContext.class);
        when(response.getEntity()).thenReturn(DeploymentWithDefinitionsDto.fromDeployment(deployed));
        new DeploymentWarnings().filter(null, response);
        ArgumentCaptor<Object> answer = ArgumentCaptor.forClass(Object.class);
        verify(response).setEntity(answer.capture());
        return new ObjectMapper().writeValueAsString(answer.getValue());
    }
}
