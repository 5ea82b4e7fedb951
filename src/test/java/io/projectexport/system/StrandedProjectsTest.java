package io.projectexport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.projectexport.sandbox.DemoSwitches.Switch;
import io.projectexport.sandbox.Fault;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Projects whose process ended although nothing was settled, as after a mistake in a model: found, put back to their step or given up. */
@ExtendWith(PreviousEngine.class)
class StrandedProjectsTest {

    private static RunningApplication application;
    private static SubmittedProjects projects;

    @BeforeAll
    static void start() {
        application = RunningApplication.onNewDatabase("xero.look-again-after=1s");
        application.registerEngine();
        application.user("team", "portfolio");
        application.user("approver", "erp-standard", "can-push-to-accounting");
        projects = new SubmittedProjects(application);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @BeforeEach
    void xeroWorks() {
        Stream.of(Switch.values())
                .forEach(fault -> application.xero().switches().set(fault, false));
    }

    @Test
    void project_that_waited_for_a_review_is_put_back_to_it_and_goes_on_to_xero() {
        String id = stranded(projects.submit("team", "Lost at review"));

        HttpAnswer answer = recover(id);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().at("/waitsAt/name").asText()).isEqualTo("Review project");
        assertThat(answer.json().at("/waitsAt/for").asText()).isEqualTo("accounting approvers");
        assertThat(lastStep(id).path("what").asText()).isEqualTo("Put back");
        assertThat(lastStep(id).path("who").asText()).isEqualTo(RunningApplication.ADMIN);
        assertThat(lastStep(id).path("comment").asText())
                .isEqualTo("To “Review project”, because its process had ended.");
        assertOk(application.as("approver").post("/api/projects/%s/accept".formatted(id)));
        assertOneJob(id, "Lost at review");
    }

    @Test
    void project_that_was_put_back_can_be_taken_back_by_its_submitter_and_shows_its_fields() {
        String id = stranded(projects.submit("team", "Lost and retrieved"));
        recover(id);

        assertThat(formValue(id, "projectName")).isEqualTo("Lost and retrieved");
        assertOk(application.as("team").post("/api/projects/%s/retrieve".formatted(id)));
        assertThat(projects.status(id)).isEqualTo("RETRIEVED");
        stranded(id);

        assertOk(recover(id));

        assertThat(task(id).getName()).isEqualTo("Correct project");
        assertOk(application
                .as("team")
                .post("/api/projects/%s/resubmit".formatted(id), Map.of("client", "Harbour Trust")));
        assertThat(projects.status(id)).isEqualTo("READY_TO_EXPORT");
    }

    @Test
    void failed_export_is_put_back_with_what_xero_said() {
        application.xero().switches().set(Switch.DISCONNECTED, true);
        String id = projects.submit("team", "Lost after a failure");
        assertOk(application.as("approver").post("/api/projects/%s/accept".formatted(id)));
        projects.awaitStatus(id, "FAILED_TO_EXPORT");
        String said = projects.seenByAdmin(id).json().at("/errors/0/message").asText();
        stranded(id);
        application.xero().switches().set(Switch.DISCONNECTED, false);

        assertOk(recover(id));

        assertThat(formValue(id, "exportErrors")).asString().startsWith(said);
        assertOk(application.as("approver").post("/api/projects/%s/retry".formatted(id), Map.of()));
        assertOneJob(id, "Lost after a failure");
    }

    @Test
    void rejected_project_is_put_back_to_its_correction_with_the_reason() {
        String id = projects.submit("team", "Lost after a rejection");
        assertOk(application
                .as("approver")
                .post("/api/projects/%s/reject".formatted(id), Map.of("comment", "No building permit.")));
        stranded(id);

        assertOk(recover(id));

        assertThat(formValue(id, "rejectionReason")).isEqualTo("No building permit.");
        assertOk(application.as("team").post("/api/projects/%s/withdraw".formatted(id)));
        assertThat(projects.status(id)).isEqualTo("WITHDRAWN");
    }

