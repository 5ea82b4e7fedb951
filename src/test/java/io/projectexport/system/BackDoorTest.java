package io.projectexport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people could try who know Camunda: no way around an approver's acceptance, and none to the projects of others. */
@ExtendWith(SharedApplication.class)
class BackDoorTest {

    private static final String TEAM = "back-team";
    private static final String OTHER_TEAM = "back-other";
    private static final String APPROVER = "back-approver";

    private final RunningApplication application;
    private final SubmittedProjects projects;
    private final LoggedInClient team;
    private final LoggedInClient approver;
    private final LoggedInClient admin;

    BackDoorTest(RunningApplication application) {
        this.application = application;
        projects = new SubmittedProjects(application);
        team = application.as(TEAM);
        approver = application.as(APPROVER);
        admin = application.as(RunningApplication.ADMIN);
    }

    @BeforeAll
    static void people(RunningApplication application) {
        application.user(TEAM, "portfolio");
        application.user(OTHER_TEAM, "portfolio");
        application.user(APPROVER, "erp-standard", "can-push-to-accounting");
        HttpAnswer granted = application
                .as(RunningApplication.ADMIN)
                .post(
                        "/engine-rest/authorization/create",
                        Map.of(
                                "type",
                                1,
                                "permissions",
                                List.of("ALL"),
                                "userId",
                                RunningApplication.ADMIN,
                                "resourceType",
                                7,
                                "resourceId",
                                "*"));
        assertThat(granted.status()).as(granted.body()).isEqualTo(200);
    }

    @AfterEach
    void approverIsOneAgain() {
        join("erp-standard");
        join("can-push-to-accounting");
    }

    @ParameterizedTest
    @ValueSource(strings = {"erp-standard", "can-push-to-accounting"})
    void losing_a_group_counts_at_once_even_for_a_claimed_task(String group) {
        String exportId = projects.submit(TEAM, "Claimed");
        String task = projects.task(exportId);
        LoggedInClient browser = application.inBrowser(APPROVER);
        assertThat(browser.post(browser.engine("/task/%s/claim".formatted(task)), Map.of("userId", APPROVER))
                        .status())
                .isEqualTo(204);

        application.engine().getIdentityService().deleteMembership(APPROVER, group);

        Map<String, Object> accept = EngineVariables.of(Map.of("decision", "accept"));
        for (LoggedInClient client : List.of(approver, browser)) {
            assertThat(client.get(client.engine("/task?processInstanceId=" + exportId))
                            .body())
                    .isEqualTo("[]");
            assertThat(client.post(client.engine("/task/%s/complete".formatted(task)), accept)
                            .status())
                    .isEqualTo(403);
            assertThat(client.post(client.engine("/task/%s/submit-form".formatted(task)), accept)
                            .status())
                    .isEqualTo(403);
        }
        assertThat(approver.post("/api/projects/%s/accept".formatted(exportId)).status())
                .isEqualTo(403);
        assertNothingIsExported(exportId, "READY_TO_EXPORT");
    }

    @Test
    void an_admin_who_may_do_everything_with_tasks_still_decides_nothing() {
        String exportId = projects.submit(TEAM, "Admin decides");
        String task = projects.task(exportId);
        Map<String, Object> accept = EngineVariables.of(Map.of("decision", "accept"));

        for (String action : List.of("complete", "submit-form", "resolve")) {
            admin.post("/engine-rest/task/%s/%s".formatted(task, action), accept);
        }
        admin.post("/engine-rest/task/%s/delegate".formatted(task), Map.of("userId", TEAM));
        admin.post("/engine-rest/task/%s/bpmnError".formatted(task), Map.of("errorCode", "XERO_REFUSED"));

        assertNothingIsExported(exportId, "READY_TO_EXPORT");
    }

