package io.projectexport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.projectexport.local.ShownMail;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What nobody would see by itself reaches the administrators: mails that were given up, and guessed passwords. */
class AdministratorsAreToldTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.onNewDatabase("camunda.bpm.webapp.enabled=false");
        application.user("team", "portfolio");
        application.user("approver", "erp-standard", "can-push-to-accounting");
        application.user("root", "camunda-admin");
        application.user("guessed", "portfolio");
        // as single sign-on or an earlier release may have stored it
        application
                .database()
                .sql("update ACT_ID_USER set EMAIL_ = ? where ID_ = 'team'")
                .param("team@\u0435xample.com")
                .update();
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void a_mail_that_no_server_can_take_stands_on_the_projects_page_and_is_counted() {
        SubmittedProjects projects = new SubmittedProjects(application);
        String exportId = projects.submit("team", "Harbour Bridge");
        application.as("approver").post("/api/projects/" + exportId + "/reject", Map.of("comment", "Too vague"));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(application
                                .as("approver")
                                .get("/api/figures")
                                .json()
                                .path("undeliveredMails")
                                .asInt())
                        .isEqualTo(1));
        FormBrowser approver = new FormBrowser(application.url());
        approver.logIn("approver", RunningApplication.PASSWORD);
        assertThat(approver.get("/jobs/" + exportId).body())
                .contains(
                        "The mail about the rejection to team@\u0435xample.com was not delivered: the e-mail address ");
        JsonNode mails = health(RunningApplication.ADMIN).at("/components/mails");
        assertThat(mails.path("status").asText()).isEqualTo("UP");
        assertThat(mails.at("/details/undelivered").asInt()).isEqualTo(1);
        assertThat(mails.at("/details/peopleWithUnusableAddress").asInt()).isEqualTo(1);
        assertThat(application
                        .as(RunningApplication.ADMIN)
                        .get("/actuator/prometheus")
                        .body())
                .contains("project_export_mails_undelivered 1.0");
    }

    @Test
    void administrators_alone_read_the_details_of_health() {
        JsonNode told = health(RunningApplication.ADMIN);
        assertThat(told.at("/components/xero/details/connection").asText()).isEqualTo("CONNECTED");
        assertThat(health("approver").has("components")).isFalse();
        assertThat(new FormBrowser(application.url()).get("/actuator/health").body())
                .isEqualTo(health("approver").toString());
    }

    private static JsonNode health(String userId) {
        return application.as(userId).get("/actuator/health").json();
    }

    @Test
    void administrators_get_one_mail_about_guesses_at_a_user_and_none_about_names_that_nobody_has() {
        guess("nobody");
        guess("guessed");
        guess("guessed");

        await().atMost(SOON).until(() -> !mails().isEmpty());
        assertThat(mails()).singleElement().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo("root@example.com");
            assertThat(mail.text()).contains("user name guessed", "127.0.0.1", "nobody is locked out");
        });
    }

    private static void guess(String userId) {
        for (int i = 0; i < 8; i++) {
            int status = LoggedInClient.forPrograms(application.url(), userId, "wrong-" + i)
                    .get("/api/projects")
                    .status();
            assertThat(status).isIn(401, 429);
        }
    }

    private static List<ShownMail> mails() {
        return application.mail().mails().stream()
                .filter(mail -> mail.subject().contains("guesses a password"))
                .toList();
    }
}
