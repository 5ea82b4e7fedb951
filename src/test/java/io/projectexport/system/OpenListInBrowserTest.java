package io.projectexport.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** A list that an approver has open while others go on, and what it says of its rows before anything is decided. */
class OpenListInBrowserTest extends BrowserTest {

    private final String submitter = newSubmitter();
    private final String approver = newApprover();
    private final String colleague = newApprover();
    private final String search = "Open " + UUID.randomUUID();

    OpenListInBrowserTest(RunningApplication application) {
        super(application);
    }

    @Test
    void rows_that_others_settle_lose_their_marks_and_say_what_became_of_them() {
        String accepted = projects.submit(submitter, search + " A");
        String rejected = projects.submit(submitter, search + " B");
        String retrieved = projects.submit(submitter, search + " C");
        String left = projects.submit(submitter, search + " D");
        Page page = list();
        List<String> errors = errors(page);
        for (String exportId : List.of(accepted, rejected, left)) {
            row(page, exportId).getByLabel("Accept").check();
        }
        row(page, rejected).getByLabel("Reject").check();
        assertThat(page.locator(".deciding [data-marked]")).hasText("Accept 2 (NZD 25,001.00) and reject 1");

        ask(page);
        assertThat(page.locator(".settled")).hasCount(0);
        decide(accepted, "accept", Map.of());
        projects.awaitStatus(accepted, "SYNCED");
        decide(rejected, "reject", Map.of("comment", "Too high."));
        application.as(submitter).post("/api/projects/" + retrieved + "/retrieve");
        ask(page);

        assertThat(row(page, accepted).locator(".became"))
                .hasText(Pattern.compile("Accepted by %s, \\d\\d:\\d\\d".formatted(colleague)));
        assertThat(row(page, rejected).locator(".became")).containsText("Rejected by " + colleague);
        assertThat(row(page, retrieved).locator(".became")).hasText("Retrieved");
        assertThat(page.locator(".marks")).hasCount(1);
        assertThat(page.locator(".deciding [data-marked]")).hasText("Accept 1 (NZD 12,500.50)");
        assertThat(page.locator("[data-told]")).containsText("Accepted by " + colleague);
        assertThat(page.locator("[data-told]"))
                .hasText(Pattern.compile(
                        "^\\S+: Accepted .*, so it is no longer marked\\. \\S+: Rejected .*, so it is no"
                                + " longer marked\\. \\S+: Retrieved\\.$"));
        Chromium.assertAccessible(page, "jobs-settled");
        Assertions.assertThat(errors).isEmpty();
        buttonOf(page, "Export to Xero: accept 1").click();
        projects.awaitStatus(left, "SYNCED");
    }

    @Test
    void row_that_was_resubmitted_meanwhile_is_not_decided_as_it_was() {
        String exportId = projects.submit(submitter, search);
        Page page = list();
        row(page, exportId).getByLabel("Accept").check();

        decide(exportId, "reject", Map.of("comment", "The client is another one."));
        projects.awaitStatus(exportId, "REJECTED");
        application.as(submitter).post("/api/projects/" + exportId + "/resubmit", Map.of("client", "Harbour Trust"));
        projects.awaitStatus(exportId, "READY_TO_EXPORT");
        ask(page);

        assertThat(row(page, exportId).locator(".became"))
                .hasText(Pattern.compile("Resubmitted, \\d\\d:\\d\\d: look at it anew"));
        assertThat(page.locator("[data-sends]")).isHidden();
        assertThat(page.locator("[data-told]")).isVisible();
    }

    @Test
    void refresh_says_nothing_in_the_console_when_rows_have_come_or_gone() {
        projects.submit(submitter, search + " A");
        Page page = list();
        List<String> errors = errors(page);
        page.evaluate("document.querySelectorAll('[id^=open-]').forEach(mark => mark.remove())");

        ask(page);

        assertThat(page.locator("tbody tr")).hasCount(1);
        Assertions.assertThat(errors).isEmpty();
    }