    @Test
    void a_token_that_an_admin_moves_exports_nothing() {
        String exportId = projects.submit(TEAM, "Moved by hand");

        HttpAnswer moved = admin.post(
                "/engine-rest/process-instance/%s/modification".formatted(exportId),
                Map.of(
                        "skipCustomListeners",
                        true,
                        "instructions",
                        List.of(
                                Map.of("type", "cancel", "activityId", "userTask_reviewProject"),
                                Map.of("type", "startBeforeActivity", "activityId", "serviceTask_createXeroJob"))));

        assertThat(moved.status()).as(moved.body()).isEqualTo(204);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> jobs(exportId).withException().count() == 1);
        assertNothingIsExported(exportId, "READY_TO_EXPORT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"serviceTask_createXeroJob", "userTask_resolveFailedExport", "event_waitForXero"})
    void an_instance_that_starts_in_the_middle_exports_nothing(String activity) {
        Map<String, Object> start = new HashMap<>(EngineVariables.of(SubmittedProjects.fields("From the middle")));
        start.put("startInstructions", List.of(Map.of("type", "startBeforeActivity", "activityId", activity)));
        start.put("skipCustomListeners", true);

        for (LoggedInClient client : List.of(team, approver, admin)) {
            HttpAnswer started = client.post("/engine-rest/process-definition/key/project-export/start", start);
            if (started.isOk()) {
                assertLeadsNowhere(started.text("id"));
            }
        }

        assertThat(application.xero().projects().all())
                .noneMatch(job -> job.name().endsWith("From the middle"));
    }

    private void assertLeadsNowhere(String instanceId) {
        for (String task : taskIds(approver, instanceId)) {
            HttpAnswer retried = approver.post(
                    "/engine-rest/task/%s/complete".formatted(task), EngineVariables.of(Map.of("resolution", "retry")));
            assertThat(retried.status()).as(retried.body()).isEqualTo(404);
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> jobs(instanceId).withException().count()
                        == jobs(instanceId).count());
        application.engine().getRuntimeService().deleteProcessInstance(instanceId, "tried");
    }

    @Test
    void an_admin_takes_no_project_back_by_sending_the_message() {
        String exportId = projects.submit(TEAM, "Message");

        HttpAnswer sent = admin.post(
                "/engine-rest/message", Map.of("messageName", "Project retrieved", "processInstanceId", exportId));

        assertThat(sent.status()).isEqualTo(403);
        assertThat(projects.status(exportId)).isEqualTo("READY_TO_EXPORT");
    }

    @Test
    void who_submitted_follows_from_the_login_whatever_the_variables_say() {
        String other = projects.submit(OTHER_TEAM, "Of the other team");
        Map<String, Object> fields = SubmittedProjects.fields("Forged");
        fields.putAll(Map.of(
                "exportId",
                other,
                "initiator",
                OTHER_TEAM,
                "submitter",
                OTHER_TEAM,
                "creator",
                OTHER_TEAM,
                "submitterName",
                "Somebody else",
                "round",
                7,
                "decision",
                "accept",
                "retryAt",
                "2000-01-01"));
        Map<String, Object> start = new HashMap<>(EngineVariables.of(fields));
        start.put("businessKey", other);

        HttpAnswer started = team.post("/engine-rest/process-definition/key/project-export/submit-form", start);

        assertThat(started.status()).as(started.body()).isEqualTo(200);
        String exportId = started.text("id");
        assertThat(exportId).isNotEqualTo(other);
        assertThat(started.text("businessKey")).isEqualTo(exportId);
        JsonNode submitted = projects.seenByAdmin(exportId).json();
        assertThat(submitted.path("submitter").asText()).isEqualTo(TEAM);
        assertThat(submitted.path("round").asInt()).isOne();
        assertThat(team.post("/api/projects/%s/retrieve".formatted(exportId)).status())
                .isEqualTo(200);
        assertThat(taskIds(team, exportId)).hasSize(1);
        assertThat(taskIds(application.as(OTHER_TEAM), exportId)).isEmpty();
    }

    @Test
    void variables_that_come_with_a_decision_hand_the_project_to_nobody_else() {
        String exportId = projects.submit(TEAM, "Handed over");

        HttpAnswer rejected = approver.post(
                "/engine-rest/task/%s/complete".formatted(projects.task(exportId)),
                EngineVariables.of(Map.of(
                        "decision", "reject",
                        "comment", "Too dear.",
                        "submitter", OTHER_TEAM,
                        "creator", OTHER_TEAM,
                        "exportId", "00000000-0000-0000-0000-000000000000")));

        assertThat(rejected.status()).as(rejected.body()).isEqualTo(400);
        assertThat(rejected.body()).contains("cannot be changed here");
        assertThat(taskIds(application.as(OTHER_TEAM), exportId)).isEmpty();
        assertThat(approver.post("/api/projects/%s/reject".formatted(exportId), Map.of("comment", "Too dear."))
                        .status())
                .isEqualTo(200);
        assertThat(taskIds(application.as(OTHER_TEAM), exportId)).isEmpty();
        assertThat(taskIds(team, exportId)).hasSize(1);
        assertThat(team.post("/api/projects/%s/resubmit".formatted(exportId), Map.of())
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xeroPreview", "submitterName", "address"})
    void an_approver_does_not_change_what_the_others_see(String shown) {
        String exportId = projects.submit(TEAM, "Seen by all");
        String task = projects.task(exportId);

        HttpAnswer resolved = approver.post(
                "/engine-rest/task/%s/resolve".formatted(task), EngineVariables.of(Map.of(shown, "The CEO")));

        assertThat(resolved.status()).as(resolved.body()).isEqualTo(400);
        assertThat(approver.get("/engine-rest/task/%s/form-variables".formatted(task))
                        .body())
                .doesNotContain("The CEO");
    }

    @Test
    void a_filter_of_an_administrator_runs_nothing() {
        HttpAnswer filter = admin.post(
                "/engine-rest/filter/create",
                Map.of(
                        "resourceType",
                        "Task",
                        "name",
                        "program",
                        "query",
                        Map.of("assigneeExpression", "${''.getClass().forName('java.lang.Runtime')}")));

        assertThat(filter.status()).as(filter.body()).isEqualTo(400);
        assertThat(filter.body()).contains("Expressions are forbidden");
    }

    @Test
    void contact_that_an_admin_slipped_in_is_not_exported() {
        Map<String, Object> fields = SubmittedProjects.fields("Other contact");
        String exportId = projects.submit(TEAM, fields);
        String preview = approver.get("/api/projects/" + exportId).text("xeroPreview");
        change(exportId, "contactName");

        approver.post("/api/projects/%s/accept".formatted(exportId));

        projects.awaitStatus(exportId, "SYNCED");
        assertThat(projects.seenByAdmin(exportId).text("xeroPreview"))
                .isEqualTo(preview)
                .contains("Harbour Council");
        assertThat(application.xero().contacts().all())
                .noneMatch(contact -> contact.name().equals("Mallory"));
    }

    @Test
    void name_that_an_admin_slipped_in_stops_the_acceptance_and_is_put_right() {
        Map<String, Object> fields = SubmittedProjects.fields("True name");
        String exportId = projects.submit(TEAM, fields);
        change(exportId, "projectName");

        HttpAnswer first = approver.post("/api/projects/%s/accept".formatted(exportId));
        assertThat(first.status()).as(first.body()).isEqualTo(409);
        assertNothingIsExported(exportId, "READY_TO_EXPORT");

        HttpAnswer second = approver.post("/api/projects/%s/accept".formatted(exportId));
        assertThat(second.status()).as(second.body()).isEqualTo(200);
        projects.awaitStatus(exportId, "SYNCED");
        assertThat(application.xero().projects().named(fields.get("projectNumber") + " - True name"))
                .hasSize(1);
    }

    private void change(String exportId, String variable) {
        HttpAnswer changed = admin.put(
                "/engine-rest/process-instance/%s/variables/%s".formatted(exportId, variable),
                Map.of("value", "Mallory", "type", "String"));
        assertThat(changed.status()).as(changed.body()).isEqualTo(204);
    }

    @Test
    void approvers_cannot_change_what_another_approver_will_see() {
        String exportId = projects.submit(TEAM, "Seen by all");
        String task = projects.task(exportId);

        for (String scope : List.of("variables", "localVariables")) {
            HttpAnswer changed = approver.put(
                    "/engine-rest/task/%s/%s/xeroPreview".formatted(task, scope), Map.of("value", "A lie"));
            assertThat(changed.status()).as(scope).isEqualTo(403);
        }
    }

    @Test
    void variables_build_no_objects_of_the_callers_choice() {
        Map<String, Object> variables = EngineVariables.each(SubmittedProjects.fields("Gadget"));
        variables.put(
                "city",
                Map.of(
                        "type", "Object",
                        "value", "\"anything\"",
                        "valueInfo",
                                Map.of(
                                        "objectTypeName",
                                        Gadget.class.getName(),
                                        "serializationDataFormat",
                                        "application/json")));

        HttpAnswer started = team.post(
                "/engine-rest/process-definition/key/project-export/submit-form", Map.of("variables", variables));

        assertThat(Gadget.built).isFalse();
        assertThat(started.status()).as(started.body()).isBetween(400, 499);
        assertThat(team.get("/api/projects?search=Gadget").json().path("total").asInt())
                .isZero();
    }

    private void assertNothingIsExported(String exportId, String status) {
        JsonNode project = projects.seenByAdmin(exportId).json();
        assertThat(project.path("status").asText()).isEqualTo(status);
        assertThat(application.xero().projects().all())
                .noneMatch(job ->
                        job.name().startsWith(project.path("projectNumber").asText() + " "));
    }

    private static List<String> taskIds(LoggedInClient client, String exportId) {
        return client.get("/engine-rest/task?processInstanceId=" + exportId)
                .json()
                .findValuesAsText("id");
    }

    private JobQuery jobs(String exportId) {
        return application.engine().getManagementService().createJobQuery().processInstanceId(exportId);
    }

    private void join(String group) {
        IdentityService identities = application.engine().getIdentityService();
        if (identities.createGroupQuery().groupId(group).groupMember(APPROVER).count() == 0) {
            identities.createMembership(APPROVER, group);
        }
    }

    /** Stands for the classes of any library that do harm when they are built from a text. */
    public static final class Gadget {

        static volatile boolean built;

        public Gadget(String text) {
            built = true;
        }
    }
}
