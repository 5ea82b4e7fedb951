package io.projectexport.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.local.ShownMail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An administrator has drawn a second approval above an amount, and a copy of the review that shows its form under another id. */
@ExtendWith(PreviousEngine.class)
class FurtherApprovalTest {

    private static final String DIRECTOR = """
            <bpmn:exclusiveGateway id="gateway_large" name="Large?" default="flow_small" />
            <bpmn:userTask id="Activity_1directors" name="Confirm as director" camunda:formRef="approve-project"
                camunda:formRefBinding="deployment" camunda:candidateGroups="directors" />
            <bpmn:boundaryEvent id="event_retrievedLate" name="Project retrieved" attachedToRef="Activity_1directors">
              <bpmn:messageEventDefinition messageRef="message_projectRetrieved" />
            </bpmn:boundaryEvent>
            <bpmn:exclusiveGateway id="gateway_approved" name="Approved?" />
            <bpmn:sequenceFlow id="flow_accepted" sourceRef="gateway_accepted" targetRef="gateway_large">
              <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${decision == 'accept'}</bpmn:conditionExpression>
            </bpmn:sequenceFlow>
            <bpmn:sequenceFlow id="flow_small" sourceRef="gateway_large" targetRef="serviceTask_createXeroJob" />
            <bpmn:sequenceFlow id="flow_large" sourceRef="gateway_large" targetRef="Activity_1directors">
              <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${client == 'Large'}</bpmn:conditionExpression>
            </bpmn:sequenceFlow>
            <bpmn:sequenceFlow id="flow_confirmed" sourceRef="Activity_1directors" targetRef="gateway_approved" />
            <bpmn:sequenceFlow id="flow_approved" sourceRef="gateway_approved" targetRef="serviceTask_createXeroJob">
              <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${approval == 'approve'}</bpmn:conditionExpression>
            </bpmn:sequenceFlow>
            <bpmn:sequenceFlow id="flow_refusedByDirector" sourceRef="gateway_approved" targetRef="serviceTask_reopenProject">
              <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${approval == 'reject'}</bpmn:conditionExpression>
            </bpmn:sequenceFlow>
            <bpmn:sequenceFlow id="flow_retrievedLate" sourceRef="event_retrievedLate" targetRef="serviceTask_retrieveProject" />
            </bpmn:process>
            """;

    private static RunningApplication application;
    private static String team;
    private static String approver;
    private static String director;

    private final SubmittedProjects projects = new SubmittedProjects(application);

