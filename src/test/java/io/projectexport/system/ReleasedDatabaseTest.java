package io.projectexport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.projectexport.local.ShownMail;
import io.projectexport.sandbox.DemoSwitches.Switch;
import io.projectexport.sandbox.ReceivedRequest;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An installation of an earlier release is replaced by today's, on its database and with everything that is under way. */
@ExtendWith(PreviousEngine.class)
class ReleasedDatabaseTest {

    private static EmbeddedPostgres postgres;
    private static RunningApplication application;
    private static Map<String, JsonNode> found;

    private final SubmittedProjects projects = new SubmittedProjects(application);
    private final LoggedInClient team = application.as("team");
    private final LoggedInClient approver = application.as("approver");

    @BeforeAll
    static void start() throws IOException, SQLException {
        postgres = EmbeddedPostgres.start();
        ReleasedDatabase.restore(postgres);
        application = new RunningApplication(
                postgres.getJdbcUrl("postgres", "postgres"),
                "daily-summary.cron=0 0 0 29 2 *",
                "camunda.bpm.webapp.enabled=false",
                "camunda.bpm.job-execution.max-wait=100",
                "escalate-after-days=3",
                "xero.look-again-after=1s");
        application.xero().switches().set(Switch.REFUSE, false);
        found = list();
    }

    @AfterAll
    static void stop() throws IOException {
        application.close();
        postgres.close();
    }

    private static Map<String, JsonNode> list() {
        JsonNode items = application
                .as(RunningApplication.ADMIN)
                .get("/api/projects?size=100")
                .json()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .collect(Collectors.toMap(item -> item.path("projectName").asText(), item -> item));
    }

