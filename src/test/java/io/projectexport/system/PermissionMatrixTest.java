package io.projectexport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.projectexport.sandbox.DemoSwitches;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every combination of groups through every interface with every action. What is refused must not have changed anything. */
@ExtendWith(SharedApplication.class)
@TestInstance(Lifecycle.PER_CLASS)
class PermissionMatrixTest {

    private static final String EVERYBODY = "io.projectexport.system.Member#all";
    private static final String TYPICAL = "io.projectexport.system.Member#representative";
    private static final String TEAM = "matrix-team";
    private static final String APPROVER = "matrix-approver";
    private static final String BOSS = "matrix-boss";

    private static final Map<String, Object> REASON = Map.of("comment", "Too dear.");
    private static final Map<String, Object> ACCEPT = EngineVariables.of(Map.of("decision", "accept"));
    private static final Map<String, Object> REJECT =
            EngineVariables.of(Map.of("decision", "reject", "comment", "Too dear."));
    private static final Map<String, Object> RETRY = EngineVariables.of(Map.of("resolution", "retry"));
    private static final Map<String, Object> GIVE_UP =
            EngineVariables.of(Map.of("resolution", "reject", "comment", "Too dear."));
    private static final Map<String, Object> WITHDRAW = EngineVariables.of(Map.of("correction", "withdraw"));
    private static final Map<String, Object> RESUBMIT = EngineVariables.of(Map.of("correction", "resubmit"));

    private final RunningApplication application;
    private final SubmittedProjects projects;

    private String ready;
    private String failed;
    private String retrieved;

    PermissionMatrixTest(RunningApplication application) {
        this.application = application;
        projects = new SubmittedProjects(application);
    }

    @BeforeAll
    void people() {
        application.user(TEAM, "portfolio");
        application.user(APPROVER, "erp-standard", "can-push-to-accounting");
        application.user(BOSS, "camunda-admin");
        Member.all()
                .forEach(
                        member -> application.user(member.userId(), member.userId() + "@example.com", member.groups()));
        letBossAssignTasks();
        ready = projects.submit(TEAM, "Ready");
        failed = failed();
        retrieved = projects.submit(TEAM, "Retrieved");
        application.as(TEAM).post(api(retrieved, "/retrieve"));
    }

