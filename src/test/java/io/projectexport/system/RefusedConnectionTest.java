package io.projectexport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.projectexport.local.ShownMail;
import io.projectexport.sandbox.DemoSwitches.Switch;
import io.projectexport.sandbox.SandboxXero;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Xero refuses a custom connection, and accepts it again, in an installation of two nodes. */
@ExtendWith(PreviousEngine.class)
class RefusedConnectionTest {

    private static final String PAGE = "/xero/connect";

    private static EmbeddedPostgres postgres;

    @AutoClose
    private final SandboxXero xero = new SandboxXero(0);

    @BeforeAll
    static void database() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void cleanUp() throws IOException {
        postgres.close();
    }

    private RunningApplication node() {
        return new RunningApplication(
                postgres.getJdbcUrl("postgres", "postgres"),
                "daily-summary.cron=0 0 0 29 2 *",
                "camunda.bpm.webapp.enabled=false",
                "xero.api-url=" + xero.url(),
                "xero.token-url=" + xero.tokenUrl());
    }

    @Test
    void a_refused_connection_is_told_and_what_failed_meanwhile_goes_on_by_itself_once() {
        String left;
        try (RunningApplication first = node();
                RunningApplication second = node()) {
            first.user("team", "portfolio");
            first.user("approver", "erp-standard", "can-push-to-accounting");
            first.user("root", "camunda-admin");
            List<String> failed = failOnAll(first, 4);
            left = failed.get(3);
            approvedElsewhere(first, left);

            assertToldOnce(first, second);
            check(second);
            assertThat(mails(first, second)).hasSize(1);

            xero.switches().set(Switch.DISCONNECTED, false);
            check(second);
            failed.subList(0, 3).forEach(exportId -> assertGoesOnOnce(first, exportId));
            assertThat(new SubmittedProjects(first).status(left)).isEqualTo("FAILED_TO_EXPORT");
            await().until(() -> health(first, "") == 200);

            failed = failOnAll(first, 2);
            left = failed.get(0);
        }
        try (RunningApplication restarted = diedRightAfterItWorkedAgain()) {
            assertGoesOnOnce(restarted, left);
            assertThat(xero.projects().all()).hasSize(5);
        }
    }

    /** Accepted while Xero refuses the connection. */
    private List<String> failOnAll(RunningApplication node, int many) {
        xero.switches().set(Switch.DISCONNECTED, true);
        SubmittedProjects projects = new SubmittedProjects(node);
        List<String> failed = IntStream.range(0, many)
                .mapToObj(i -> projects.submit("team", "Harbour Bridge"))
                .toList();
        failed.forEach(exportId -> node.as("approver").post("/api/projects/" + exportId + "/accept"));
        failed.forEach(exportId -> projects.awaitStatus(exportId, "FAILED_TO_EXPORT"));
        return failed;
    }

    private static void approvedElsewhere(RunningApplication node, String exportId) {
        node.database()
                .sql("update project_export set approved_organisation = 'another' where id = cast(? as uuid)")
                .param(exportId)
                .update();
    }

    private static void assertToldOnce(RunningApplication first, RunningApplication second) {
        check(first);
        await().atMost(Duration.ofSeconds(30)).until(() -> !mails(first, second).isEmpty());
        assertThat(mails(first, second)).singleElement().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo("root@example.com");
            assertThat(mail.text()).contains("The organisation was disconnected", PAGE);
        });
        assertThat(health(second, "")).isEqualTo(503);
        assertThat(health(second, "/readiness")).isEqualTo(200);
        assertThat(admin(second).get(PAGE).body())
                .contains("The organisation was disconnected", "XERO_CLIENT_SECRET", "Check now")
                .doesNotContain("sandbox-secret", "/xero/disconnect");
    }

    private static List<ShownMail> mails(RunningApplication... nodes) {
        return Stream.of(nodes).flatMap(node -> node.mail().mails().stream()).toList();
    }

    /** As an administrator does on the page. */
    private static void check(RunningApplication node) {
        assertThat(admin(node).post(PAGE, PAGE + "/check", Map.of()).statusCode())
                .isEqualTo(302);
    }

    private static FormBrowser admin(RunningApplication node) {
        FormBrowser admin = new FormBrowser(node.url());
        admin.logIn(RunningApplication.ADMIN, RunningApplication.PASSWORD);
        return admin;
    }

    private static int health(RunningApplication node, String part) {
        return admin(node).get("/actuator/health" + part).statusCode();
    }

    private static void assertGoesOnOnce(RunningApplication node, String exportId) {
        SubmittedProjects projects = new SubmittedProjects(node);
        projects.awaitStatus(exportId, "SYNCED");
        assertThat(StreamSupport.stream(
                                projects.seenByAdmin(exportId)
                                        .json()
                                        .path("history")
                                        .spliterator(),
                                false)
                        .filter(step -> step.path("what").asText().equals("Retried")))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.path("who").asText()).isEqualTo("system");
                    assertThat(step.path("comment").asText()).isEqualTo("Xero accepts the connection again.");
                });
    }

    /** As if a call had worked before all nodes died, and nothing was retried yet. */
    private RunningApplication diedRightAfterItWorkedAgain() {
        xero.switches().set(Switch.DISCONNECTED, false);
        assertThat(JdbcClient.create(postgres.getPostgresDatabase())
                        .sql("update connection_break set phase = 'RECOVERING', changed_at = current_timestamp")
                        .update())
                .isEqualTo(1);
        return node();
    }
}
