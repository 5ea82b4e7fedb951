package io.projectexport.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What this product adds to Tasklist, as approvers see it in their browser. */
class TasklistInBrowserTest extends BrowserTest {

    private String team;
    private String approver;

    TasklistInBrowserTest(RunningApplication application) {
        super(application);
    }

    @BeforeEach
    void people() {
        team = application.user("team-" + UUID.randomUUID(), "portfolio");
        approver = newApprover();
    }

    @Test
    void list_tells_whose_project_waits_since_when() {
        Map<String, Object> fields = SubmittedProjects.fields("Seen in the list");
        String exportId = projects.submit(team, fields);

        Locator card = tasklist(exportId).locator(".tasks-list .task-card-details");

        assertThat(card).hasCount(1);
        assertThat(card).containsText(fields.get("projectNumber").toString());
        assertThat(card).containsText("Seen in the list");
        assertThat(card).containsText("Harbour Council");
        assertThat(card).containsText(team);
        assertThat(card).containsText(Pattern.compile("Waiting since:\\s+\\d{1,2} \\w{3} \\d{4}, \\d\\d:\\d\\d"));
    }

    @Test
    void jobs_page_is_one_click_away() {
        Page page = tasklist(projects.submit(team, "Beside the Jobs page"));

        Locator jobs = page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName("Jobs").setExact(true));

