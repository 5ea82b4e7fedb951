package io.projectexport.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.process.model.ProjectExportProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Refusals where a project waits in a step that an administrator added, or is on hold: they say where, and for whom. */
@ExtendWith(PreviousEngine.class)
class WaitingElsewhereTest {

    private static final String DIRECTOR = """
            <bpmn:userTask id="userTask_confirmAsDirector" name="Confirm as director" camunda:candidateGroups="erp-admin">
              <bpmn:incoming>%1$s</bpmn:incoming><bpmn:outgoing>flow_confirmed%1$s</bpmn:outgoing>
            </bpmn:userTask>
            <bpmn:sequenceFlow id="flow_confirmed%1$s" sourceRef="userTask_confirmAsDirector" targetRef="%2$s" />
            """;

    private static RunningApplication application;
    private static SubmittedProjects projects;

    private static String deployed;

    @BeforeAll
    static void start() {
        application = RunningApplication.onNewDatabase();
        application.registerEngine();
        application.user("team", "portfolio");
        application.user("approver", "erp-standard", "can-push-to-accounting");
        application.user("director", "erp-admin");
        projects = new SubmittedProjects(application);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @AfterEach
    void takeBack() {
        if (deployed != null) {
            application.engine().getRepositoryService().deleteDeployment(deployed, true);
            deployed = null;
        }
    }

    @Test
    void project_in_a_second_approval_says_so_to_whoever_presses_again() throws IOException {
        deploy("flow_accepted", "serviceTask_createXeroJob");
        String id = projects.submit("team", "Confirmed");
        assertThat(act("approver", id, "accept").status()).isEqualTo(200);

        HttpAnswer again = act("approver", id, "accept");

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("detail"))
                .startsWith("Nothing was changed: this project is Exporting")
                .endsWith("waits at “Confirm as director” for ERP administrators.");
        assertThat(again.json().path("waitsAt").toString())
                .isEqualTo("{\"name\":\"Confirm as director\",\"for\":\"ERP administrators\"}");
        assertThat(projects.seenByAdmin(id).json().at("/waitsAt/name").asText()).isEqualTo("Confirm as director");
        assertThat(application.inBrowser("team").get("/jobs/" + id).body())
                .contains("waits at “Confirm as director” for ERP administrators.");
        complete(id);
        projects.awaitStatus(id, "SYNCED");
    }

    @Test
    void project_in_a_step_before_its_review_offers_no_decision_and_says_where_it_waits() throws IOException {
        deploy("flow_registered", "userTask_reviewProject");
        String id = projects.submit("team", "Looked at before");

        assertThat(application.as("approver").get("/api/projects/" + id).json().path("actions"))
                .isEmpty();
        assertThat(act("approver", id, "accept").text("detail"))
                .matches("W-\\d+ waits at “Confirm as director” for ERP administrators\\.");
        assertThat(act("team", id, "retrieve").text("detail"))
                .matches("W-\\d+ waits at “Confirm as director” for ERP administrators\\.");
        complete(id);
        assertThat(act("approver", id, "accept").status()).isEqualTo(200);
    }

    @Test
    void projects_on_hold_are_told_in_a_sentence_at_every_door() {
        String id = projects.submit("team", "On hold");
        String task = projects.task(id);
        application.engine().getRepositoryService().suspendProcessDefinitionByKey(ProjectExportProcess.KEY, true, null);
        try {
            String words = "Projects are on hold: an administrator suspended the process.";
            HttpAnswer refused = act("approver", id, "accept");
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.text("detail")).startsWith(words);
            assertThat(act("team", id, "retrieve").text("detail")).startsWith(words);
            assertThat(application
                            .as("approver")
                            .get("/api/projects/" + id)
                            .json()
                            .path("actions"))
                    .isEmpty();
            assertThat(application.inBrowser("approver").get("/jobs/" + id).body())
                    .contains(words);
            HttpAnswer submitted =
                    application.as("team").post("/api/projects", SubmittedProjects.fields("While on hold"));
            assertThat(submitted.status()).isEqualTo(409);
            assertThat(submitted.text("detail")).startsWith(words);
            HttpAnswer completed = application
                    .as("approver")
                    .post(
                            "/engine-rest/task/%s/complete".formatted(task),
                            EngineVariables.of(Map.of("decision", "accept")));
            assertThat(completed.status()).isEqualTo(409);
            assertThat(completed.text("message")).startsWith(words);
        } finally {
            application
                    .engine()
                    .getRepositoryService()
                    .activateProcessDefinitionByKey(ProjectExportProcess.KEY, true, null);
        }
        assertThat(act("approver", id, "accept").status()).isEqualTo(200);
    }

    private static HttpAnswer act(String person, String id, String action) {
        return application.as(person).post("/api/projects/%s/%s".formatted(id, action));
    }

    private static void complete(String id) {
        HttpAnswer answer =
                application.as("director").post("/engine-rest/task/%s/complete".formatted(projects.task(id)), Map.of());
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
    }

    /** The model with the director's task on the way of this flow. */
    private static void deploy(String flow, String target) throws IOException {
        String model = Files.readString(Path.of("bpmn/project-export.bpmn"))
                .replaceFirst(
                        "(<bpmn:sequenceFlow id=\"%s\"[^>]* targetRef=\")%s\"".formatted(flow, target),
                        "$1userTask_confirmAsDirector\"")
                .replaceFirst(
                        "<bpmn:incoming>%s</bpmn:incoming>".formatted(flow),
                        "<bpmn:incoming>flow_confirmed%s</bpmn:incoming>".formatted(flow))
                .replaceFirst(
                        "<bpmn:sequenceFlow id=\"flow_submitted\"",
                        DIRECTOR.formatted(flow, target) + "<bpmn:sequenceFlow id=\"flow_submitted\"")
                .replaceFirst("versionTag=\"[^\"]*\"", "versionTag=\"1.4-%s\"".formatted(flow));
        DeploymentBuilder deployment = application
                .engine()
                .getRepositoryService()
                .createDeployment()
                .source("Camunda Modeler")
                .addString("project-export.bpmn", model);
        try (Stream<Path> forms = Files.list(Path.of("forms"))) {
            List<Path> files = forms.toList();
            for (Path form : files) {
                deployment.addString(form.getFileName().toString(), Files.readString(form));
            }
        }
        deployed = deployment.deploy().getId();
    }
}