    @Test
    void accepted_project_that_never_reached_xero_waits_for_a_person_once_more() {
        String id = projects.submit("team", "Lost before the export");
        stranded(id);
        database(
                "update project_export set status = 'EXPORTING', decided_by = 'approver', decided_at = now() where id = cast('%s' as uuid)",
                id);

        assertOk(recover(id));

        assertThat(projects.status(id)).isEqualTo("FAILED_TO_EXPORT");
        assertThat(task(id).getName()).isEqualTo("Resolve failed export");
        assertThat(projects.seenByAdmin(id).body()).contains("The process ended before anything was sent to Xero.");
        assertThat(application.xero().projects().named(jobName(id))).isEmpty();
    }

    @Test
    void export_with_an_unknown_outcome_finds_out_before_anything_else_and_creates_no_second_job() {
        application.xero().onName("Lost without an answer", Fault.dropAfterCreate());
        String id = projects.submit("team", "Lost without an answer");
        assertOk(application.as("approver").post("/api/projects/%s/accept".formatted(id)));
        await().until(() -> application
                        .database()
                        .sql(
                                "select count(*) from export_attempt where state = 'UNKNOWN' and cast(export_id as varchar) = :id")
                        .param("id", id)
                        .query(Long.class)
                        .single()
                == 1);
        stranded(id);

        HttpAnswer refused = application
                .as(RunningApplication.ADMIN)
                .post("/api/projects/%s/recover".formatted(id), Map.of("withdraw", true));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("Xero may have a job for this project already");
        assertOk(recover(id));

        assertOneJob(id, "Lost without an answer");
    }

    @Test
    void project_that_is_given_up_frees_its_number() {
        Map<String, Object> fields = SubmittedProjects.fields("Given up");
        String id = stranded(projects.submit("team", fields));
        Map<String, Object> withdraw = Map.of("withdraw", true);

        assertOk(application.as(RunningApplication.ADMIN).post("/api/projects/%s/recover".formatted(id), withdraw));
        assertOk(application.as(RunningApplication.ADMIN).post("/api/projects/%s/recover".formatted(id), withdraw));

        assertThat(projects.status(id)).isEqualTo("WITHDRAWN");
        assertThat(lastStep(id).path("comment").asText())
                .isEqualTo("By an administrator, because its process had ended.");
        assertThat(steps(id, "Withdrawn")).isEqualTo(1);
        assertThat(projects.submit("team", fields)).isNotEqualTo(id);
    }

    @Test
    void several_presses_at_once_begin_one_process() {
        String id = stranded(projects.submit("team", "Pressed often"));

        List<CompletableFuture<HttpAnswer>> presses = IntStream.range(0, 4)
                .mapToObj(press -> CompletableFuture.supplyAsync(() -> recover(id)))
                .toList();

        assertThat(presses).extracting(press -> press.join().status()).containsOnly(200);
        assertThat(steps(id, "Put back")).isEqualTo(1);
        assertThat(application
                        .engine()
                        .getTaskService()
                        .createTaskQuery()
                        .processInstanceId(id)
                        .list())
                .hasSize(1);
    }

