package io.projectexport.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What clients do wrong behind Camunda's REST API is answered as their mistake, in few words, and fills no log. */
@ExtendWith({SharedApplication.class, OutputCaptureExtension.class})
class ClientMistakesTest {

    private static final String APPROVER = "mistakes-approver";
    private static final String STRANGER = "mistakes-stranger";
    private static final String TEAM = "mistakes-team";

    private final RunningApplication application;
    private final SubmittedProjects projects;
    private final LoggedInClient approver;
    private final LoggedInClient admin;

    ClientMistakesTest(RunningApplication application) {
        this.application = application;
        projects = new SubmittedProjects(application);
        approver = application.as(APPROVER);
        admin = application.as(RunningApplication.ADMIN);
    }

    @BeforeAll
    static void people(RunningApplication application) {
        application.user(TEAM, "portfolio");
        application.user(STRANGER);
        application.user(APPROVER, "erp-standard", "can-push-to-accounting");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/condition                                  | {\"variables\": {}}",
                "/message                                    | {\"messageName\": \"none\"}",
                "/execution/none/trigger                     | {}",
                "/execution/none/signal                      | {}",
                "/task/none/bpmnError                        | {\"errorCode\": \"x\"}",
                "/task/none/bpmnEscalation                   | {\"escalationCode\": \"x\"}",
                "/task/none/claim                            | {\"userId\": \"admin\"}",
                "/task/none/complete                         | {}",
                "/task/none/resolve                          | {}",
                "/process-instance/none/modification         | {\"instructions\": [{\"type\": \"cancel\", \"activityId\": \"x\"}]}",
                "/modification/execute                       | {\"processDefinitionId\": \"none\", \"processInstanceIds\": [\"none\"], \"instructions\": [{\"type\": \"cancel\", \"activityId\": \"x\"}]}",
                "/migration/generate                         | {\"sourceProcessDefinitionId\": \"none\", \"targetProcessDefinitionId\": \"none\"}",
                "/process-definition/none/start              | {}",
                "/process-definition/key/none/start          | {}",
                "/process-definition/none/restart            | {\"processInstanceIds\": [\"none\"]}",
                "/job/none/execute                           | {}",
                "/external-task/none/complete                | {\"workerId\": \"x\"}",
            })
    void what_cannot_be_done_is_refused(String path, String body) {
        HttpAnswer answer = admin.post("/engine-rest" + path, LoggedInClient.JSON, body);

        assertIsMistake(answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/job/none/duedate                | {\"duedate\": \"2030-01-01T00:00:00.000+0000\"}",
                "/job/none/retries                | {\"retries\": 1}",
                "/job/none/priority               | {\"priority\": 1}",
                "/task/none                       | {\"name\": \"x\"}",
                "/task/none/variables/x           | {\"value\": 1}",
                "/execution/none/localVariables/x | {\"value\": 1}",
                "/process-instance/none/variables/x | {\"value\": 1}",
                "/incident/none/annotation        | {\"annotation\": \"x\"}",
                "/external-task/none/retries      | {\"retries\": 1}",
                "/batch/none/suspended            | {\"suspended\": true}",
            })
    void change_of_what_is_not_there_is_told_so(String path, String body) throws JsonProcessingException {
        HttpAnswer answer = admin.put("/engine-rest" + path, new ObjectMapper().readValue(body, Map.class));

        assertIsMistake(answer);
        assertThat(answer.status()).as(answer.body()).isIn(404, 400);
        if (path.startsWith("/job/none/")) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body()).contains("This is not there any more");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /user/create           | {\"profile\": {\"id\": \"mistakes-team\"}, \"credentials\": {\"password\": \"long enough to take\"}}",
                "POST | /group/create          | {\"id\": \"portfolio\", \"name\": \"x\", \"type\": \"x\"}",
                "PUT  | /group/portfolio/members/mistakes-team | ",
            })
    void what_exists_already_is_told_so(String method, String path, String body) {
        HttpAnswer answer = admin.call(method, "/engine-rest" + path, LoggedInClient.JSON, body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(409);
        assertIsMistake(answer);
        assertThat(answer.body()).contains("This exists already");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/case-execution/none/variables/x",
                "/case-instance/none/variables/x/data",
                "/metrics",
                "/metrics/none/sum",
            })
    void what_is_not_there_is_told_so_whatever_the_engine_makes_of_it(String path) {
        HttpAnswer answer = admin.get("/engine-rest" + path);

        assertThat(answer.status()).as(answer.body()).isEqualTo(404);
        assertIsMistake(answer);
    }

    @Test
    void what_only_timers_have_is_refused_for_other_jobs() {
        String cleanUp = admin.get("/engine-rest/history/cleanup/job").text("id");

        HttpAnswer answer = admin.post("/engine-rest/job/%s/duedate/recalculate".formatted(cleanUp), Map.of());

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertIsMistake(answer);
        assertThat(answer.body()).contains("Only timer jobs can be recalculated");
    }

