package io.projectexport.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.sandbox.ReceivedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever comes second reads why nothing happened, and nothing happens twice. */
@ExtendWith(SharedApplication.class)
class ConcurrencyTest {

    private static final int MANY = 100;
    private static final int SOME = 25;
    private static final String TEAM = "race-team";

    private static final ExecutorService PEOPLE = Executors.newFixedThreadPool(2);

    private final RunningApplication application;
    private final SubmittedProjects projects;
    private final LoggedInClient team;
    private final LoggedInClient anna;
    private final LoggedInClient ben;

    ConcurrencyTest(RunningApplication application) {
        this.application = application;
        projects = new SubmittedProjects(application);
        team = application.as(TEAM);
        anna = application.as("race-anna");
        ben = application.as("race-ben");
    }

    @BeforeAll
    static void people(RunningApplication application) {
        application.user(TEAM, "portfolio");
        application.user("race-anna", "erp-standard", "can-push-to-accounting");
        application.user("race-ben", "erp-admin", "can-push-to-accounting");
    }

    @AfterAll
    static void goHome() {
        PEOPLE.shutdown();
    }

    @Test
    void two_approvers_accept_at_the_same_moment_and_there_is_one_job() {
        List<String> exportIds = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            String exportId = projects.submit(TEAM, "Race of two");
            String accept = "/api/projects/%s/accept".formatted(exportId);

            assertOneWins(race(() -> anna.post(accept), () -> ben.post(accept)));
            exportIds.add(exportId);
        }
        exportIds.forEach(exportId -> projects.awaitStatus(exportId, "SYNCED"));
        assertThat(jobsNamed("Race of two")).isEqualTo(MANY);
        assertThat(creations("Race of two")).hasSize(MANY);
    }

    @Test
    void double_click_accepts_once() {
        for (int i = 0; i < SOME; i++) {
            String exportId = projects.submit(TEAM, "Double click");
            String accept = "/api/projects/%s/accept".formatted(exportId);

            assertOneWins(race(() -> anna.post(accept), () -> anna.post(accept)));
            projects.awaitStatus(exportId, "SYNCED");
        }
        assertThat(jobsNamed("Double click")).isEqualTo(SOME);
    }

    @Test
    void acceptance_and_retrieval_exclude_each_other() {
        for (int i = 0; i < SOME; i++) {
            String exportId = projects.submit(TEAM, "Accept or retrieve");
            String project = "/api/projects/" + exportId;

            List<HttpAnswer> answers =
                    race(() -> anna.post(project + "/accept"), () -> team.post(project + "/retrieve"));

            assertOneWins(answers);
            projects.awaitStatus(exportId, answers.get(0).isOk() ? "SYNCED" : "RETRIEVED");
            assertThat(jobsOf(exportId)).isEqualTo(answers.get(0).isOk() ? 1 : 0);
        }
    }

    @Test
    void acceptance_and_rejection_exclude_each_other() {
        for (int i = 0; i < SOME; i++) {
            String exportId = projects.submit(TEAM, "Accept or reject");
            String project = "/api/projects/" + exportId;

            List<HttpAnswer> answers = race(
                    () -> anna.post(project + "/accept"),
                    () -> ben.post(project + "/reject", Map.of("comment", "Too dear.")));

            assertOneWins(answers);
            projects.awaitStatus(exportId, answers.get(0).isOk() ? "SYNCED" : "REJECTED");
            assertThat(jobsOf(exportId)).isEqualTo(answers.get(0).isOk() ? 1 : 0);
        }
    }

    @Test
    void one_number_submitted_twice_at_the_same_moment_is_there_once() {
        for (int i = 0; i < SOME; i++) {
            Map<String, Object> fields = SubmittedProjects.fields("Submitted twice");

            assertOneWins(race(() -> team.post("/api/projects", fields), () -> team.post("/api/projects", fields)));

            HttpAnswer found = team.get("/api/projects?search=" + fields.get("projectNumber"));
            assertThat(found.json().path("total").asInt()).isOne();
        }
    }

    @Test
    void two_approvers_complete_the_same_task_in_tasklist() {
        for (int i = 0; i < SOME; i++) {
            String exportId = projects.submit(TEAM, "Race in Tasklist");
            String submit = "/engine-rest/task/%s/submit-form".formatted(projects.task(exportId));
            Map<String, Object> acceptance = EngineVariables.of(Map.of("decision", "accept"));

            List<HttpAnswer> answers = race(() -> anna.post(submit, acceptance), () -> ben.post(submit, acceptance));

            assertThat(answers).filteredOn(HttpAnswer::isOk).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> !answer.isOk())
                    .singleElement()
                    .satisfies(loser -> {
                        assertThat(loser.status()).as(loser.body()).isBetween(400, 499);
                        assertThat(loser.text("message")).isNotBlank().doesNotContain("ENGINE-");
                    });
            projects.awaitStatus(exportId, "SYNCED");
        }
        assertThat(jobsNamed("Race in Tasklist")).isEqualTo(SOME);
    }

    @Test
    void resubmission_is_not_disturbed_by_the_mails_about_the_rejection() {
        for (int i = 0; i < SOME; i++) {
            Map<String, Object> fields = SubmittedProjects.fields("Quick correction");
            fields.put("creatorEmail", "race-creator@example.com");
            String project = "/api/projects/" + projects.submit(TEAM, fields);

            HttpAnswer rejected = anna.post(project + "/reject", Map.of("comment", "The street is missing."));
            assertThat(rejected.status()).as(rejected.body()).isEqualTo(200);
            HttpAnswer resubmitted = team.post(project + "/resubmit", Map.of("street", "1 Main Street"));
            assertThat(resubmitted.status()).as(resubmitted.body()).isEqualTo(200);
            HttpAnswer accepted = anna.post(project + "/accept");
            assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);
        }
    }

    /** The first and the second person's answers to what both do at the same moment. */
    private static List<HttpAnswer> race(Callable<HttpAnswer> first, Callable<HttpAnswer> second) {
        CyclicBarrier start = new CyclicBarrier(2);
        List<Future<HttpAnswer>> runners = List.of(start(first, start), start(second, start));
        try {
            return List.of(runners.get(0).get(), runners.get(1).get());
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static Future<HttpAnswer> start(Callable<HttpAnswer> action, CyclicBarrier start) {
        return PEOPLE.submit(() -> {
            start.await();
            return action.call();
        });
    }

    private static void assertOneWins(List<HttpAnswer> answers) {
        assertThat(answers).filteredOn(HttpAnswer::isOk).hasSize(1);
        assertThat(answers).filteredOn(answer -> !answer.isOk()).singleElement().satisfies(loser -> {
            assertThat(loser.status()).as(loser.body()).isEqualTo(409);
            assertThat(loser.text("detail")).matches("[A-Z].*[.]");
        });
    }

    private long jobsNamed(String projectName) {
        return application.xero().projects().all().stream()
                .filter(job -> job.name().endsWith(" - " + projectName))
                .count();
    }

    private long jobsOf(String exportId) {
        String number = projects.seenByAdmin(exportId).text("projectNumber");
        return application.xero().projects().all().stream()
                .filter(job -> job.name().startsWith(number + " - "))
                .count();
    }

    private List<ReceivedRequest> creations(String projectName) {
        return application
                .xero()
                .requests(request -> request.createsJob() && request.body().contains(" - %s\"".formatted(projectName)));
    }
}
