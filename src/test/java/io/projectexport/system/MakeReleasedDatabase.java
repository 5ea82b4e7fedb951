package io.projectexport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.projectexport.sandbox.DemoSwitches;
import io.projectexport.sandbox.DemoSwitches.Switch;
import io.projectexport.sandbox.Fault;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.junit.jupiter.api.Test;

/**
 * Fills an empty database with what an installation of this release can hold, to be dumped for {@link ReleasedDatabaseTest} of later
 * releases; no part of {@code mvn verify}. The README beside the dumps has the commands.
 */
class MakeReleasedDatabase {

    private static final String CONNECT = "/xero/connect";

    private RunningApplication application;
    private SubmittedProjects projects;
    private LoggedInClient approver;
    private LoggedInClient team;

    @Test
    void fill() {
        application = new RunningApplication(
                System.getProperty("database"),
                "daily-summary.cron=0 0 0 29 2 *",
                "escalate-after-days=3",
                "xero.look-again-after=1h",
                "xero.grant-type=authorization_code",
                "app.encryption-key=" + "A".repeat(43) + "=");
        try (RunningApplication closed = application) {
            projects = new SubmittedProjects(closed);
            approver = closed.as("approver");
            team = closed.as("team");
            people();
            decidedAndDone();
            waitingForPeople();
            summary();
            underWay();
        }
    }

    private void people() {
        application.user("team", "portfolio");
        application.user("creator", "portfolio");
        application.user("approver", "erp-standard", "can-push-to-accounting");
        application.user("deputy", "erp-admin", "can-push-to-accounting");
        application.user("erik", "erp-admin");
        profile("team", Map.of("sync", "yes"));
        profile(
                "approver",
                Map.of(
                        "resubmission", "yes",
                        "dailySummary", "yes",
                        "deputy", "deputy",
                        "awayFrom", "2027-01-01",
                        "awayUntil", "2999-12-31"));
    }

    private void profile(String userId, Map<String, String> fields) {
        FormBrowser browser = new FormBrowser(application.url());
        browser.logIn(userId, RunningApplication.PASSWORD);
        assertThat(browser.post("/profile", "/profile", fields).statusCode()).isEqualTo(302);
    }

    private void decidedAndDone() {
        accept(submit("Not connected"), "FAILED_TO_EXPORT");
        connect();
        accept(submit("Synced"), "SYNCED");
        String corrected = submit("Synced in round 2");
        reject(corrected);
        act(team, corrected, "resubmit", Map.of("street", "2 Quay Street"));
        accept(corrected, "SYNCED");
        String withdrawn = submit("Withdrawn");
        act(team, withdrawn, "retrieve", Map.of());
        act(team, withdrawn, "withdraw", Map.of());
    }

    private void connect() {
        FormBrowser admin = new FormBrowser(application.url());
        admin.logIn(RunningApplication.ADMIN, RunningApplication.PASSWORD);
        URI consent = URI.create(location(admin.post(CONNECT, CONNECT, Map.of())));
        String back = location(admin.getAt(consent)).replace("https://erp.example.com", application.url());
        assertThat(admin.getAt(URI.create(back)).statusCode()).isEqualTo(302);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private void waitingForPeople() {
        submit("Waiting");
        String second = submit("Waiting in round 2");
        reject(second);
        act(team, second, "resubmit", Map.of());
        String overdue = submit("Overdue");
        runNow(jobs().processInstanceId(overdue).activityId("event_reviewOverdue"));
        await().until(() -> projects.seenByAdmin(overdue).body().contains("Escalated"));
        reject(submit("Rejected"));
        act(team, submit("Retrieved"), "retrieve", Map.of());
        accept(submit("Refused " + DemoSwitches.REFUSED_MARK), "FAILED_TO_EXPORT");
        Map<String, Object> made = SubmittedProjects.fields("Made by hand");
        application.xero().projects().add(made.get("projectNumber") + " - Made by hand");
        accept(projects.submit("team", made), "FAILED_TO_EXPORT");
    }

    private void summary() {
        runNow(jobs().processDefinitionKey("daily-summary").activityId("startEvent_onceADay"));
        await().until(() -> application
                        .database()
                        .sql("select count(*) from summary_claim")
                        .query(Integer.class)
                        .single()
                > 0);
    }

    /** What still has a job or a timer; the application is stopped before it could be done. */
    private void underWay() {
        application.xero().onName("Outcome unknown", Fault.dropAfterCreate());
        String unknown = submit("Outcome unknown");
        accept(unknown, "EXPORTING");
        await().until(() -> jobs().processInstanceId(unknown).timers().count() == 1);
        await().until(() ->
                jobs().noRetriesLeft().count() == 0 && jobs().executable().count() == 0);
        application.mailServerIsDown();
        reject(submit("Rejected, untold"));
        accept(submit("Synced, untold"), "SYNCED");
        await().until(() -> jobs().withException().count() >= 3);
        application.xero().switches().set(Switch.DOWN, true);
        String down = submit("Tried again");
        accept(down, "EXPORTING");
        await().until(() -> projects.seenByAdmin(down).text("waitingFor") != null);
    }

    private String submit(String name) {
        Map<String, Object> fields = SubmittedProjects.fields(name);
        fields.put("creatorEmail", "creator@example.com");
        return projects.submit("team", fields);
    }

    private void accept(String exportId, String leadsTo) {
        act(approver, exportId, "accept", Map.of("contactName", "Harbour Board"));
        projects.awaitStatus(exportId, leadsTo);
    }

    private void reject(String exportId) {
        act(approver, exportId, "reject", Map.of("comment", "The estimate is missing."));
    }

    private static void act(LoggedInClient person, String exportId, String action, Map<String, Object> body) {
        HttpAnswer answer = person.post("/api/projects/%s/%s".formatted(exportId, action), body);
        assertThat(answer.isOk()).as(answer.body()).isTrue();
    }

    private void runNow(JobQuery query) {
        Job job = await().until(query::singleResult, found -> found != null);
        management().setJobDuedate(job.getId(), new Date());
    }

    private JobQuery jobs() {
        return management().createJobQuery();
    }

    private ManagementService management() {
        return application.engine().getManagementService();
    }
}
