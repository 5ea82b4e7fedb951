package io.projectexport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.projectexport.local.ShownMail;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Projects that nobody decides about, in an installation that escalates them after two days. */
@ExtendWith(PreviousEngine.class)
class EscalationTest {

    private static RunningApplication application;

    private final SubmittedProjects projects = new SubmittedProjects(application);
    private final ManagementService jobs = application.engine().getManagementService();

    @BeforeAll
    static void start() {
        application = RunningApplication.onNewDatabase("camunda.bpm.webapp.enabled=false", "escalate-after-days=2");
        application.user("team", "portfolio");
        application.user("approver", "erp-standard", "can-push-to-accounting");
        application.user("erik", "erp-admin");
        application.user("ada", "erp-admin");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void erp_administrators_get_one_mail_and_the_project_goes_on_waiting() {
        String exportId = projects.submit("team", "Harbour Bridge");
        Job timer = timer(exportId);
        assertThat(timer.getDuedate())
                .isCloseTo(
                        Date.from(Instant.now().plus(Duration.ofDays(2))),
                        Duration.ofMinutes(5).toMillis());

        jobs.setJobDuedate(timer.getId(), new Date());

        awaitSteps(exportId, "Submitted", "Escalated");
        assertThat(mails("Harbour Bridge"))
                .extracting(ShownMail::to)
                .containsExactlyInAnyOrder("erik@example.com", "ada@example.com");
        assertThat(mails("Harbour Bridge"))
                .allSatisfy(mail -> assertThat(mail.text()).contains("https://erp.example.com/jobs/" + exportId));
        assertThat(projects.status(exportId)).isEqualTo("READY_TO_EXPORT");
        application.as("approver").post("/api/projects/" + exportId + "/accept");
        projects.awaitStatus(exportId, "SYNCED");
        awaitSteps(exportId, "Submitted", "Escalated", "Accepted", "Synced");
    }

    @Test
    void a_decision_takes_the_timer_away() {
        String exportId = projects.submit("team", "Harbour Tunnel");
        assertThat(timer(exportId)).isNotNull();

        application.as("approver").post("/api/projects/" + exportId + "/accept");

        projects.awaitStatus(exportId, "SYNCED");
        assertThat(timer(exportId)).isNull();
    }

    private Job timer(String exportId) {
        return jobs.createJobQuery()
                .processInstanceId(exportId)
                .activityId("event_reviewOverdue")
                .singleResult();
    }

    private void awaitSteps(String exportId, String... steps) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(projects.seenByAdmin(exportId).json().path("history"))
                                .extracting((JsonNode step) -> step.path("what").asText())
                                .containsExactly(steps));
    }

    private static List<ShownMail> mails(String projectName) {
        return application.mail().mails().stream()
                .filter(mail -> mail.subject().contains(projectName))
                .toList();
    }
}