    @BeforeAll
    static void start() throws IOException {
        application = RunningApplication.onNewDatabase();
        var identity = application.engine().getIdentityService();
        var directors = identity.newGroup("directors");
        directors.setName("Directors (of the board)");
        identity.saveGroup(directors);
        team = application.user("team", "portfolio");
        approver = application.user("approver", "erp-standard", "can-push-to-accounting");
        director = application.user("director", "erp-standard", "can-push-to-accounting", "directors");
        deploy();
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    private static void deploy() throws IOException {
        String model = Files.readString(Path.of("bpmn/project-export.bpmn"))
                .replaceFirst("(?s)<bpmn:sequenceFlow id=\"flow_accepted\".*?</bpmn:sequenceFlow>", "")
                .replace("</bpmn:process>", DIRECTOR)
                .replace("userTask_reviewProject", "Activity_0review")
                .replace("<bpmn:outgoing>flow_accepted</bpmn:outgoing>", "")
                .replace("<bpmn:incoming>flow_accepted</bpmn:incoming>", "")
                .replace("camunda:versionTag=\"1.3\"", "camunda:versionTag=\"9.0\"")
                .replaceFirst("(?s)<bpmndi:BPMNDiagram.*</bpmndi:BPMNDiagram>", "");
        DeploymentBuilder deployment =
                application.engine().getRepositoryService().createDeployment().addString("project-export.bpmn", model);
        for (String form : List.of(
                "submit-project", "review-project", "approve-project", "correct-project", "resolve-failed-export")) {
            deployment.addString(form + ".form", Files.readString(Path.of("forms", form + ".form")));
        }
        deployment.deploy();
    }

    @Test
    void an_accepted_project_waits_in_ready_to_export_until_the_director_has_approved() {
        String exportId = submit("Large");

        assertThat(as(approver, exportId, "accept").status()).isEqualTo(200);

        assertThat(projects.seenByAdmin(exportId).json().path("status").asText())
                .isEqualTo("READY_TO_EXPORT");
        assertThat(projects.seenByAdmin(exportId).json().path("waitingFor").asText())
                .isEqualTo("Waits at “Confirm as director” for directors.");
        HttpAnswer tooEarly = as(approver, exportId, "accept");
        assertThat(tooEarly.status()).isEqualTo(403);
        assertThat(tooEarly.body())
                .contains("somebody else's turn: this project waits at “Confirm as director” for directors.");

        assertThat(as(director, exportId, "accept").status()).isEqualTo(200);
        projects.awaitStatus(exportId, "SYNCED");
        assertThat(steps(exportId)).containsExactly("Submitted", "Accepted", "Approved", "Synced");
        assertThat(projects.seenByAdmin(exportId).json().path("decidedBy").asText())
                .isEqualTo(approver);
    }

    @Test
    void the_directors_no_sends_it_back_with_the_reason() {
        String exportId = submit("Large");
        as(approver, exportId, "accept");

        assertThat(application
                        .as(director)
                        .post("/api/projects/" + exportId + "/reject", Map.of("comment", "Not this year."))
                        .status())
                .isEqualTo(200);

        assertThat(projects.status(exportId)).isEqualTo("REJECTED");
        assertThat(projects.seenByAdmin(exportId).body()).contains("Not this year.");
        assertThat(application
                        .as(team)
                        .post("/api/projects/" + exportId + "/resubmit", Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(projects.status(exportId)).isEqualTo("READY_TO_EXPORT");
        assertThat(projects.seenByAdmin(exportId).json().path("waitingFor").isNull())
                .isTrue();
    }

    @Test
    void whoever_accepted_does_not_confirm_it_too() {
        String exportId = submit("Large");
        as(director, exportId, "accept");

        HttpAnswer again = as(director, exportId, "accept");

        assertThat(again.status()).isEqualTo(403);
        assertThat(again.body()).contains("You approved this project already");
    }

    @Test
    void the_submitter_can_take_it_back_before_the_director_has_approved() {
        String exportId = submit("Large");
        as(approver, exportId, "accept");

        assertThat(as(team, exportId, "retrieve").status()).isEqualTo(200);

        assertThat(projects.status(exportId)).isEqualTo("RETRIEVED");
    }

    @Test
    void a_project_that_an_administrator_moves_back_to_the_review_is_the_accounting_approvers_again() {
        String exportId = submit("Large");
        as(approver, exportId, "accept");

        application
                .engine()
                .getRuntimeService()
                .createProcessInstanceModification(exportId)
                .cancelAllForActivity("Activity_1directors")
                .startBeforeActivity("Activity_0review")
                .execute();

        assertThat(projects.seenByAdmin(exportId).json().path("waitingFor").isNull())
                .isTrue();
        assertThat(as(approver, exportId, "accept").status()).isEqualTo(200);
    }

    @Test
    void the_others_need_no_director_and_a_copied_review_is_a_review() {
        String exportId = submit("Small");

        as(approver, exportId, "accept");

        projects.awaitStatus(exportId, "SYNCED");
    }

    @Test
    void several_at_once_are_accepted_by_whoever_has_the_turn() {
        String large = submit("Large");
        String small = submit("Small");

        String answer = application
                .as(approver)
                .post("/api/projects/accept", Map.of("exportIds", List.of(large, small)))
                .body();

        assertThat(answer).doesNotContain("error\":\"");
        projects.awaitStatus(small, "SYNCED");
        assertThat(projects.status(large)).isEqualTo("READY_TO_EXPORT");
    }

    @Test
    void the_summary_reminds_whoever_has_the_turn() {
        String exportId = submit("Large");
        as(approver, exportId, "accept");

        application.sendSummary(director);
        application.sendSummary(approver);

        assertThat(mailTo(director)).contains(exportId);
        assertThat(mailTo(approver)).doesNotContain(exportId);
    }

    private static String mailTo(String userId) {
        return application.mail().mails().stream()
                .filter(mail -> mail.to().equals(userId + "@example.com"))
                .map(ShownMail::text)
                .collect(Collectors.joining());
    }

    private static String submit(String client) {
        String name = "Further " + UUID.randomUUID();
        return application
                .as(team)
                .post("/api/projects", Map.of("projectNumber", name, "projectName", name, "client", client))
                .json()
                .path("exportId")
                .asText();
    }

    private static HttpAnswer as(String userId, String exportId, String action) {
        return application.as(userId).post("/api/projects/" + exportId + "/" + action);
    }

    private List<String> steps(String exportId) {
        return projects.seenByAdmin(exportId).json().path("history").findValuesAsText("what");
    }
}
