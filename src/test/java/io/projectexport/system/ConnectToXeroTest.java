package io.projectexport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.projectexport.sandbox.SandboxXero;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** An administrator connects Xero, in an installation that has no custom connection. */
@ExtendWith(OutputCaptureExtension.class)
class ConnectToXeroTest {

    private static final String PAGE = "/xero/connect";
    private static final String ACCEPTED = "Xero accepts the connection.";
    private static final Pattern SECRET =
            Pattern.compile("(?:code|state|code_verifier|refresh_token|token)=([^&]{20,})");

    private static RunningApplication application;
    private final FormBrowser admin = new FormBrowser(application.url());

    @BeforeAll
    static void start() {
        application = RunningApplication.onNewDatabase(
                "xero.grant-type=authorization_code",
                "app.encryption-key=c2VjcmV0IG9mIHRoaXJ0eS10d28gYnl0ZXMgbG9uZy4=");
        application.registerEngine();
        application.user("team", "portfolio");
        application.user("approver", "erp-standard", "can-push-to-accounting");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @BeforeEach
    void log_in_and_start_without_connection() {
        admin.logIn(RunningApplication.ADMIN, RunningApplication.PASSWORD);
        if (admin.get(PAGE).body().contains("/xero/disconnect")) {
            admin.post(PAGE, "/xero/disconnect", Map.of());
        }
    }

    @Test
    void what_is_accepted_after_connecting_becomes_a_job_and_nothing_secret_is_logged(CapturedOutput output) {
        SubmittedProjects projects = new SubmittedProjects(application);
        String exportId = projects.submit("team", "Harbour Bridge");
        application.as("approver").post("/api/projects/" + exportId + "/accept");
        projects.awaitStatus(exportId, "FAILED_TO_EXPORT");
        assertThat(projects.seenByAdmin(exportId).body()).contains("Xero is not connected.", PAGE);

        HttpResponse<String> connected = admin.getAt(answer());
        assertThat(connected.statusCode()).isEqualTo(302);
        assertThat(admin.get(PAGE).body()).contains("Connected to", SandboxXero.ORGANISATION, "Connected by");
        application.as("approver").post("/api/projects/" + exportId + "/retry");

        projects.awaitStatus(exportId, "SYNCED");
        assertNothingSecretIn(output.getAll());
    }

    private void assertNothingSecretIn(String log) {
        application
                .xero()
                .requests(request -> !request.path().contains(".xro/"))
                .forEach(request -> {
                    Matcher secrets = SECRET.matcher(request.body() + "&" + request.query());
                    while (secrets.find()) {
                        assertThat(log).doesNotContain(secrets.group(1));
                    }
                });
        assertThat(log).doesNotContain("sandbox-secret");
    }

    @Test
    void a_callback_that_nobody_asked_for_is_refused() {
        URI forged = URI.create(application.url() + PAGE + "/callback?code=stolen&state=guessed");
        assertThat(admin.getAt(forged).statusCode()).isEqualTo(400);
        URI genuine = answer();

        HttpResponse<String> refused = admin.getAt(forged);
        FormBrowser otherBrowser = new FormBrowser(application.url());
        otherBrowser.logIn(RunningApplication.ADMIN, RunningApplication.PASSWORD);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("nothing was connected");
        assertThat(otherBrowser.getAt(genuine).statusCode()).isEqualTo(400);
        assertThat(admin.get(PAGE).body()).contains("Xero is not connected.");
        assertThat(admin.getAt(genuine).statusCode()).isEqualTo(302);
        assertThat(admin.getAt(genuine).statusCode())
                .as("an answer counts once")
                .isEqualTo(400);
    }

    @Test
    void page_tells_in_a_browser_how_the_connection_stands() {
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.page();
            page.navigate(application.url() + PAGE);
            Chromium.logIn(page, RunningApplication.ADMIN, RunningApplication.PASSWORD);
            PlaywrightAssertions.assertThat(page.getByText("Xero is not connected."))
                    .isVisible();
            Chromium.assertAccessible(page, "not-connected");

            admin.getAt(answer());
            page.reload();

            PlaywrightAssertions.assertThat(page.getByText("Connected to")).isVisible();
            Chromium.assertAccessible(page, "connected");
        }
    }

    @Test
    void somebody_who_does_not_consent_is_told_so() {
        String state = admin.parameter(begun(), "state");

        HttpResponse<String> denied =
                admin.getAt(URI.create(application.url() + PAGE + "/callback?error=access_denied&state=" + state));

        assertThat(denied.body()).contains("Xero did not give its consent");
    }

    @Test
    void disconnecting_takes_the_consent_back_at_xero() {
        admin.getAt(answer());
        assertThat(application.xero().tokens().consents().live()).isPositive();
        admin.post(PAGE, PAGE + "/check", Map.of());
        await().untilAsserted(() -> assertThat(admin.get(PAGE).body()).contains(ACCEPTED));

        admin.post(PAGE, "/xero/disconnect", Map.of());

        assertThat(application.xero().tokens().consents().live()).isZero();
        assertThat(admin.get(PAGE).body()).contains("Xero is not connected.").doesNotContain("Connected by", ACCEPTED);
    }

    @Test
    void nobody_but_administrators_gets_near() {
        FormBrowser approver = new FormBrowser(application.url());
        assertThat(approver.get(PAGE).headers().firstValue("Location").orElseThrow())
                .endsWith("/login");
        approver.logIn("approver", RunningApplication.PASSWORD);

        assertThat(approver.get(PAGE).statusCode()).isEqualTo(403);
        assertThat(approver.getAt(answer()).statusCode()).isEqualTo(403);
        assertThat(approver.post("/login", "/xero/disconnect", Map.of()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_node_without_connection_is_not_healthy_but_ready() {
        assertThat(admin.get("/actuator/health").statusCode()).isEqualTo(503);
        assertThat(admin.get("/actuator/health/readiness").statusCode()).isEqualTo(200);

        admin.getAt(answer());

        assertThat(admin.get("/actuator/health").statusCode()).isEqualTo(200);
    }

    @Test
    void a_change_without_the_token_of_the_page_is_refused() {
        assertThat(admin.send("/xero/disconnect", Map.of()).statusCode()).isEqualTo(403);
        assertThat(admin.send(PAGE, Map.of()).statusCode()).isEqualTo(403);
    }

    /** Where Xero asks for consent. */
    private URI begun() {
        HttpResponse<String> begun = admin.post(PAGE, PAGE, Map.of());
        assertThat(begun.statusCode()).isEqualTo(303);
        return URI.create(begun.headers().firstValue("Location").orElseThrow());
    }

    /** Where Xero sends the browser after the consent, at this application's real address. */
    private URI answer() {
        String back = admin.getAt(begun()).headers().firstValue("Location").orElseThrow();
        assertThat(back).startsWith("https://erp.example.com" + PAGE + "/callback?");
        return URI.create(back.replace("https://erp.example.com", application.url()));
    }
}
