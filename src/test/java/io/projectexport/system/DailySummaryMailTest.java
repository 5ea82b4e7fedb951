package io.projectexport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.projectexport.local.ShownMail;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The daily summary of an installation whose clock strikes every few seconds instead of once a day. */
@ExtendWith(PreviousEngine.class)
class DailySummaryMailTest {

    private static final String NEVER = "daily-summary.cron=0 0 0 29 2 *";
    // they are static, so that closing these would take them from the shared application
    private static final String NO_WEB_APPLICATIONS = "camunda.bpm.webapp.enabled=false";
    private static final String ALWAYS = "daily-summary.cron=*/2 * * * * *";

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void database() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void cleanUp() throws IOException {
        postgres.close();
    }

    @Test
    void each_approver_gets_one_mail_a_day_as_long_as_something_waits() {
        String database = postgres.getJdbcUrl("postgres", "postgres");
        try (RunningApplication application = new RunningApplication(database, NEVER, NO_WEB_APPLICATIONS)) {
            people(application);
            assertThat(dueTimers(application)).isZero();
        }
        // a start with another setting moves the timer
        try (RunningApplication application = new RunningApplication(database, ALWAYS, NO_WEB_APPLICATIONS)) {
            awaitSummaries(application, 2);
            assertThat(application.mail().mails()).as("nothing is ready").isEmpty();

            SubmittedProjects projects = new SubmittedProjects(application);
            Map<String, Object> fields = SubmittedProjects.fields("Harbour <Bridge>");
            String exportId = projects.submit("team", fields);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> application.mail().mails().size() == 2);
            projects.submit("team", "Another one");
            awaitSummaries(application, 3);

            List<ShownMail> mails = application.mail().mails();
            assertThat(mails)
                    .extracting(ShownMail::to)
                    .containsExactlyInAnyOrder("anna@example.com", "ben@example.com");
            assertThat(mails).allSatisfy(mail -> {
                assertThat(mail.subject()).isEqualTo("ERP Integrations Daily Summary");
                assertThat(mail.text()).contains(fields.get("projectNumber").toString(), "Harbour <Bridge>", exportId);
                assertThat(mail.html()).contains("Harbour &lt;Bridge&gt;", "/jobs/" + exportId);
            });
        }
    }

    private static void people(RunningApplication application) {
        application.user("team", "portfolio");
        application.user("anna", "erp-standard", "can-push-to-accounting");
        application.user("ben", "erp-admin", "can-push-to-accounting");
        application.user("standard", "erp-standard");
        application.user("pusher", "can-push-to-accounting", "process-owners", "camunda-admin");
        application.user("mute", null, List.of("erp-standard", "can-push-to-accounting"));
    }

    /** So many times from now on. */
    private static void awaitSummaries(RunningApplication application, int times) {
        long before = ended(application);
        await().atMost(Duration.ofSeconds(60)).until(() -> ended(application) >= before + times);
    }

    private static long ended(RunningApplication application) {
        return application
                .engine()
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey("daily-summary")
                .finished()
                .count();
    }

    private static long dueTimers(RunningApplication application) {
        ManagementService management = application.engine().getManagementService();
        JobQuery timers = management
                .createJobQuery()
                .processDefinitionKey("daily-summary")
                .timers();
        return timers.list().stream()
                .map(Job::getDuedate)
                .filter(due -> due.toInstant().isBefore(Instant.now().plus(Duration.ofHours(1))))
                .count();
    }
}
