package io.projectexport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.projectexport.local.ShownMail;
import io.projectexport.sandbox.DemoSwitches;
import io.projectexport.sandbox.DemoSwitches.Switch;
import io.projectexport.sandbox.Fault;
import io.projectexport.sandbox.ReceivedRequest;
import io.projectexport.sandbox.SandboxContact;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedApplication.class)
class EndToEndTest {

    private static final String TEAM = "e2e-team";
    private static final String APPROVER = "e2e-approver";

    private final RunningApplication application;
    private final SubmittedProjects projects;
    private final LoggedInClient team;
    private final LoggedInClient approver;

    EndToEndTest(RunningApplication application) {
        this.application = application;
        projects = new SubmittedProjects(application);
        team = application.as(TEAM);
        approver = application.as(APPROVER);
    }

    @BeforeAll
    static void people(RunningApplication application) {
        application.user(TEAM, "portfolio");
        application.user(APPROVER, "erp-standard", "can-push-to-accounting");
    }

    @AfterEach
    void repair() {
        application.xero().switches().set(Switch.REFUSE, true);
        application.mailServerIsBack();
        // the next rejection is told at once, as of somebody who hears of no other one
        application.database().sql("delete from rejection_notice").update();
    }

    @Test
    void accepted_project_becomes_a_job_in_xero() {
        Map<String, Object> fields = SubmittedProjects.fields("Harbour Bridge");
        String name = fields.get("projectNumber") + " - Harbour Bridge";
        String exportId = projects.submit(TEAM, fields);

        assertThat(approver.get(project(exportId)).text("xeroPreview"))
                .contains("Project: " + name, "Contact: Harbour Council");
        HttpAnswer accepted = approver.post(project(exportId) + "/accept");

        assertThat(accepted.status()).isEqualTo(200);
        projects.awaitStatus(exportId, "SYNCED");
        assertThat(application.xero().projects().named(name)).singleElement().satisfies(job -> {
            assertThat(job.estimate()).isEqualByComparingTo("12500.50");
            assertThat(job.deadline()).isEqualTo(Instant.parse("2027-03-31T23:59:59Z"));
            assertThat(application.xero().contacts().all())
                    .filteredOn(contact -> contact.id().equals(job.contactId()))
                    .extracting(SandboxContact::name)
                    .containsExactly("Harbour Council");
            assertThat(projects.seenByAdmin(exportId).text("xeroJobId"))
                    .isEqualTo(job.id().toString());
        });
    }

    @Test
    void the_request_that_xero_gets_is_the_one_that_its_api_describes() {
        Map<String, Object> fields = SubmittedProjects.fields("Harbour Tunnel");
        String exportId = projects.submit(TEAM, fields);

        approver.post(project(exportId) + "/accept");
        projects.awaitStatus(exportId, "SYNCED");

        ReceivedRequest create = creations("Harbour Tunnel").get(0);
        assertThat(create.path()).isEqualTo("/projects.xro/2.0/Projects");
        assertThat(create.header("Idempotency-Key")).isNotBlank().hasSizeLessThanOrEqualTo(128);
        assertThat(create.header("Authorization")).startsWith("Bearer ");
        assertThat(create.header("Content-Type")).startsWith("application/json");
        JsonNode body = new HttpAnswer(0, null, create.body()).json();
        assertThat(body.path("name").isTextual()).isTrue();
        assertThat(body.path("contactId").asText()).matches("[0-9a-f-]{36}");
        assertThat(body.path("estimateAmount").isNumber()).isTrue();
        assertThat(body.path("estimateAmount").decimalValue()).isEqualByComparingTo("12500.5");
        assertThat(body.path("deadlineUtc").asText()).isEqualTo("2027-03-31T23:59:59Z");
        assertThat(body.fieldNames()).toIterable().hasSize(4);
    }

