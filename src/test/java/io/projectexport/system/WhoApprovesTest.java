package io.projectexport.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A decision table says who approves: nobody below an amount, a director first above another one, and for one client always. */
@ExtendWith(PreviousEngine.class)
class WhoApprovesTest {

    private static final String LEVELS = """
            <bpmn:businessRuleTask id="businessRuleTask_whoApproves" name="Who approves?" camunda:decisionRef="who-approves"
                camunda:decisionRefBinding="deployment" camunda:mapDecisionResult="singleEntry" camunda:resultVariable="approvalLevel">
              <bpmn:extensionElements>
                <camunda:inputOutput>
                  <camunda:inputParameter name="estimate">${estimate}</camunda:inputParameter>
                  <camunda:inputParameter name="client">${client}</camunda:inputParameter>
                </camunda:inputOutput>
              </bpmn:extensionElements>
            </bpmn:businessRuleTask>
            <bpmn:exclusiveGateway id="gateway_level" name="Who?" default="flow_byApprover" />
            <bpmn:serviceTask id="serviceTask_acceptSmall" name="Accept small ones" camunda:delegateExpression="${acceptByRuleDelegate}">
              <bpmn:extensionElements>
                <camunda:inputOutput>
                  <camunda:inputParameter name="rule">up to 1,000</camunda:inputParameter>
                </camunda:inputOutput>
              </bpmn:extensionElements>
            </bpmn:serviceTask>
            <bpmn:userTask id="Activity_director" name="Agree as director" camunda:formRef="approve-project"
                camunda:formRefBinding="deployment" camunda:candidateGroups="erp-admin" />
            <bpmn:exclusiveGateway id="gateway_agreed" name="Agreed?" />
            <bpmn:sequenceFlow id="flow_registered" sourceRef="serviceTask_registerSubmission" targetRef="businessRuleTask_whoApproves" />
            <bpmn:sequenceFlow id="flow_level" sourceRef="businessRuleTask_whoApproves" targetRef="gateway_level" />
            <bpmn:sequenceFlow id="flow_byRule" sourceRef="gateway_level" targetRef="serviceTask_acceptSmall">
              <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${approvalLevel == 'rule'}</bpmn:conditionExpression>
            </bpmn:sequenceFlow>
            <bpmn:sequenceFlow id="flow_byDirector" sourceRef="gateway_level" targetRef="Activity_director">
              <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${approvalLevel == 'director'}</bpmn:conditionExpression>
            </bpmn:sequenceFlow>
            <bpmn:sequenceFlow id="flow_byApprover" sourceRef="gateway_level" targetRef="userTask_reviewProject" />
            <bpmn:sequenceFlow id="flow_small" sourceRef="serviceTask_acceptSmall" targetRef="serviceTask_createXeroJob" />
            <bpmn:sequenceFlow id="flow_director" sourceRef="Activity_director" targetRef="gateway_agreed" />
            <bpmn:sequenceFlow id="flow_agreed" sourceRef="gateway_agreed" targetRef="userTask_reviewProject">
              <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${approval == 'approve'}</bpmn:conditionExpression>
            </bpmn:sequenceFlow>
            <bpmn:sequenceFlow id="flow_refusedByDirector" sourceRef="gateway_agreed" targetRef="serviceTask_reopenProject">
              <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${approval == 'reject'}</bpmn:conditionExpression>
            </bpmn:sequenceFlow>
            </bpmn:process>
            """;

    private static RunningApplication application;
    private static String team;
    private static String approver;
    private static String director;

    private final SubmittedProjects projects = new SubmittedProjects(application);

    @BeforeAll
    static void start() throws IOException {
        application = RunningApplication.onNewDatabase("accept-by-rule=true");
        team = application.user("team", "portfolio");
        approver = application.user("approver", "erp-standard", "can-push-to-accounting");
        director = application.user("director", "erp-admin");
        deploy();
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    private static void deploy() throws IOException {
        String model = Files.readString(Path.of("bpmn/project-export.bpmn"))
                .replaceFirst("<bpmn:sequenceFlow id=\"flow_registered\"[^>]*/>", "")
                .replaceFirst("<bpmn:(outgoing|incoming)>flow_registered</bpmn:(outgoing|incoming)>", "")
                .replaceFirst("<bpmn:incoming>flow_registered</bpmn:incoming>", "")
                .replace("</bpmn:process>", LEVELS)
                .replace("camunda:versionTag=\"1.3\"", "camunda:versionTag=\"9.0\"")
                .replaceFirst("(?s)<bpmndi:BPMNDiagram.*</bpmndi:BPMNDiagram>", "");
        DeploymentBuilder deployment = application
                .engine()
                .getRepositoryService()
                .createDeployment()
                .addString("project-export.bpmn", model)
                .addString("who-approves.dmn", Files.readString(Path.of("docs/examples/who-approves.dmn")));
        for (String form : List.of(
                "submit-project", "review-project", "approve-project", "correct-project", "resolve-failed-export")) {
            deployment.addString(form + ".form", Files.readString(Path.of("forms", form + ".form")));
        }
        deployment.deploy();
    }

    @Test
    void a_small_one_is_accepted_by_rule_and_its_history_says_so() {
        String exportId = submit("Somebody", "999.99");

        projects.awaitStatus(exportId, "SYNCED");
        JsonNode accepted =
                projects.seenByAdmin(exportId).json().path("history").get(1);
        assertThat(accepted.path("what").asText()).isEqualTo("Accepted");
        assertThat(accepted.path("who").asText()).isEqualTo("system");
        assertThat(accepted.path("comment").asText()).isEqualTo("by rule: up to 1,000");
    }

    @Test
    void a_large_one_needs_the_director_first_and_then_an_approver() {
        String exportId = submit("Somebody", "100000.01");
        assertThat(accept(approver, exportId).status()).isEqualTo(403);

        assertThat(accept(director, exportId).status()).isEqualTo(200);
        assertThat(projects.status(exportId)).isEqualTo("READY_TO_EXPORT");
        assertThat(accept(approver, exportId).status()).isEqualTo(200);

        projects.awaitStatus(exportId, "SYNCED");
        assertThat(projects.seenByAdmin(exportId).json().path("history").findValuesAsText("what"))
                .containsExactly("Submitted", "Approved", "Accepted", "Synced");
    }

    @Test
    void one_client_goes_to_the_director_whatever_the_amount() {
        String exportId = submit("Harbour Council", "5");

        assertThat(accept(approver, exportId).status()).isEqualTo(403);
    }

    @Test
    void all_others_go_to_the_approvers_as_ever() {
        String exportId = submit("Somebody", "50000");

        assertThat(accept(approver, exportId).status()).isEqualTo(200);
        projects.awaitStatus(exportId, "SYNCED");
    }

    private static HttpAnswer accept(String userId, String exportId) {
        return application.as(userId).post("/api/projects/" + exportId + "/accept");
    }

    private static String submit(String client, String estimate) {
        String name = "Level " + UUID.randomUUID();
        HttpAnswer answer = application
                .as(team)
                .post(
                        "/api/projects",
                        Map.of(
                                "projectNumber",
                                name,
                                "projectName",
                                name,
                                "client",
                                client,
                                "estimateAmount",
                                estimate));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("exportId").asText();
    }
}