        assertThat(jobs).hasAttribute("href", application.url() + "/jobs");
    }

    @Test
    void page_of_a_project_leads_to_its_task_among_those_of_its_kind() {
        String exportId = projects.submit(team, "Opened from its page");
        Page page = tasklist(exportId);
        page.navigate(application.url() + "/jobs/" + exportId);

        page.getByText("Open in Tasklist").click();

        assertThat(page.locator(".task-filter.active")).containsText("Ready to Export");
        assertThat(page.locator(".tasks-list .task.active")).containsText("Opened from its page");
        assertThat(page.getByLabel("Project name")).hasValue("Opened from its page");
    }

    @Test
    void form_links_to_the_page_of_its_project() {
        String exportId = projects.submit(team, "With a page");
        Page page = tasklist(exportId);

        page.locator(".tasks-list .task a").first().click();

        Locator link = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open this project's page"));
        assertThat(link).hasJSProperty("href", application.url() + "/jobs/" + exportId);
        assertThat(link).hasAttribute("target", "_blank");
    }

    @Test
    void second_review_shows_why_the_first_one_rejected() {
        String exportId = projects.submit(team, "Better now");
        decide(approver, exportId, "reject", Map.of("comment", "Too <b>dear</b>."));
        decide(team, exportId, "resubmit", Map.of());
        Page page = tasklist(exportId);

        page.locator(".tasks-list .task a").first().click();

        Locator steps = page.locator(".fjs-table tbody tr");
        assertThat(steps).hasCount(3);
        assertThat(steps.first()).containsText("Submitted");
        assertThat(steps.nth(1)).containsText("Rejected");
        assertThat(steps.nth(1)).containsText(approver);
        assertThat(steps.nth(1)).containsText("Too <b>dear</b>.");
        assertThat(steps.last()).containsText("Resubmitted");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/tasklist-second-review.png")));
    }

    @Test
    void rejecting_asks_for_a_reason_and_tells_it_to_the_project_team() {
        String exportId = projects.submit(team, "Decided in Tasklist");
        Page page = review(exportId);
        assertThat(page.getByLabel("Why is it rejected?")).hasCount(0);

        page.getByLabel("Reject", new Page.GetByLabelOptions().setExact(true)).check();
        assertThat(page.getByLabel("Why is it rejected?")).isVisible();
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/tasklist-review.png")));
        // key by key, because the form loses what is filled in at once while it draws itself anew
        page.getByLabel("Why is it rejected?").pressSequentially("The estimate is missing.");
        assertThat(page.getByLabel("Why is it rejected?")).hasValue("The estimate is missing.");
        button(page, "Complete").click();

        projects.awaitStatus(exportId, "REJECTED");
        org.assertj.core.api.Assertions.assertThat(
                        projects.seenByAdmin(exportId).body())
                .contains("The estimate is missing.");
    }

    @Test
    void who_rejects_without_a_reason_is_asked_for_it_and_may_accept_instead() {
        String exportId = projects.submit(team, "Thought better of");
        Page page = review(exportId);
        page.getByLabel("Reject", new Page.GetByLabelOptions().setExact(true)).check();
        assertThat(page.getByLabel("Why is it rejected?")).isVisible();
        button(page, "Complete").click();
        assertThat(page.locator(".fjs-form-field-error")).isVisible();
        assertThat(page.getByText("Fill in what is marked in the form.")).isVisible();

        page.getByLabel("Accept", new Page.GetByLabelOptions().setExact(true)).check();

        assertThat(page.getByText("Fill in what is marked in the form.")).hasCount(0);
        button(page, "Complete").click();
        projects.awaitStatus(exportId, "SYNCED");
    }

    @Test
    void form_whose_completion_camunda_would_refuse_without_a_word_says_what_it_wants_and_then_completes() {
        String exportId = projects.submit(team, "Says what it wants");
        Page page = review(exportId);
        page.getByLabel("Reject", new Page.GetByLabelOptions().setExact(true)).check();
        page.getByLabel("Why is it rejected?").pressSequentially("x");
        page.getByLabel("Why is it rejected?").press("Backspace");

        assertThat(button(page, "Complete")).isEnabled();
        button(page, "Complete").click();
        assertThat(page.getByText("Fill in what is marked in the form.")).isVisible();
        assertThat(button(page, "Complete")).isEnabled();
        page.getByLabel("Why is it rejected?").pressSequentially("Too dear.");
        assertThat(page.getByText("Fill in what is marked in the form.")).hasCount(0);
        button(page, "Complete").click();

        projects.awaitStatus(exportId, "REJECTED");
    }

    @Test
    void review_shows_the_same_preview_as_the_page_of_the_project() {
        String exportId = projects.submit(team, "The same everywhere");

        Page page = review(exportId);

        assertThat(page.getByLabel("What will be created in Xero"))
                .hasValue(projects.seenByAdmin(exportId).text("xeroPreview"));
    }

    @Test
    void accepting_shows_what_will_be_created_and_creates_it() {
        String exportId = projects.submit(team, "Accepted in Tasklist");
        Page page = review(exportId);
        assertThat(page.getByLabel("What will be created in Xero"))
                .hasValue(Pattern.compile(".*Accepted in Tasklist.*", Pattern.DOTALL));

        page.getByLabel("Accept", new Page.GetByLabelOptions().setExact(true)).check();
        button(page, "Complete").click();

        projects.awaitStatus(exportId, "SYNCED");
    }

    @Test
    void review_shows_values_as_text_and_nothing_that_has_no_use_here() {
        Page page = review(projects.submit(team, "Calm in Tasklist"));

        assertThat(page.getByLabel("Project name")).hasCSS("background-color", "rgba(0, 0, 0, 0)");
        assertThat(page.getByLabel("What will be created in Xero")).hasCSS("border-top-color", "rgba(0, 0, 0, 0)");
        assertThat(page.locator(".create-task-action")).isHidden();
        assertThat(page.locator(".task .priority")).isHidden();
        assertThat(page.getByText("Set due date")).isHidden();
        assertThat(page.getByText("Set follow-up date")).isHidden();
        assertThat(page.getByText("Start process")).isHidden();
        assertThat(page.getByText("Add Comment")).hasCount(0);
        assertThat(page.locator(".nav-tabs a")).hasText(new String[] {"Form", "Diagram", "Description"});
    }

    @Test
    void labels_of_the_list_are_whole_on_a_small_screen() {
        Page page = tasklist(projects.submit(team, "On a small screen"));
        page.setViewportSize(1024, 900);

        Locator label =
                page.locator(".tasks-list .variable-label", new Page.LocatorOptions().setHasText("Waiting since"));

        assertThat(label).isVisible();
        org.assertj.core.api.Assertions.assertThat(
                        label.evaluate("label => label.scrollWidth <= label.parentElement.clientWidth"))
                .isEqualTo(true);
        assertThat(label).hasCSS("white-space", "normal");
    }

    /** The form of the project's review, claimed. */
    private Page review(String exportId) {
        Page page = tasklist(exportId);
        page.locator(".tasks-list .task a").first().click();
        page.getByText("Claim", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(button(page, "Complete")).isEnabled();
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private void decide(String userId, String exportId, String action, Map<String, ?> body) {
        HttpAnswer answer = application.as(userId).post("/api/projects/%s/%s".formatted(exportId, action), body);
        org.assertj.core.api.Assertions.assertThat(answer.status())
                .as(answer.body())
                .isEqualTo(200);
    }

    /** Tasklist with the task of this project alone in its list. */
    private Page tasklist(String exportId) {
        String search = "[{\"type\":\"processInstanceBusinessKey\",\"operator\":\"eq\",\"value\":\"%s\",\"name\":\"\"}]"
                .formatted(exportId);
        Page page = open("/login", approver);
        assertThat(page.locator("h1")).hasText("ERP Integrations");
        page.navigate(application.url() + "/camunda/app/tasklist/default/#/?searchQuery="
                + URLEncoder.encode(search, StandardCharsets.UTF_8));
        return page;
    }
}