    @Test
    void creator_and_submitter_learn_why_a_project_was_rejected_and_the_next_round_is_accepted() {
        Map<String, Object> fields = SubmittedProjects.fields("Riverside School");
        fields.put("creatorEmail", "e2e-creator@example.com");
        String exportId = projects.submit(TEAM, fields);

        HttpAnswer rejected =
                approver.post(project(exportId) + "/reject", Map.of("comment", "The estimate is missing."));
        assertThat(rejected.text("status")).isEqualTo("REJECTED");
        awaitMails(fields, "e2e-creator@example.com", "e2e-team@example.com");
        assertThat(mailsAbout(fields)).allSatisfy(mail -> {
            assertThat(mail.text()).contains("The estimate is missing.", "https://erp.example.com/jobs/" + exportId);
            assertThat(mail.html()).contains("The estimate is missing.", "https://erp.example.com/jobs/" + exportId);
        });

        HttpAnswer resubmitted =
                team.post(project(exportId) + "/resubmit", Map.of("projectName", "Riverside School East"));
        assertThat(resubmitted.text("status")).isEqualTo("READY_TO_EXPORT");
        assertThat(resubmitted.json().path("round").asInt()).isEqualTo(2);
        approver.post(project(exportId) + "/accept");
        projects.awaitStatus(exportId, "SYNCED");

        assertThat(creations("Riverside School East")).hasSize(1);
        assertThat(steps(exportId)).containsExactly("Submitted", "Rejected", "Resubmitted", "Accepted", "Synced");
        assertThat(mailsAbout(fields)).hasSize(2);
    }

    @Test
    void refusal_by_xero_is_shown_in_its_own_words_and_retried() {
        String exportId = projects.submit(TEAM, "Tunnel " + DemoSwitches.REFUSED_MARK);

        approver.post(project(exportId) + "/accept");
        projects.awaitStatus(exportId, "FAILED_TO_EXPORT");
        assertThat(approver.get(project(exportId)).json().path("errors"))
                .allSatisfy(error -> assertThat(error.path("remedy").asText()).isNotBlank())
                .extracting(error -> error.path("message").asText())
                .contains("The name contains [refuse], which is not allowed.");

        application.xero().switches().set(Switch.REFUSE, false);
        HttpAnswer retried = approver.post(project(exportId) + "/retry");
        assertThat(retried.status()).isEqualTo(200);
        projects.awaitStatus(exportId, "SYNCED");
        assertThat(steps(exportId)).containsExactly("Submitted", "Accepted", "Failed to Export", "Retried", "Synced");
    }