    @Test
    void every_project_is_listed_with_its_status() {
        Map<String, String> statuses = new HashMap<>();
        found.forEach(
                (name, project) -> statuses.put(name, project.path("status").asText()));

        assertThat(statuses)
                .containsOnly(
                        entry("Not connected", "FAILED_TO_EXPORT"),
                        entry("Synced", "SYNCED"),
                        entry("Synced in round 2", "SYNCED"),
                        entry("Withdrawn", "WITHDRAWN"),
                        entry("Waiting", "READY_TO_EXPORT"),
                        entry("Waiting in round 2", "READY_TO_EXPORT"),
                        entry("Overdue", "READY_TO_EXPORT"),
                        entry("Rejected", "REJECTED"),
                        entry("Retrieved", "RETRIEVED"),
                        entry("Refused [refuse]", "FAILED_TO_EXPORT"),
                        entry("Made by hand", "FAILED_TO_EXPORT"),
                        entry("Outcome unknown", "EXPORTING"),
                        entry("Rejected, untold", "REJECTED"),
                        entry("Synced, untold", "SYNCED"),
                        entry("Tried again", "EXPORTING"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Waiting", "Waiting in round 2", "Overdue"})
    void project_that_waits_for_a_decision_is_accepted(String name) {
        act(approver, name, "accept", Map.of());

        assertSynced(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Not connected", "Refused [refuse]"})
    void failed_export_says_why_and_is_retried(String name) {
        assertThat(details(name).path("errors")).isNotEmpty().allSatisfy(error -> {
            assertThat(error.path("message").asText()).isNotBlank();
            assertThat(error.path("remedy").asText()).isNotBlank();
        });

        act(approver, name, "retry", Map.of());

        assertSynced(name);
    }

    @Test
    void job_that_was_found_is_chosen() {
        JsonNode job = details("Made by hand").path("foundJobs").path(0);
        assertThat(job.path("details").asText()).isEqualTo("status: in progress");

        act(approver, "Made by hand", "retry", Map.of("linkTo", job.path("id").asText()));

        projects.awaitStatus(id("Made by hand"), "SYNCED");
        assertThat(details("Made by hand").path("xeroJobId")).isEqualTo(job.path("id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Rejected", "Retrieved"})
    void project_in_correction_is_resubmitted_and_accepted(String name) {
        act(application.as("creator"), name, "resubmit", Map.of("street", "5 Quay Street"));
        assertThat(details(name).path("round").asInt()).isEqualTo(2);

        act(approver, name, "accept", Map.of());

        assertSynced(name);
        assertThat(details(name).path("street").asText()).isEqualTo("5 Quay Street");
    }

    @Test
    void people_who_could_not_be_told_of_a_rejection_are_told_and_the_project_is_withdrawn() {
        runJobs("Rejected, untold");

        assertThat(mails("Rejected, untold"))
                .extracting(ShownMail::to)
                .containsExactlyInAnyOrder("team@example.com", "creator@example.com");
        act(team, "Rejected, untold", "withdraw", Map.of());
        assertThat(projects.status(id("Rejected, untold"))).isEqualTo("WITHDRAWN");
    }

    @Test
    void submitter_who_could_not_be_told_of_the_job_is_told() {
        runJobs("Synced, untold");

        assertThat(mails("Synced, untold"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text())
                        .contains(details("Synced, untold").path("xeroJobUrl").asText()));
    }

    @Test
    void export_that_was_to_be_tried_again_goes_on_to_one_job() {
        runJobs("Tried again");

        assertSynced("Tried again");
    }

    @Test
    void open_attempt_goes_on_to_one_job_with_its_key() {
        String key = application
                .database()
                .sql("select idempotency_key from export_attempt where job_name like '%Outcome unknown'")
                .query(String.class)
                .single();

        runJobs("Outcome unknown");

        assertSynced("Outcome unknown");
        assertThat(application.xero().requests(ReceivedRequest::createsJob))
                .filteredOn(create -> create.body().contains("Outcome unknown"))
                .extracting(create -> create.header("Idempotency-Key"))
                .containsExactly(key);
    }

    @Test
    void synced_project_links_to_its_job() {
        String url = "https://go.xero.com/app/projects/project/"
                + details("Synced").path("xeroJobId").asText();
        FormBrowser browser = new FormBrowser(application.url());
        browser.logIn("team", RunningApplication.PASSWORD);

        assertThat(details("Synced").path("xeroJobUrl").asText()).isEqualTo(url);
        assertThat(browser.get("/jobs/" + id("Synced")).body()).contains("href=\"" + url + "\"");
    }

    @Test
    void history_tells_what_happened() {
        assertThat(details("Synced in round 2").path("history"))
                .extracting(step -> step.path("what").asText() + " by "
                        + step.path("who").asText() + " in "
                        + step.path("round").asInt())
                .containsExactly(
                        "Submitted by team in 1",
                        "Rejected by approver in 1",
                        "Resubmitted by team in 2",
                        "Accepted by approver in 2",
                        "Synced by system in 2");
        assertThat(details("Overdue").path("history"))
                .extracting(step -> step.path("what").asText())
                .startsWith("Submitted", "Escalated");
        assertThat(approver.get("/api/projects/%s/history.csv".formatted(id("Synced in round 2")))
                        .body()
                        .lines())
                .hasSize(6);
    }

    @Test
    void number_of_an_earlier_project_is_taken_and_that_of_a_withdrawn_one_is_free() {
        assertThat(submitAgain("Synced").status()).isEqualTo(409);
        assertThat(submitAgain("Withdrawn").status()).isEqualTo(201);
    }

    private HttpAnswer submitAgain(String name) {
        return team.post(
                "/api/projects",
                Map.of(
                        "projectNumber",
                        found.get(name).path("projectNumber").asText(),
                        "projectName",
                        "Submitted again"));
    }

    @Test
    void people_keep_what_they_chose() {
        FormBrowser browser = new FormBrowser(application.url());
        browser.logIn("approver", RunningApplication.PASSWORD);

        assertThat(browser.get("/profile").body())
                .contains("2999-12-31")
                .containsPattern("<option[^>]*value=\"deputy\"[^>]*selected")
                .containsPattern("<input[^>]*name=\"resubmission\"[^>]*checked");
    }

    @Test
    void schema_is_migrated_from_where_it_was() {
        List<String> failed = application
                .database()
                .sql("select script from flyway_schema_history where not success")
                .query(String.class)
                .list();
        List<String> earlier = application
                .database()
                .sql("select script from flyway_schema_history where type = 'JDBC' order by installed_rank limit 3")
                .query(String.class)
                .list();

        assertThat(failed).isEmpty();
        assertThat(earlier)
                .containsExactly(
                        "earlier.persistence.V1__camunda_7_24",
                        "earlier.persistence.V3__jobs_page",
                        "earlier.persistence.V13__wide_indexes");
    }

    private static String id(String name) {
        return found.get(name).path("exportId").asText();
    }

    private JsonNode details(String name) {
        return projects.seenByAdmin(id(name)).json();
    }

    private static void act(LoggedInClient person, String name, String action, Map<String, Object> body) {
        HttpAnswer answer = person.post("/api/projects/%s/%s".formatted(id(name), action), body);
        assertThat(answer.isOk()).as(answer.body()).isTrue();
    }

    /** Lets the jobs go on that were held since the start, as if all of them were due. */
    private static void runJobs(String name) {
        ManagementService management = application.engine().getManagementService();
        List<Job> jobs = management.createJobQuery().processInstanceId(id(name)).list();
        for (Job job : jobs) {
            management.setJobDuedate(job.getId(), new Date());
            management.activateJobById(job.getId());
        }
        jobs.forEach(job -> await().atMost(Duration.ofSeconds(30))
                .until(() -> management.createJobQuery().jobId(job.getId()).count() == 0));
    }

    private void assertSynced(String name) {
        projects.awaitStatus(id(name), "SYNCED");
        String jobName = found.get(name).path("projectNumber").asText() + " - " + name;
        assertThat(application.xero().projects().named(jobName))
                .singleElement()
                .satisfies(job -> assertThat(details(name).path("xeroJobId").asText())
                        .isEqualTo(job.id().toString()));
    }

    private static List<ShownMail> mails(String name) {
        return application.mail().mails().stream()
                .filter(mail -> mail.subject().contains(name))
                .toList();
    }
}
