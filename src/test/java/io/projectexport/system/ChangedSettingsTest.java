package io.projectexport.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** Starts on one database with other settings each time, while reviews wait and the model stays as it was. */
@ExtendWith(PreviousEngine.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChangedSettingsTest {

    private static final String OVERDUE = "event_reviewOverdue";

    private static EmbeddedPostgres postgres;
    private static String early;
    private static String late;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    @Order(1)
    void timers_are_as_the_settings_of_the_first_start_say() {
        run(
                List.of("escalate-after-days=5", "daily-summary.cron=0 0 7 * * *", "app.time-zone=Europe/Berlin"),
                first -> {
                    first.user("team", "portfolio");
                    SubmittedProjects projects = new SubmittedProjects(first);
                    early = projects.submit("team", "Early");
                    late = projects.submit("team", "Late");
                    assertThat(waits(first, early)).isEqualTo(Duration.ofDays(5));
                    assertThat(summaryHour(first, "Europe/Berlin")).isEqualTo(7);
                    assertThat(health(first).path("status").asText()).isEqualTo("UP");
                    // it has fired and is being carried out
                    overdue(first, late);
                });
    }

    @Test
    @Order(2)
    void waiting_reviews_and_the_summary_follow_other_settings_at_the_next_start() {
        run(
                List.of("escalate-after-days=2", "daily-summary.cron=0 59 23 * * *", "app.time-zone=Pacific/Auckland"),
                next -> {
                    assertThat(waits(next, early)).isEqualTo(Duration.ofDays(2));
                    assertThat(timers(next, late)).isEmpty();
                    assertThat(summaryHour(next, "Pacific/Auckland")).isEqualTo(23);
                });
    }

    @Test
    @Order(3)
    void escalation_that_is_switched_off_leaves_no_timer_behind_and_a_summary_of_no_day_is_no_trouble() {
        run(List.of("daily-summary.cron=0 0 0 31 2 *"), off -> {
            assertThat(timers(off, early)).isEmpty();
            off.engine().getManagementService().deleteJob(summary(off).getId());
            assertThat(health(off).path("status").asText()).isEqualTo("UP");
        });
    }

    @Test
    @Order(4)
    void summary_gets_its_timer_again_and_health_is_down_where_it_will_never_run() {
        run(List.of("daily-summary.cron=0 30 6 * * *", "app.time-zone=Asia/Tokyo"), again -> {
            assertThat(summaryHour(again, "Asia/Tokyo")).isEqualTo(6);
            again.engine().getManagementService().setJobRetries(summary(again).getId(), 0);

            assertThat(health(again).path("status").asText()).isEqualTo("DOWN");
            assertThat(health(again).at("/details/problem").asText())
                    .isEqualTo(
                            "The daily summary failed and is not tried again: raise the retries of its timer in Cockpit.");
        });
    }

    private static void run(List<String> settings, Consumer<RunningApplication> work) {
        String[] all = settings.toArray(String[]::new);
        try (RunningApplication application =
                new RunningApplication(postgres.getJdbcUrl("postgres", "postgres"), all)) {
            application.registerEngine();
            work.accept(application);
        }
    }

    private static void overdue(RunningApplication application, String id) {
        ManagementService management = application.engine().getManagementService();
        management.setJobDuedate(timers(application, id).get(0).getId(), new Date());
        org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> timers(application, id).isEmpty());
    }

    /** From its beginning to its escalation. */
    private static Duration waits(RunningApplication application, String id) {
        Job timer = timers(application, id).get(0);
        Duration exact = Duration.between(
                timer.getCreateTime().toInstant(), timer.getDuedate().toInstant());
        return Duration.ofSeconds(Math.round(exact.toMillis() / 60_000.0) * 60);
    }

    private static List<Job> timers(RunningApplication application, String id) {
        return application
                .engine()
                .getManagementService()
                .createJobQuery()
                .processInstanceId(id)
                .activityId(OVERDUE)
                .list();
    }

    private static Job summary(RunningApplication application) {
        return application
                .engine()
                .getManagementService()
                .createJobQuery()
                .processDefinitionKey("daily-summary")
                .timers()
                .singleResult();
    }

    private static int summaryHour(RunningApplication application, String zone) {
        Instant due = summary(application).getDuedate().toInstant();
        return due.atZone(ZoneId.of(zone)).getHour();
    }

    private static JsonNode health(RunningApplication application) {
        return application
                .as(RunningApplication.ADMIN)
                .get("/actuator/health")
                .json()
                .at("/components/dailySummary");
    }
}