    /** As every admin can. */
    private void letBossAssignTasks() {
        HttpAnswer granted = application
                .as(BOSS)
                .post(
                        "/engine-rest/authorization/create",
                        Map.of(
                                "type",
                                1,
                                "permissions",
                                List.of("ALL"),
                                "userId",
                                BOSS,
                                "resourceType",
                                7,
                                "resourceId",
                                "*"));
        assertThat(granted.status()).as(granted.body()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource(EVERYBODY)
    void review_tasks_are_seen_and_claimed_by_approvers_alone(Member member) {
        assertTaskIsOpenTo(member.decides(), application.as(member.userId()), member, ready);
        assertTaskIsOpenTo(member.decides(), application.as(member.userId()), member, failed);
    }

    @ParameterizedTest
    @MethodSource(EVERYBODY)
    void an_admin_can_assign_review_tasks_to_approvers_alone(Member member) {
        for (String exportId : List.of(ready, failed)) {
            LoggedInClient boss = application.as(BOSS);
            HttpAnswer assigned = boss.post(
                    "/engine-rest/task/%s/assignee".formatted(projects.task(exportId)),
                    Map.of("userId", member.userId()));
            assertAllowed(member.decides(), assigned);
            assertThat(assignee(exportId)).isEqualTo(member.decides() ? member.userId() : null);
            unassign(exportId);
        }
    }

    @ParameterizedTest
    @MethodSource(EVERYBODY)
    void approvers_alone_decide_about_a_project_that_is_ready(Member member) {
        LoggedInClient client = application.as(member.userId());
        if (member.decides()) {
            assertAllowed(true, client.post(api(ready(), "/accept")));
            assertAllowed(true, client.post(api(ready(), "/reject"), REASON));
            String bulk = ready();
            assertAllowed(true, client.post("/api/projects/accept", Map.of("exportIds", List.of(bulk))));
            assertThat(projects.status(bulk)).isNotEqualTo("READY_TO_EXPORT");
            assertAllowed(true, complete(client, ready(), ACCEPT));
            assertAllowed(true, submitForm(client, ready(), REJECT));
        } else {
            assertAllowed(false, client.post(api(ready, "/accept")));
            assertAllowed(false, client.post(api(ready, "/reject"), REASON));
            HttpAnswer bulk = client.post("/api/projects/accept", Map.of("exportIds", List.of(ready)));
            assertThat(bulk.json().at("/results/0/errors")).hasSize(1);
            assertAllowed(false, complete(client, ready, ACCEPT));
            assertAllowed(false, submitForm(client, ready, REJECT));
            assertThat(projects.status(ready)).isEqualTo("READY_TO_EXPORT");
        }
    }

    @ParameterizedTest
    @MethodSource(EVERYBODY)
    void approvers_alone_decide_about_a_failed_export(Member member) {
        LoggedInClient client = application.as(member.userId());
        if (member.decides()) {
            String exportId = failed();
            assertAllowed(true, client.post(api(exportId, "/retry")));
            projects.awaitStatus(exportId, "FAILED_TO_EXPORT");
            assertAllowed(true, submitForm(client, exportId, RETRY));
            projects.awaitStatus(exportId, "FAILED_TO_EXPORT");
            assertAllowed(true, complete(client, exportId, GIVE_UP));
        } else {
            assertAllowed(false, client.post(api(failed, "/retry")));
            assertAllowed(false, client.post(api(failed, "/reject"), REASON));
            assertAllowed(false, complete(client, failed, GIVE_UP));
            assertAllowed(false, submitForm(client, failed, RETRY));
            assertThat(projects.status(failed)).isEqualTo("FAILED_TO_EXPORT");
        }
    }

    @ParameterizedTest
    @MethodSource(EVERYBODY)
    void approvers_alone_ask_about_what_others_submitted_and_nothing_but_the_history_changes(Member member) {
        Map<String, Object> question = Map.of("comment", "Asked by " + member.userId());
        for (String exportId : List.of(ready, failed)) {
            String status = projects.status(exportId);

            assertAllowed(member.decides(), application.as(member.userId()).post(api(exportId, "/note"), question));

            assertThat(projects.status(exportId)).isEqualTo(status);
            assertThat(projects.seenByAdmin(exportId).body().contains("\"Asked by " + member.userId() + "\""))
                    .isEqualTo(member.decides());
        }
    }

    @ParameterizedTest
    @MethodSource(EVERYBODY)
    void nobody_takes_back_or_corrects_what_others_submitted(Member member) {
        LoggedInClient client = application.as(member.userId());

        assertAllowed(false, client.post(api(ready, "/retrieve")));
        assertAllowed(
                false,
                client.post(
                        "/engine-rest/message",
                        Map.of("messageName", "Project retrieved", "processInstanceId", ready)));
        assertAllowed(false, client.post(api(retrieved, "/resubmit"), Map.of()));
        assertAllowed(false, client.post(api(retrieved, "/withdraw")));
        assertTaskIsOpenTo(false, client, member, retrieved);
        assertAllowed(false, complete(client, retrieved, WITHDRAW));
        assertAllowed(false, submitForm(client, retrieved, RESUBMIT));

        assertThat(projects.status(ready)).isEqualTo("READY_TO_EXPORT");
        assertThat(projects.status(retrieved)).isEqualTo("RETRIEVED");
    }

    @ParameterizedTest
    @MethodSource(EVERYBODY)
    void project_teams_alone_submit_and_correct_their_own(Member member) {
        LoggedInClient client = application.as(member.userId());
        Map<String, Object> fields = SubmittedProjects.fields("Own of " + member.userId());
        Map<String, Object> variables = EngineVariables.of(SubmittedProjects.fields("Own of " + member.userId()));

        HttpAnswer byApi = client.post("/api/projects", fields);
        assertAllowed(member.submits(), byApi);
        assertAllowed(member.submits(), client.post(definition("/submit-form"), variables));
        assertAllowed(
                member.submits(),
                client.post(
                        definition("/start"),
                        EngineVariables.of(SubmittedProjects.fields("Own of " + member.userId()))));
        assertThat(submittedBy(member)).isEqualTo(member.submits() ? 3 : 0);

        if (member.submits()) {
            String own = byApi.text("exportId");
            assertAllowed(true, client.post(api(own, "/retrieve")));
            assertAllowed(true, submitForm(client, own, RESUBMIT));
            assertAllowed(true, client.post(api(own, "/retrieve")));
            assertAllowed(true, client.post(api(own, "/resubmit"), Map.of("city", "Napier")));
            assertAllowed(true, client.post(api(own, "/retrieve")));
            assertAllowed(true, complete(client, own, WITHDRAW));
            assertThat(projects.status(own)).isEqualTo("WITHDRAWN");
        }
    }

    @ParameterizedTest
    @MethodSource(EVERYBODY)
    void four_eyes_keep_submitters_from_deciding_about_their_own(Member member) {
        assumeTrue(member.submits() && member.decides());
        LoggedInClient client = application.as(member.userId());
        String own = projects.submit(member.userId(), "Own");
        Map<String, Object> fields = SubmittedProjects.fields("Created");
        fields.put("creatorEmail", member.userId() + "@example.com");
        String created = projects.submit(TEAM, fields);

        for (String exportId : List.of(own, created)) {
            assertAllowed(false, client.post(api(exportId, "/accept")));
            assertAllowed(false, client.post(api(exportId, "/reject"), REASON));
            assertAllowed(false, claim(client, exportId, member.userId()));
            assertAllowed(false, complete(client, exportId, ACCEPT));
            assertThat(projects.status(exportId)).isEqualTo("READY_TO_EXPORT");
        }
    }

    @ParameterizedTest
    @MethodSource(EVERYBODY)
    void project_teams_read_their_own_and_the_others_all_or_nothing(Member member) {
        LoggedInClient client = application.as(member.userId());

        for (String exportId : List.of(ready, failed, retrieved)) {
            assertAllowed(member.readsAll(), client.get(api(exportId, "")));
            assertAllowed(member.readsAll(), client.get(api(exportId, "/history.csv")));
        }
        HttpAnswer list = client.get("/api/projects?search=Retrieved");
        assertAllowed(member.readsAll() || member.submits(), list);
        if (list.isOk()) {
            assertThat(list.body().contains(retrieved)).isEqualTo(member.readsAll());
        }
    }

    @ParameterizedTest
    @MethodSource(TYPICAL)
    void administrators_alone_see_and_change_people(Member member) {
        String victim = application.user("victim-" + UUID.randomUUID(), "erp-standard");
        FormBrowser browser = new FormBrowser(application.url());
        browser.logIn(member.userId(), RunningApplication.PASSWORD);
        boolean administers = member.groups().contains("camunda-admin");
        String page = "/people/person?login=" + victim;

        Stream.of("/people", "/people/people.csv", "/people/new", page)
                .forEach(path ->
                        assertThat(browser.get(path).statusCode()).as(path).isEqualTo(administers ? 200 : 403));
        Map<String, Map<String, String>> changes = Map.of(
                "/people/person/rights",
                Map.of("login", victim, "seen.ERP_ACCESS", "yes", "ADMINISTER", "yes"),
                "/people/person/details",
                Map.of("login", victim, "firstName", "Changed", "email", "changed@example.com"),
                "/people/person/link",
                Map.of("login", victim),
                "/people/person/deactivate",
                Map.of("login", victim),
                "/people/person/activate",
                Map.of("login", victim),
                "/people/new",
                Map.of("userId", "new-" + victim, "firstName", "New", "email", "new@example.com"));
        changes.forEach((path, fields) -> assertThat(browser.post(administers ? page : "/profile", path, fields)
                        .statusCode())
                .as(path)
                .isIn(administers ? List.of(302, 409) : List.of(403)));
        assertThat(application
                        .database()
                        .sql("select coalesce(FIRST_, 'unchanged') from ACT_ID_USER where ID_ = ?")
                        .param(victim)
                        .query(String.class)
                        .single())
                .isEqualTo(administers ? "Changed" : "unchanged");
    }

    /** Whoever may read everything in the API may do so here as well, but need not. */
    @ParameterizedTest
    @MethodSource(EVERYBODY)
    void the_engines_own_data_tell_nothing_about_the_projects_of_others(Member member) {
        assumeFalse(member.readsAll());
        LoggedInClient client = application.as(member.userId());
        Stream.of(
                        "/process-instance?processInstanceIds=" + ready,
                        "/execution?processInstanceId=" + ready,
                        "/variable-instance?processInstanceIdIn=" + ready,
                        "/task?processInstanceId=" + ready,
                        "/task?processInstanceId=" + retrieved,
                        "/job?processInstanceId=" + ready,
                        "/incident?processInstanceId=" + ready,
                        "/event-subscription?processInstanceId=" + ready,
                        "/history/process-instance?processInstanceId=" + ready,
                        "/history/activity-instance?processInstanceId=" + ready,
                        "/history/variable-instance?processInstanceId=" + ready,
                        "/history/task?processInstanceId=" + ready,
                        "/history/detail?processInstanceId=" + ready,
                        "/history/user-operation?processInstanceId=" + ready)
                .forEach(path -> {
                    HttpAnswer answer = client.get(client.engine(path));
                    assertThat(answer.isOk() ? answer.body() : "[]").as(path).isEqualTo("[]");
                });
        Stream.of(
                        "/process-instance/" + ready,
                        "/process-instance/%s/variables".formatted(ready),
                        "/task/" + projects.task(ready),
                        "/task/%s/variables".formatted(projects.task(retrieved)),
                        "/task/%s/form-variables".formatted(projects.task(ready)),
                        "/history/process-instance/" + ready)
                .forEach(path -> assertAllowed(false, client.get(client.engine(path))));
    }

    @ParameterizedTest
    @MethodSource(TYPICAL)
    void the_same_holds_in_camundas_web_applications(Member member) {
        LoggedInClient browser = application.inBrowser(member.userId());

        assertTaskIsOpenTo(member.decides(), browser, member, ready);
        assertTaskIsOpenTo(false, browser, member, retrieved);
        assertAllowed(
                member.submits(),
                browser.post(
                        browser.engine("/process-definition/key/project-export/submit-form"),
                        EngineVariables.of(SubmittedProjects.fields("In Tasklist"))));
        assertAllowed(false, submitForm(browser, retrieved, WITHDRAW));
        String exportId = member.decides() ? ready() : ready;
        assertAllowed(member.decides(), submitForm(browser, exportId, ACCEPT));
        assertThat(projects.status(exportId).equals("READY_TO_EXPORT")).isEqualTo(!member.decides());
    }

    private void assertTaskIsOpenTo(boolean open, LoggedInClient client, Member member, String exportId) {
        assertThat(client.get(client.engine("/task?processInstanceId=" + exportId))
                        .json())
                .hasSize(open ? 1 : 0);
        assertAllowed(open, client.get(client.engine("/task/" + projects.task(exportId))));
        assertAllowed(open, claim(client, exportId, member.userId()));
        assertThat(assignee(exportId)).isEqualTo(open ? member.userId() : null);
        unassign(exportId);
    }

    private static void assertAllowed(boolean allowed, HttpAnswer answer) {
        if (allowed) {
            assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
        } else {
            assertThat(answer.status()).as(answer.body()).isIn(403, 404);
        }
    }

    private HttpAnswer claim(LoggedInClient client, String exportId, String userId) {
        return client.post(
                client.engine("/task/%s/claim".formatted(projects.task(exportId))), Map.of("userId", userId));
    }

    private HttpAnswer complete(LoggedInClient client, String exportId, Map<String, Object> variables) {
        return client.post(client.engine("/task/%s/complete".formatted(projects.task(exportId))), variables);
    }

    private HttpAnswer submitForm(LoggedInClient client, String exportId, Map<String, Object> variables) {
        return client.post(client.engine("/task/%s/submit-form".formatted(projects.task(exportId))), variables);
    }

    private static String api(String exportId, String action) {
        return "/api/projects/" + exportId + action;
    }

    private static String definition(String action) {
        return "/engine-rest/process-definition/key/project-export" + action;
    }

    private String ready() {
        return projects.submit(TEAM, "Ready");
    }

    private String failed() {
        String exportId = projects.submit(TEAM, "Failed " + DemoSwitches.REFUSED_MARK);
        application.as(APPROVER).post(api(exportId, "/accept"));
        projects.awaitStatus(exportId, "FAILED_TO_EXPORT");
        return exportId;
    }

    private int submittedBy(Member member) {
        JsonNode found = application
                .as(RunningApplication.ADMIN)
                .get("/api/projects?search=Own+of+" + member.userId())
                .json();
        return (int) Stream.of(found.path("items"))
                .flatMap(items -> items.findValues("submitter").stream())
                .filter(submitter -> submitter.asText().equals(member.userId()))
                .count();
    }

    private String assignee(String exportId) {
        return task(exportId).getAssignee();
    }

    private void unassign(String exportId) {
        application.engine().getTaskService().setAssignee(task(exportId).getId(), null);
    }

    private Task task(String exportId) {
        return application
                .engine()
                .getTaskService()
                .createTaskQuery()
                .processInstanceId(exportId)
                .singleResult();
    }
}
