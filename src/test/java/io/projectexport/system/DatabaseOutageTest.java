package io.projectexport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A database that cannot be reached for a while: everybody is told to try again, and the log says it once. */
@ExtendWith(OutputCaptureExtension.class)
class DatabaseOutageTest {

    private static final Duration SOON = Duration.ofSeconds(40);

    private static ProcessEngine engineBefore;
    private static EmbeddedPostgres postgres;
    private static Cable cable;
    private static RunningApplication application;
    private static FormBrowser browser;
    private static LoggedInClient team;

    @BeforeAll
    static void start() throws IOException {
        engineBefore = ProcessEngines.getProcessEngines().get(ProcessEngines.NAME_DEFAULT);
        postgres = EmbeddedPostgres.start();
        cable = new Cable(postgres.getPort());
        application = new RunningApplication(
                // a commit is sent as such each time
                "jdbc:postgresql://localhost:%d/postgres?user=postgres&prepareThreshold=0".formatted(cable.port()),
                "daily-summary.cron=0 0 0 29 2 *");
        application.registerEngine();
        application.user("outage-team", "portfolio");
        browser = new FormBrowser(application.url());
        browser.logIn("outage-team", RunningApplication.PASSWORD);
        team = application.as("outage-team");
    }

    @AfterEach
    void plug() throws IOException {
        cable.plug();
        awaitBack();
    }

    @AfterAll
    static void close() throws IOException {
        application.close();
        cable.close();
        postgres.close();
        if (engineBefore != null) {
            ProcessEngines.registerProcessEngine(engineBefore);
        }
    }

    @Test
    void everybody_is_told_to_try_again_in_the_form_of_their_door_and_the_log_says_it_once(CapturedOutput log)
            throws IOException {
        assertThat(readiness()).isEqualTo(200);
        int before = log.getOut().length();
        cable.pull();

        for (int times = 0; times < 3; times++) {
            assertThat(doors()).allSatisfy(door -> {
                HttpAnswer answer = door.get();
                assertThat(answer.status()).as(answer.body()).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After"))
                        .as(answer.body())
                        .contains("5");
                assertThat(answer.body())
                        .contains("The database cannot be reached at the moment")
                        .doesNotContain("SQL", "jdbc", "Hikari", "Exception", "reference");
            });
        }
        assertThat(team.post("/api/projects", SubmittedProjects.fields("Lost"))
                        .headers()
                        .firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(team.get("/engine-rest/task").text("message")).contains("cannot be reached");
        assertThat(HttpAnswer.of(browser.get("/jobs")).body()).contains("<html");
        await().atMost(SOON).until(() -> readiness() == 503);
        assertThat(browser.get("/actuator/health/liveness").statusCode()).isEqualTo(200);

        cable.plug();
        awaitBack();
        assertThat(team.post("/api/projects", SubmittedProjects.fields("Back")).status())
                .isEqualTo(201);
        await().atMost(SOON).until(() -> log.getOut().contains("The database answers again"));
        assertThat(log.getOut().substring(before).lines())
                .as("a line when it begins, a line when it ends")
                .hasSizeLessThan(8)
                .satisfiesOnlyOnce(
                        line -> assertThat(line).contains("The database answers again", "requests", "looks for work"));
    }

    private static Stream<Supplier<HttpAnswer>> doors() {
        return Stream.<Supplier<HttpAnswer>>of(
                () -> team.post("/api/projects", SubmittedProjects.fields("Lost")),
                () -> team.get("/api/projects"),
                () -> team.get("/engine-rest/task"),
                () -> HttpAnswer.of(browser.get("/jobs")),
                () -> HttpAnswer.of(browser.get("/jobs/new")),
                () -> HttpAnswer.of(browser.get("/camunda/api/engine/engine/default/task")),
                () -> HttpAnswer.of(browser.get("/camunda/app/tasklist/default/")));
    }

    @Test
    void server_that_has_become_silent_keeps_nobody_waiting_for_its_pause() {
        cable.silence();
        long begin = System.nanoTime();

        assertThat(HttpAnswer.of(browser.get("/jobs")).status()).isEqualTo(503);
        assertThat(team.get("/api/projects").status()).isEqualTo(503);

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(35));
        await().atMost(SOON).until(() -> readiness() == 503);
    }

    @Test
    void whoever_gets_no_answer_to_a_commit_is_told_to_look_and_finds_it_done_once() throws IOException {
        cable.pullAtCommitOf("insert into project_export");

        Map<String, Object> fields = SubmittedProjects.fields("Doubtful");
        HttpAnswer lost = team.post("/api/projects", fields);

        assertThat(lost.status()).isEqualTo(503);
        assertThat(lost.text("detail")).contains("may have been done all the same", "look before you try again");
        cable.plug();
        awaitBack();
        HttpAnswer again = team.post("/api/projects", fields);
        assertThat(again.status()).as(again.body()).isEqualTo(409);
        assertThat(team.get("/api/projects?search=Doubtful")
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void login_is_told_to_try_again() throws IOException {
        FormBrowser stranger = new FormBrowser(application.url());
        assertThat(stranger.get("/login").statusCode()).isEqualTo(200);

        cable.pull();

        HttpAnswer answer = HttpAnswer.of(stranger.post(
                "/login", "/login", Map.of("username", "outage-team", "password", RunningApplication.PASSWORD)));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).contains("The database cannot be reached at the moment", "<html");
    }

    /** Readiness and requests each remember for a moment that it was away. */
    private static void awaitBack() {
        await().atMost(SOON)
                .until(() -> readiness() == 200 && team.get("/api/projects").isOk());
    }

    private static int readiness() {
        return browser.get("/actuator/health/readiness").statusCode();
    }
}
