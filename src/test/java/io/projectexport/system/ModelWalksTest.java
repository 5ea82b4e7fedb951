package io.projectexport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.projectexport.local.ShownMail;
import io.projectexport.process.guard.ModelWalk;
import java.io.IOException;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The walks of {@code docs/model.md}: its lines in the shipped files make a model that is deployed and brings projects to Synced. */
@ExtendWith(SharedApplication.class)
class ModelWalksTest {

    private static final String NAME = "walk";
    private static final String TEAM = "walk-team";
    private static final String APPROVER = "walk-approver";
    private static final String DIRECTOR = "walk-director";

    private final RunningApplication application;
    private final SubmittedProjects projects;
    private final LoggedInClient approver;

    ModelWalksTest(RunningApplication application) {
        this.application = application;
        projects = new SubmittedProjects(application);
        approver = application.as(APPROVER);
    }

    @BeforeAll
    static void people(RunningApplication application) {
        application.user(TEAM, "portfolio");
        application.user(APPROVER, "erp-standard", "can-push-to-accounting");
        application.user(DIRECTOR, "erp-admin");
    }

    @AfterEach
    void the_shipped_models_are_the_latest_again() {
        RepositoryService repository = application.engine().getRepositoryService();
        repository
                .createDeploymentQuery()
                .deploymentName(NAME)
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @Test
    void another_reminder() throws IOException {
        deploy("another reminder");
        String exportId = projects.submit(TEAM, "Walk Reminded");
        Job timer = application
                .engine()
                .getManagementService()
                .createJobQuery()
                .processInstanceId(exportId)
                .activityId("event_firstReminder")
                .singleResult();

        application.engine().getManagementService().setJobDuedate(timer.getId(), new Date());

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(application.mail().mails())
                        .filteredOn(mail -> mail.subject().contains("Walk Reminded"))
                        .extracting(ShownMail::to)
                        .contains(DIRECTOR + "@example.com"));
        accept(exportId);
        projects.awaitStatus(exportId, "SYNCED");
    }

    @Test
    void a_second_approver_above_an_amount() throws IOException {
        deploy("a second approver above an amount");
        Map<String, Object> large = SubmittedProjects.fields("Walk Large");
        large.put("estimateAmount", 100000.01);
        Map<String, Object> small = SubmittedProjects.fields("Walk Small");
        small.put("estimateAmount", 100000);
        Map<String, Object> none = SubmittedProjects.fields("Walk Unknown");
        none.remove("estimateAmount");
        String largeId = projects.submit(TEAM, large);
        List<String> others = List.of(projects.submit(TEAM, small), projects.submit(TEAM, none));

        accept(largeId);
        others.forEach(this::accept);

        others.forEach(exportId -> projects.awaitStatus(exportId, "SYNCED"));
        assertThat(projects.status(largeId)).isEqualTo("READY_TO_EXPORT");
        assertThat(tasks(approver, largeId)).isEmpty();
        assertThat(application
                        .inBrowser(APPROVER)
                        .get("/jobs?search=Walk+Large")
                        .body())
                .contains("Waits at “Confirm as director” for ERP administrators.");
        assertThat(application.inBrowser(DIRECTOR).get("/jobs/" + largeId).body())
                .contains("Accept and export to Xero");
        complete(application.as(DIRECTOR), largeId, Map.of("approval", "approve"));
        projects.awaitStatus(largeId, "SYNCED");
        assertThat(projects.seenByAdmin(largeId).json().path("history").findValuesAsText("what"))
                .containsExactly("Submitted", "Accepted", "Approved", "Synced");
    }

    @Test
    void an_extra_field_on_the_form() throws IOException {
        deploy("an extra field on the form");
        String exportId = projects.submit(TEAM, "Walk Costed");

        complete(approver, exportId, Map.of("decision", "reject", "comment", "Which year?", "costCentre", "4711"));

        assertThat(application.engine().getRuntimeService().getVariable(exportId, "costCentre"))
                .isEqualTo("4711");
        application.as(TEAM).post("/api/projects/%s/resubmit".formatted(exportId), Map.of());
        complete(approver, exportId, Map.of("decision", "accept", "costCentre", "4712"));
        projects.awaitStatus(exportId, "SYNCED");
    }

    @Test
    void a_task_after_synced() throws IOException {
        deploy("a task after Synced");
        String exportId = projects.submit(TEAM, "Walk Filed");

        accept(exportId);

        projects.awaitStatus(exportId, "SYNCED");
        await().untilAsserted(() -> assertThat(tasks(application.as(TEAM), exportId))
                .extracting(task -> task.path("name").asText())
                .containsExactly("File the contract"));
        complete(application.as(TEAM), exportId, Map.of());
        assertThat(application
                        .engine()
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(exportId)
                        .list())
                .isEmpty();
        assertThat(projects.status(exportId)).isEqualTo("SYNCED");
    }

    private void accept(String exportId) {
        HttpAnswer accepted = approver.post("/api/projects/%s/accept".formatted(exportId));
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);
    }

    private static JsonNode tasks(LoggedInClient person, String exportId) {
        return person.get("/engine-rest/task?processInstanceId=" + exportId).json();
    }

    private static void complete(LoggedInClient person, String exportId, Map<String, Object> fields) {
        String task = tasks(person, exportId).path(0).path("id").asText();
        HttpAnswer completed =
                person.post("/engine-rest/task/%s/submit-form".formatted(task), EngineVariables.of(fields));
        assertThat(completed.status()).as(completed.body()).isEqualTo(204);
    }

    private void deploy(String walk) {
        SentDeployment sent = SentDeployment.ofExport(NAME).edited("camunda:versionTag=\"", "camunda:versionTag=\"9");
        ModelWalk.edits(walk).forEach(edit -> sent.edited(edit.file(), edit.before(), edit.after()));

        HttpAnswer deployed = sent.deployAs(application.as(RunningApplication.ADMIN));

        assertThat(deployed.status()).as(deployed.body()).isEqualTo(200);
    }
}
