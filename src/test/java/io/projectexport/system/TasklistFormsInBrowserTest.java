package io.projectexport.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What project teams enter in Tasklist's forms is what is stored, wherever they sit and however they write amounts. */
class TasklistFormsInBrowserTest extends BrowserTest {

    private static final double A_WHILE = 3000;

    private String team;

    TasklistFormsInBrowserTest(RunningApplication application) {
        super(application);
    }

    @BeforeEach
    void people() {
        team = newSubmitter();
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/Los_Angeles", "America/New_York", "UTC", "Europe/Berlin", "Pacific/Auckland"})
    void correction_keeps_deadline_and_estimate_however_long_its_form_is_looked_at(String timeZone) {
        String exportId = retrieved("Looked at");
        Page page = correction(exportId, timeZone);
        assertThat(page.getByLabel("Deadline")).hasValue("2027-03-31");
        page.waitForTimeout(A_WHILE);
        assertThat(page.getByLabel("Deadline")).hasValue("2027-03-31");

        claim(page);
        page.waitForTimeout(A_WHILE);
        complete(page);

        projects.awaitStatus(exportId, "READY_TO_EXPORT");
        assertStored(exportId, "2027-03-31", "12500.50");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"America/Los_Angeles|$1,250,000.00", "Pacific/Auckland|1 250 000"})
    void submission_takes_the_deadline_and_the_amount_as_they_are_typed(String timeZone, String estimate) {
        Map<String, Object> fields = SubmittedProjects.fields("Typed");
        Page page = start(timeZone);
        type(page, "Project number", fields.get("projectNumber").toString());
        type(page, "Project name", "Typed");
        type(page, "Estimate", estimate);
        type(page, "Deadline", "2027-03-31");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/tasklist-submission.png")));

        page.locator(".modal-footer")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Start"))
                .click();

        assertStored(await().until(() -> submitted(fields), found -> found != null), "2027-03-31", "1250000.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,250,000.00", "1\u00a0250\u00a0000", "1\u2009250\u2009000.00"})
    void correction_takes_an_amount_as_pages_print_it(String estimate) {
        String exportId = retrieved("Pasted");
        Page page = correction(exportId, "America/New_York");
        claim(page);

        type(page, "Estimate", estimate);
        complete(page);

        projects.awaitStatus(exportId, "READY_TO_EXPORT");
        assertStored(exportId, "2027-03-31", "1250000.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,250", "1.23E+06", "\u20ac 1,250"})
    void amount_that_could_be_another_is_refused_in_words_and_changes_nothing(String estimate) {
        String exportId = retrieved("In doubt");
        Page page = correction(exportId, "UTC");
        claim(page);

        type(page, "Estimate", estimate);
        complete(page);

        assertThat(page.getByText("Estimate must be an amount")).isVisible();
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/tasklist-doubt.png")));
        Assertions.assertThat(projects.status(exportId)).isEqualTo("RETRIEVED");
        assertStored(exportId, "2027-03-31", "12500.50");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Deadline|31/03/2027|Deadline must be a date written as year-month-day, as 2027-03-31.",
                "Deadline|2027-13-31|Deadline must be a date written as year-month-day, as 2027-03-31.",
                "Estimate|1,250|Estimate must be an amount that can be understood in one way only, as 12500, or with its cents 12,500.00.",
                "Estimate|about 5|Estimate must be an amount that can be understood in one way only, as 12500, or with its cents 12,500.00.",
                "Creator's e-mail|anna.@example.com|Creator's e-mail address must be an e-mail address, as anna@example.com.",
                "Creator's e-mail|anna@my_company.com|Creator's e-mail address must be an e-mail address, as anna@example.com.",
            })
    void what_is_not_understood_is_refused_in_words_beside_its_field(String field, String typed, String words) {
        Page page = correction(retrieved("Beside"), "America/New_York");
        claim(page);

        type(page, field, typed);
        page.getByLabel("Project name").focus();

        assertThat(page.locator(".fjs-form-field-error")).hasText(words);
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/tasklist-beside.png")));
        type(page, field, "x".repeat(300));
        page.getByLabel("Project name").focus();
        assertThat(page.locator(".fjs-form-field-error li").first()).not().containsText("(?!)");
    }

    /** Taken back by the team, to be corrected. */
    private String retrieved(String name) {
        String exportId = projects.submit(team, name);
        HttpAnswer answer = application.as(team).post("/api/projects/%s/retrieve".formatted(exportId), Map.of());
        Assertions.assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return exportId;
    }

    /** The form of the project's correction, not yet claimed. */
    private Page correction(String exportId, String timeZone) {
        String search = "[{\"type\":\"processInstanceBusinessKey\",\"operator\":\"eq\",\"value\":\"%s\",\"name\":\"\"}]"
                .formatted(exportId);
        Page page = tasklist(timeZone, "?searchQuery=" + URLEncoder.encode(search, StandardCharsets.UTF_8));
        page.locator(".tasks-list .task a").first().click();
        return page;
    }

    /** The form that submits a project. */
    private Page start(String timeZone) {
        Page page = tasklist(timeZone, "");
        page.locator(".start-process-action").click();
        page.locator(".modal-body").getByText("Project export").click();
        return page;
    }

    private Page tasklist(String timeZone, String query) {
        Page page = openIn(timeZone, "/login", team);
        assertThat(page.locator("h1")).hasText("ERP Integrations");
        page.navigate(application.url() + "/camunda/app/tasklist/default/#/" + query);
        return page;
    }

    private static void claim(Page page) {
        page.getByText("Claim", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(button(page, "Complete")).isEnabled();
    }

    private static void complete(Page page) {
        button(page, "Complete").click();
    }

    /** Key by key, because the form loses what is filled in at once while it draws itself anew. */
    private static void type(Page page, String label, String value) {
        Locator field = page.getByLabel(label);
        field.fill("");
        field.pressSequentially(value);
        assertThat(field).hasValue(value);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private String submitted(Map<String, Object> fields) {
        HttpAnswer found =
                application.as(RunningApplication.ADMIN).get("/api/projects?search=" + fields.get("projectNumber"));
        return found.json().at("/items/0/exportId").textValue();
    }

    private void assertStored(String exportId, String deadline, String estimate) {
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            HttpAnswer project = projects.seenByAdmin(exportId);
            Assertions.assertThat(project.text("deadline")).isEqualTo(deadline);
            Assertions.assertThat(project.json().path("estimateAmount").decimalValue())
                    .isEqualByComparingTo(estimate);
        });
    }
}
