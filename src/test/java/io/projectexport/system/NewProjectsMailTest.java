package io.projectexport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.projectexport.local.ShownMail;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What approvers who want it are told at once, by an installation of two nodes. */
@ExtendWith(PreviousEngine.class)
class NewProjectsMailTest {

    private static EmbeddedPostgres postgres;
    private static RunningApplication one;
    private static RunningApplication two;

    private final SubmittedProjects projects = new SubmittedProjects(one);
    private final JdbcClient database = one.database();

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        one = node();
        two = node();
        one.user("team", "portfolio");
        one.user("anna", "erp-standard", "can-push-to-accounting");
        one.user("ben", "erp-admin", "can-push-to-accounting", "portfolio");
        one.user("calm", "erp-standard", "can-push-to-accounting");
        wants("anna");
        wants("ben");
    }

    @AfterAll
    static void stop() throws IOException {
        two.close();
        one.close();
        postgres.close();
    }

    private static RunningApplication node() {
        return new RunningApplication(
                postgres.getJdbcUrl("postgres", "postgres"),
                "daily-summary.cron=0 0 0 29 2 *",
                "camunda.bpm.webapp.enabled=false");
    }

    private static void wants(String userId) {
        FormBrowser browser = new FormBrowser(one.url());
        browser.logIn(userId, RunningApplication.PASSWORD);
        assertThat(browser.get("/profile").body()).contains("New projects");
        browser.post("/profile", "/profile", Map.of("dailySummary", "yes", "newSubmission", "yes"));
    }

    @Test
    void file_of_many_projects_is_one_mail_for_each_person_whichever_node_sends_it() {
        List<Map<String, Object>> many = IntStream.range(0, 300)
                .mapToObj(i -> SubmittedProjects.fields("Bulky Bridge " + i))
                .toList();
        assertThat(one.as("team").post("/api/projects/bulk", many).isOk()).isTrue();
        passAMinute();

        awaitMails("300 new projects wait for your decision", "anna@example.com", "ben@example.com");
        assertThat(mails("300 new projects")).allSatisfy(mail -> {
            assertThat(mail.text()).contains("Bulky Bridge 0", "Harbour Council", "12,500.50", "… and 250 more");
            assertThat(mail.html()).contains("The oldest: ").hasSizeLessThan(100_000);
        });
        assertNothingIsLeft();
    }

    @Test
    void nobody_is_told_of_what_they_may_not_decide() {
        projects.submit("ben", "Bens own Bridge");
        passAMinute();

        awaitMails("\"Bens own Bridge\" waits for your decision", "anna@example.com");
        assertNothingIsLeft();
    }

    @Test
    void mail_server_that_is_away_delays_no_submission_and_gets_the_mail_once_it_is_back() {
        List.of(one, two).forEach(RunningApplication::mailServerIsDown);
        try {
            String exportId = projects.submit("team", "Patient Pier");
            assertThat(projects.status(exportId)).isEqualTo("READY_TO_EXPORT");
            passAMinute();
            await().atMost(Duration.ofSeconds(30)).until(() -> count("mail_outbox where tries = 1") == 2);
            assertThat(mails("Patient Pier")).isEmpty();
        } finally {
            List.of(one, two).forEach(RunningApplication::mailServerIsBack);
        }
        database.sql("update mail_outbox set due_at = timestamp with time zone '2020-01-01 00:00:00+00'")
                .update();

        awaitMails("\"Patient Pier\" waits for your decision", "anna@example.com", "ben@example.com");
        assertNothingIsLeft();
    }

    /** After it, nothing more is expected to come together with what came. */
    private void passAMinute() {
        assertThat(database.sql("update new_submission set arrived_at = arrived_at - interval '1 minute'")
                        .update())
                .isPositive();
    }

    private void assertNothingIsLeft() {
        await().atMost(Duration.ofSeconds(30)).until(() -> count("mail_outbox") + count("new_submission") == 0);
    }

    private long count(String rows) {
        return database.sql("select count(*) from " + rows).query(Long.class).single();
    }

    private static void awaitMails(String subject, String... recipients) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(mails(subject)).extracting(ShownMail::to).containsExactlyInAnyOrder(recipients));
    }

    private static List<ShownMail> mails(String subject) {
        return Stream.of(one, two)
                .flatMap(node -> node.mail().mails().stream())
                .filter(mail -> mail.subject().contains(subject))
                .toList();
    }
}
