package io.projectexport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.projectexport.ProjectExportApplication;
import io.projectexport.local.CapturedMail;
import io.projectexport.local.LocalRun;
import io.projectexport.local.ShownMail;
import io.projectexport.sandbox.SandboxXero;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;

/** What somebody sees who tries the product on one machine. */
@ExtendWith(PreviousEngine.class)
class LocalRunTest {

    private static ConfigurableApplicationContext application;

    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(Redirect.ALWAYS).build();

    @BeforeAll
    static void start() throws IOException {
        application = LocalRun.start(
                "--server.port=0",
                "--local.xero-port=" + freePort(),
                "--local.mail-port=0",
                "--local.smtp-port=" + freePort(),
                // they are static, so that closing these would take them from the shared application
                "--camunda.bpm.webapp.enabled=false",
                "--spring.datasource.url=jdbc:h2:mem:local-run;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
                "--daily-summary.cron=0 0 0 29 2 *");
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }

    @AfterAll
    static void stop() {
        if (application != null) {
            application.close();
        }
    }

    @Test
    void it_is_what_the_command_of_the_readme_starts() throws IOException {
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("<spring-boot.run.main-class>%s<".formatted(LocalRun.class.getName()));
    }

    @Test
    void it_is_not_what_the_packaged_jar_starts() throws IOException {
        assertThat(Files.readString(Path.of("pom.xml")))
                .containsPattern("<id>repackage</id>\\s*<configuration>\\s*(<!--.*-->\\s*)?<mainClass>%s</mainClass>"
                        .formatted(ProjectExportApplication.class.getName()));
    }

    @Test
    void the_daily_summary_can_be_had_at_any_moment_and_stays_due_as_it_was() throws Exception {
        List<Date> due = dueSummaries();

        String page = sendSummary();

        assertThat(page).contains("2 people get a mail").contains(mail().url());
        await().atMost(Duration.ofSeconds(30)).until(() -> summaries().size() == 2);
        assertThat(summaries())
                .extracting(ShownMail::to)
                .containsExactlyInAnyOrder("anna@demo.example", "ben@demo.example");
        sendSummary();
        await().atMost(Duration.ofSeconds(30)).until(() -> summaries().size() == 4);
        assertThat(dueSummaries()).isEqualTo(due).hasSize(1);
    }

    @Test
    void the_switches_of_the_sandbox_fit_a_phone_and_keep_nobody_out() {
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.page();
            page.setViewportSize(375, 800);
            page.navigate(xero().url() + "/switches");
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(375);
            Chromium.assertAccessible(page, "sandbox-switches-phone");

            page.getByLabel("Switch on: Archived contacts").click();
            page.navigate(xero().url());

            PlaywrightAssertions.assertThat(page.getByText("Archived contacts: on"))
                    .isVisible();
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(375);
            page.getByText("Everything normal again").click();
            assertThat(xero().switches().isNormal()).isTrue();
        }
    }

    private String sendSummary() throws Exception {
        HttpRequest click = HttpRequest.newBuilder(URI.create(xero().url() + "/actions"))
                .POST(BodyPublishers.ofString("action=Send+the+daily+summary+now"))
                .build();
        return http.send(click, BodyHandlers.ofString()).body();
    }

    private static SandboxXero xero() {
        return application.getBean(SandboxXero.class);
    }

    private static CapturedMail mail() {
        return application.getBean(CapturedMail.class);
    }

    private static List<ShownMail> summaries() {
        return mail().mails().stream()
                .filter(mail -> mail.subject().equals("ERP Integrations Daily Summary"))
                .toList();
    }

    private static List<Date> dueSummaries() {
        return application
                .getBean(ManagementService.class)
                .createJobQuery()
                .processDefinitionKey("daily-summary")
                .timers()
                .list()
                .stream()
                .map(timer -> timer.getDuedate())
                .toList();
    }
}