    @Test
    void project_with_a_running_process_is_left_alone_and_only_administrators_may_put_back() {
        String id = projects.submit("team", "Runs");

        HttpAnswer refused = recover(id);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("detail")).contains("goes on, at “Review project” for accounting approvers.");
        assertThat(refused.json().at("/waitsAt/for").asText()).isEqualTo("accounting approvers");
        stranded(id);
        for (String person : List.of("team", "approver")) {
            HttpAnswer forbidden = application.as(person).post("/api/projects/%s/recover".formatted(id), Map.of());
            assertThat(forbidden.status()).isEqualTo(403);
        }
    }

    @Test
    void refusal_says_that_there_is_no_process_and_nothing_is_offered() {
        String id = stranded(projects.submit("team", "Nothing to press"));

        assertThat(application.as("approver").get("/api/projects/" + id).json().path("actions"))
                .isEmpty();
        for (String action : List.of("accept", "reject")) {
            HttpAnswer refused = application
                    .as("approver")
                    .post("/api/projects/%s/%s".formatted(id, action), Map.of("comment", "No."));
            assertThat(refused.status()).as(action).isIn(400, 409);
        }
        HttpAnswer refused = application.as("approver").post("/api/projects/%s/accept".formatted(id));
        assertThat(refused.text("detail"))
                .endsWith("has no running process any more. An administrator can put it back to a step.");
        assertThat(application
                        .as("team")
                        .post("/api/projects/%s/retrieve".formatted(id))
                        .text("detail"))
                .endsWith("An administrator can put it back to a step.");
    }

    @Test
    void stranded_projects_are_found_a_minute_later_and_health_is_down() {
        String id = stranded(projects.submit("team", "Found"));
        String number = projects.seenByAdmin(id).text("projectNumber");
        String running = projects.submit("team", "Not found");
        age(id);
        age(running);

        JsonNode health = application
                .as(RunningApplication.ADMIN)
                .get("/actuator/health")
                .json()
                .at("/components/strandedProjects");

        assertThat(health.path("status").asText()).as(health.toString()).isEqualTo("DOWN");
        assertThat(health.at("/details/projects").toString())
                .contains(number)
                .doesNotContain(projects.seenByAdmin(running).text("projectNumber"));
        assertThat(application
                        .as(RunningApplication.ADMIN)
                        .get("/actuator/prometheus")
                        .body())
                .contains("project_export_projects_stranded 1.0");
        assertThat(application
                        .as(RunningApplication.ADMIN)
                        .get("/actuator/health/readiness")
                        .status())
                .isEqualTo(200);
    }

    private static HttpAnswer recover(String id) {
        return application.as(RunningApplication.ADMIN).post("/api/projects/%s/recover".formatted(id));
    }

    /** As an edited model leaves a project that it ends, without anybody being told. */
    private static String stranded(String id) {
        for (String table : List.of("act_ru_identitylink", "act_ru_task")) {
            String join = table.equals("act_ru_task")
                    ? "proc_inst_id_ = '%s'"
                    : "task_id_ in (select id_ from act_ru_task where proc_inst_id_ = '%s')";
            database("delete from " + table + " where " + join, id);
        }
        database("delete from act_ru_event_subscr where proc_inst_id_ = '%s'", id);
        database("delete from act_ru_job where process_instance_id_ = '%s'", id);
        database("delete from act_ru_variable where proc_inst_id_ = '%s'", id);
        database("delete from act_ru_execution where proc_inst_id_ = '%s' and parent_id_ is not null", id);
        database("delete from act_ru_execution where proc_inst_id_ = '%s'", id);
        database("update act_hi_procinst set end_time_ = now(), state_ = 'COMPLETED' where id_ = '%s'", id);
        return id;
    }

    private static void age(String id) {
        database(
                "update project_history set happened_at = happened_at - interval '10 minutes' where cast(export_id as varchar) = '%s'",
                id);
    }

    private static void database(String sql, String id) {
        application.database().sql(sql.formatted(id)).update();
    }

    private static Task task(String id) {
        return application
                .engine()
                .getTaskService()
                .createTaskQuery()
                .processInstanceId(id)
                .singleResult();
    }

    private static Object formValue(String id, String name) {
        return application
                .engine()
                .getFormService()
                .getTaskFormVariables(task(id).getId())
                .get(name);
    }

    private static JsonNode lastStep(String id) {
        JsonNode history = projects.seenByAdmin(id).json().path("history");
        return history.get(history.size() - 1);
    }

    private static long steps(String id, String what) {
        return StreamSupport.stream(
                        projects.seenByAdmin(id).json().path("history").spliterator(), false)
                .filter(step -> step.path("what").asText().equals(what))
                .count();
    }

    private static String jobName(String id) {
        JsonNode project = projects.seenByAdmin(id).json();
        return project.path("projectNumber").asText() + " - "
                + project.path("projectName").asText();
    }

    private static void assertOneJob(String id, String name) {
        projects.awaitStatus(id, "SYNCED");
        assertThat(application.xero().projects().named(jobName(id))).as(name).hasSize(1);
    }

    private static void assertOk(HttpAnswer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }
}