    @Test
    void an_error_that_the_model_does_not_know_is_refused_for_who_does_the_task() {
        String task = projects.task(projects.submit(TEAM, "Unknown error"));

        HttpAnswer answer =
                approver.post("/engine-rest/task/%s/bpmnError".formatted(task), Map.of("errorCode", "none"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertIsMistake(answer);
    }

    @Test
    void external_tasks_are_fetched_by_programs_only() {
        LoggedInClient browser = application.inBrowser(APPROVER);

        HttpAnswer answer = browser.post(
                browser.engine("/external-task/fetchAndLock"),
                Map.of("workerId", "x", "maxTasks", 1, "topics", List.of(Map.of("topicName", "x", "lockDuration", 1))));

        assertThat(answer.status()).as(answer.body()).isEqualTo(404);
        assertThat(answer.body()).contains("External tasks are fetched at /engine-rest only.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"trigger", "bpmnError", "bpmnEscalation", "claim"})
    void what_a_task_is_not_ready_for_is_refused(String action) {
        String exportId = projects.submit(TEAM, "Not ready " + action);
        String task = projects.task(exportId);
        Map<String, Object> body = Map.of("userId", RunningApplication.ADMIN);
        HttpAnswer answer = switch (action) {
            case "trigger" -> admin.post("/engine-rest/execution/%s/trigger".formatted(exportId), Map.of());
            case "claim" -> {
                approver.post("/engine-rest/task/%s/claim".formatted(task), Map.of("userId", APPROVER));
                yield admin.post("/engine-rest/task/%s/claim".formatted(task), body);
            }
            case "bpmnError" ->
                admin.post("/engine-rest/task/%s/bpmnError".formatted(task), Map.of("errorCode", "none"));
            case "bpmnEscalation" ->
                admin.post("/engine-rest/task/%s/bpmnEscalation".formatted(task), Map.of("escalationCode", "none"));
            default -> throw new IllegalArgumentException(action);
        };

        assertIsMistake(answer);
        assertThat(projects.status(exportId)).isEqualTo("READY_TO_EXPORT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-java-serialized-object", "application/json", "application/xml", "none"})
    void objects_that_the_engine_would_have_to_make_are_refused(String format) {
        Map<String, Object> variable = Map.of(
                "type",
                "Object",
                "value",
                "rO0ABXNy",
                "valueInfo",
                Map.of("objectTypeName", "java.util.HashMap", "serializationDataFormat", format));

        assertIsMistake(application
                .as(TEAM)
                .post(
                        "/engine-rest/process-definition/key/project-export/submit-form",
                        Map.of("variables", Map.of("x", variable))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/engine-rest/task;a=b", "/engine-rest//task", "/engine-rest/task/%2e%2e/x", "/api//projects"})
    void address_that_nobody_can_understand_is_told_as_such(String path) {
        HttpAnswer answer = approver.get(path);

        assertIsMistake(answer);
        assertThat(answer.body()).doesNotContain("Something went wrong");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/task/none/claim", "/task/none/complete", "/process-definition/key/project-export/submit-form"})
    void body_that_is_null_is_told_as_empty_and_not_as_a_change_by_somebody_else(String path) {
        HttpAnswer answer = admin.post("/engine-rest" + path, LoggedInClient.JSON, "null");

        assertIsMistake(answer);
        assertThat(answer.body()).contains("The body is empty, or lacks something");
    }

    @Test
    void deleting_a_task_tells_a_stranger_nothing_and_others_that_it_cannot_be() {
        String task = projects.task(projects.submit(TEAM, "Not deleted"));

        HttpAnswer unseen = application.as(STRANGER).delete("/engine-rest/task/" + task);
        HttpAnswer unknown = application.as(STRANGER).delete("/engine-rest/task/none");

        assertThat(unseen.status()).isEqualTo(404);
        assertThat(unseen.body()).isEqualTo(unknown.body());
        assertThat(approver.delete("/engine-rest/task/" + task).status()).isEqualTo(400);
        assertThat(approver.delete("/engine-rest/engine/default/task/" + task).status())
                .isEqualTo(400);
    }

    @Test
    void an_address_made_of_dots_costs_neither_memory_nor_log(CapturedOutput log) {
        HttpAnswer answer = approver.get("/engine-rest/process-definition/" + "a.".repeat(3000));

        assertIsMistake(answer);
        assertThat(log.getOut().lines().count()).isLessThan(20);
    }

    @Test
    void mistakes_leave_no_traces_in_the_log(CapturedOutput log) {
        for (String path :
                List.of("/condition", "/execution/none/trigger", "/task/none/bpmnError", "/job/none/execute")) {
            admin.post("/engine-rest" + path, Map.of("variables", Map.of()));
        }

        assertThat(log.getOut().lines().filter(line -> line.startsWith("\tat ")))
                .isEmpty();
    }

    private static void assertIsMistake(HttpAnswer answer) {
        assertThat(answer.status()).as(answer.body()).isIn(400, 403, 404, 409);
        assertThat(answer.body()).hasSizeLessThan(1_000);
        assertThat(answer.body()).doesNotContain("ENGINE-", "Exception:", "\\tat ");
        assertThat(answer.body()).doesNotContainPattern("(java|org|com|io)\\.[a-z]+\\.[a-zA-Z]");
    }
}