    @Test
    void project_says_why_its_export_is_tried_again_and_is_synced_by_itself() {
        String exportId = projects.submit(TEAM, SubmittedProjects.fields("Patient Pier"));
        application.xero().on(request -> request.method().equals("GET"), Fault.unavailable());

        approver.post(project(exportId) + "/accept");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(projects.seenByAdmin(exportId).text("waitingFor"))
                        .startsWith("It is tried again by itself: "));
        projects.awaitStatus(exportId, "SYNCED");
        assertThat(projects.seenByAdmin(exportId).json().path("waitingFor").isNull())
                .isTrue();
    }

    @Test
    void failed_export_can_be_rejected() {
        Map<String, Object> fields = SubmittedProjects.fields("Pier " + DemoSwitches.REFUSED_MARK);
        String exportId = projects.submit(TEAM, fields);
        approver.post(project(exportId) + "/accept");
        projects.awaitStatus(exportId, "FAILED_TO_EXPORT");

        approver.post(project(exportId) + "/reject", Map.of("comment", "Take the mark out of the name."));

        assertThat(projects.status(exportId)).isEqualTo("REJECTED");
        awaitMails(fields, "e2e-team@example.com");
    }

    @Test
    void withdrawn_project_leaves_its_number_free() {
        Map<String, Object> fields = SubmittedProjects.fields("Hillside Clinic");
        String exportId = projects.submit(TEAM, fields);
        assertThat(team.post("/api/projects", fields)).satisfies(second -> {
            assertThat(second.status()).isEqualTo(409);
            assertThat(second.body()).contains(exportId, "Ready to Export");
        });

        assertThat(team.post(project(exportId) + "/retrieve").text("status")).isEqualTo("RETRIEVED");
        assertThat(team.post(project(exportId) + "/withdraw").text("status")).isEqualTo("WITHDRAWN");

        String second = projects.submit(TEAM, fields);
        assertThat(projects.status(second)).isEqualTo("READY_TO_EXPORT");
        assertThat(projects.status(exportId)).isEqualTo("WITHDRAWN");
    }

    @Test
    void rejection_stands_while_the_mail_server_is_down_and_the_mail_comes_later() {
        Map<String, Object> fields = SubmittedProjects.fields("Beach Pavilion");
        String exportId = projects.submit(TEAM, fields);
        application.mailServerIsDown();

        HttpAnswer rejected = approver.post(project(exportId) + "/reject", Map.of("comment", "No building permit."));

        assertThat(rejected.text("status")).isEqualTo("REJECTED");
        Job mailJob = await().until(() -> failedJob(exportId), job -> job != null);
        assertThat(mailsAbout(fields)).isEmpty();
        assertThat(team.get(project(exportId)).json().path("actions"))
                .extracting(JsonNode::asText)
                .contains("RESUBMIT");

        application.mailServerIsBack();
        jobs().setJobDuedate(mailJob.getId(), null);
        awaitMails(fields, "e2e-team@example.com");
        assertThat(projects.status(exportId)).isEqualTo("REJECTED");
    }

    @Test
    void tasklist_submits_accepts_and_corrects_through_its_forms() {
        Map<String, Object> fields = SubmittedProjects.fields("Queen Street Offices");
        HttpAnswer started =
                team.post("/engine-rest/process-definition/key/project-export/submit-form", variables(fields));
        assertThat(started.status()).as(started.body()).isEqualTo(200);
        String exportId = started.text("id");
        assertThat(started.text("businessKey")).isEqualTo(exportId);

        complete(approver, exportId, Map.of("decision", "reject", "comment", "The street is missing."));
        assertThat(projects.status(exportId)).isEqualTo("REJECTED");
        complete(team, exportId, Map.of("correction", "resubmit", "street", "5 Queen Street"));
        assertThat(projects.seenByAdmin(exportId).text("street")).isEqualTo("5 Queen Street");
        complete(approver, exportId, Map.of("decision", "accept", "contactName", "Kauri Holdings"));

        projects.awaitStatus(exportId, "SYNCED");
        assertThat(application.xero().contacts().all())
                .extracting(SandboxContact::name)
                .contains("Kauri Holdings");
        assertThat(creations("Queen Street Offices")).hasSize(1);
    }

    @Test
    void history_can_be_downloaded_with_every_step() {
        String exportId = projects.submit(TEAM, "Old Mill");
        approver.post(project(exportId) + "/reject", Map.of("comment", "=HYPERLINK(\"x\")"));

        HttpAnswer csv = approver.get(project(exportId) + "/history.csv");

        assertThat(csv.body().lines())
                .hasSize(3)
                .last(InstanceOfAssertFactories.STRING)
                .contains(APPROVER, "Rejected", "'=HYPERLINK");
    }

    private void complete(LoggedInClient person, String exportId, Map<String, Object> fields) {
        String task = person.get("/engine-rest/task?processInstanceId=" + exportId)
                .json()
                .path(0)
                .path("id")
                .asText();
        HttpAnswer completed = person.post("/engine-rest/task/%s/submit-form".formatted(task), variables(fields));
        assertThat(completed.status()).as(completed.body()).isEqualTo(204);
    }

    private static Map<String, Object> variables(Map<String, Object> fields) {
        return EngineVariables.of(fields);
    }

    private static String project(String exportId) {
        return "/api/projects/" + exportId;
    }

    private List<ReceivedRequest> creations(String name) {
        return application
                .xero()
                .requests(request -> request.createsJob() && request.body().contains(name));
    }

    private List<String> steps(String exportId) {
        return StreamSupport.stream(
                        projects.seenByAdmin(exportId).json().path("history").spliterator(), false)
                .map(step -> step.path("what").asText())
                .toList();
    }

    private List<ShownMail> mailsAbout(Map<String, Object> fields) {
        return application.mail().mails().stream()
                .filter(mail ->
                        mail.subject().contains(fields.get("projectNumber").toString()))
                .toList();
    }

    private void awaitMails(Map<String, Object> fields, String... recipients) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(mailsAbout(fields)).extracting(ShownMail::to).containsExactlyInAnyOrder(recipients));
    }

    private Job failedJob(String exportId) {
        return jobs().createJobQuery()
                .processInstanceId(exportId)
                .withException()
                .singleResult();
    }

    private ManagementService jobs() {
        return application.engine().getManagementService();
    }
}