    @Test
    void badges_and_the_dialog_say_what_looks_like_a_job_that_exists() {
        String first = projects.submit(submitter, named("1"));
        decide(first, "accept", Map.of());
        projects.awaitStatus(first, "SYNCED");
        String again = projects.submit(submitter, named("2"));
        String asked = projects.submit(submitter, search + " Other");
        application.as(colleague).post("/api/projects/" + asked + "/note", Map.of("comment", "Which budget is it?"));
        Page page = list();
        assertThat(row(page, again).locator(".badge")).hasText("Looks like %s 1, already in Xero".formatted(search));
        assertThat(row(page, asked).locator(".badge")).hasText("Question asked");
        page.setViewportSize(1280, 900);
        Assertions.assertThat(row(page, again).locator("td.name").evaluate("it => it.clientHeight < 45"))
                .isEqualTo(true);
        Chromium.assertAccessible(page, "jobs-badges");

        row(page, again).getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator("#look [data-badges]")).containsText("already in Xero");
        page.locator("#look").getByText("Close").click();
        row(page, again).getByLabel("Accept").check();
        row(page, asked).getByLabel("Accept").check();
        page.locator("[data-sends]").click();

        assertThat(page.locator("dialog[open]")).containsText("Accept 2 (NZD 25,001.00)");
        assertThat(page.locator("dialog[open]"))
                .containsText("1 of them looks like a job that Xero has already: %s 2.".formatted(search));
        application.as(submitter).post("/api/projects/" + asked + "/note", Map.of("comment", "The one of 2027."));
        page = list();
        assertThat(row(page, asked).locator(".badge")).hasText("Answered");
        page.setViewportSize(375, 800);
        Chromium.assertAccessible(page, "jobs-badges-phone");
    }

    @Test
    void list_of_a_phone_begins_with_one_row_of_filters_that_can_be_opened_and_stays_so() {
        projects.submit(submitter, search);
        Page page = list();
        Locator all = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^All \\d+$")));
        assertThat(all).isVisible();
        assertThat(page.locator("#filter-choice summary")).isHidden();
        page.getByText("My views").click();
        page.getByLabel("Save what is shown as").fill("Mine");
        buttonOf(page, "Save").click();
        assertThat(page.locator(".view")).isVisible();

        page.setViewportSize(375, 800);
        page.reload();
        assertThat(page.locator(".view")).isHidden();
        assertThat(all).isHidden();
        page.locator("#filter-choice summary").click();
        assertThat(all).isVisible();
        Assertions.assertThat(all.boundingBox().height).isGreaterThanOrEqualTo(44);
        ask(page);
        assertThat(all).isVisible();
        Chromium.assertAccessible(page, "jobs-filters-phone");
        page.setViewportSize(1280, 900);
        assertThat(page.locator(".view")).isVisible();
        assertThat(all).isVisible();
    }

    private Map<String, Object> named(String number) {
        Map<String, Object> fields = SubmittedProjects.fields("Twin of " + search);
        fields.put("projectNumber", search + " " + number);
        return fields;
    }

    private Page list() {
        return open("/jobs?status=READY_TO_EXPORT&search=" + search, approver);
    }

    /** What the list asks for by itself. */
    private static void ask(Page page) {
        page.waitForResponse(
                response -> response.url().contains("/jobs?"),
                () -> page.evaluate("htmx.trigger('#filters', 'fresh')"));
        page.waitForTimeout(200);
    }

    private static Locator row(Page page, String exportId) {
        return page.locator("#row-" + exportId);
    }

    private void decide(String exportId, String action, Map<String, Object> body) {
        application.as(colleague).post("/api/projects/%s/%s".formatted(exportId, action), body);
    }

    private static List<String> errors(Page page) {
        List<String> errors = new ArrayList<>();
        page.onPageError(errors::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text());
            }
        });
        return errors;
    }
}
