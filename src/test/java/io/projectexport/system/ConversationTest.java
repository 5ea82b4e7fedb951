package io.projectexport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.projectexport.local.ShownMail;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.JdbcTemplate;

/** What approvers ask about a project and its team answers, without a decision. */
@ExtendWith(SharedApplication.class)
class ConversationTest {

    private final RunningApplication application;
    private final SubmittedProjects projects;

    ConversationTest(RunningApplication application) {
        this.application = application;
        projects = new SubmittedProjects(application);
    }

    @BeforeAll
    static void people(RunningApplication application) {
        application.user("talk-team", "portfolio");
        application.user("talk-approver", "erp-standard", "can-push-to-accounting");
    }

    @Test
    void question_and_answer_go_by_mail_and_stand_in_history_csv_and_tasklist_while_the_project_goes_on_waiting() {
        String exportId = projects.submit("talk-team", "Talkative Bridge");
        String task = projects.task(exportId);

        write("talk-approver", exportId, "Which budget is it?");
        awaitMails("Talkative Bridge\" has a question", "talk-team@example.com");
        write("talk-team", exportId, "The new one.");
        awaitMails("Talkative Bridge\" has an answer", "talk-approver@example.com");

        assertThat(projects.seenByAdmin(exportId).json().path("history"))
                .extracting((JsonNode step) -> step.path("what").asText())
                .containsExactly("Submitted", "Question", "Answer");
        assertThat(application
                        .as("talk-approver")
                        .get("/api/projects/" + exportId + "/history.csv")
                        .body())
                .contains("Question", "Which budget is it?", "Answer", "The new one.");
        assertThat(application
                        .as("talk-approver")
                        .get("/engine-rest/task/%s/form-variables?variableNames=earlierSteps&deserializeValues=false"
                                .formatted(task))
                        .body())
                .contains("Which budget is it?", "The new one.");
        assertThat(projects.task(exportId)).isEqualTo(task);
        assertThat(projects.status(exportId)).isEqualTo("READY_TO_EXPORT");

        assertThat(application
                        .as("talk-approver")
                        .post("/api/projects/" + exportId + "/accept")
                        .isOk())
                .isTrue();
        projects.awaitStatus(exportId, "SYNCED");
    }

    @Test
    void mail_server_that_is_away_blocks_nobody_and_gets_the_mail_once_it_is_back() {
        String exportId = projects.submit("talk-team", "Patient Bridge");
        JdbcTemplate database = new JdbcTemplate(
                application.engine().getProcessEngineConfiguration().getDataSource());
        application.mailServerIsDown();
        try {
            write("talk-approver", exportId, "Which budget is it?");
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> database.queryForObject("select max(tries) from mail_outbox", Integer.class) == 1);
            assertThat(mails("Patient Bridge")).isEmpty();
        } finally {
            application.mailServerIsBack();
        }
        database.update("update mail_outbox set due_at = timestamp with time zone '2020-01-01 00:00:00+00'");

        awaitMails("Patient Bridge\" has a question", "talk-team@example.com");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> database.queryForObject("select count(*) from mail_outbox", Integer.class) == 0);
    }

    private void write(String userId, String exportId, String text) {
        HttpAnswer answer = application.as(userId).post("/api/projects/" + exportId + "/note", Map.of("comment", text));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private void awaitMails(String subject, String... recipients) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(mails(subject)).extracting(ShownMail::to).containsExactlyInAnyOrder(recipients));
    }

    private List<ShownMail> mails(String subject) {
        return application.mail().mails().stream()
                .filter(mail -> mail.subject().contains(subject))
                .toList();
    }
}
