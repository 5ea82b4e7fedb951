package io.projectexport.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The usual reasons of rejections, as administrators keep them and approvers use them. */
class ReasonsInBrowserTest extends BrowserTest {

    private static final String PAGE = "/admin/reasons";

    ReasonsInBrowserTest(RunningApplication application) {
        super(application);
    }

    @AfterEach
    void nothing_is_kept() {
        application
                .database()
                .sql("update standard_reasons set reasons = '[]', version = version + 1")
                .update();
    }

    @Test
    void administrator_keeps_a_list_by_keyboard_and_approvers_reject_with_it() {
        Page page = open("/jobs", RunningApplication.ADMIN);
        page.getByText("Administration", new Page.GetByTextOptions().setExact(true))
                .press("Enter");
        page.getByRole(AriaRole.NAVIGATION)
                .getByText("Usual reasons", new Locator.GetByTextOptions().setExact(true))
                .press("Enter");
        assertThat(page.locator("main")).containsText("There are none yet");
        add(page, "Enter the estimate.");
        add(page, "Name the client as in Xero.");
        page.getByLabel("Up: Reason 2").press("Enter");
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Moved.");
        page.getByLabel("Reason 2", new Page.GetByLabelOptions().setExact(true)).fill("Enter the estimate, please.");
        page.getByLabel("Save Reason 2").click();
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Saved.");
        page.getByLabel("Another reason").fill("enter THE estimate, please.");
        buttonOf(page, "Add").click();
        assertThat(page.getByLabel("Another reason")).hasAttribute("aria-invalid", "true");
        assertThat(page.getByRole(AriaRole.ALERT)).isFocused();

        String exportId = projects.submit(newSubmitter(), "Usual Bridge");
        Page approver = open("/jobs/" + exportId, newApprover());
        buttonOf(approver, "Reject").first().click();
        Locator usual = approver.getByLabel("A usual reason");
        Assertions.assertThat(usual.locator("option").allTextContents())
                .containsExactly("write one yourself", "Name the client as in Xero.", "Enter the estimate, please.");
        usual.selectOption("Enter the estimate, please.");
        approver.locator("dialog[open] button.danger").click();
        projects.awaitStatus(exportId, "REJECTED");
        Assertions.assertThat(projects.seenByAdmin(exportId).body()).contains("Enter the estimate, please.");
    }

    private void add(Page page, String reason) {
        page.getByLabel("Another reason").fill(reason);
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Added.");
        assertThat(page.getByLabel("Another reason")).hasValue("");
    }

    @Test
    void everything_works_without_scripts() {
        FormBrowser admin = browser(RunningApplication.ADMIN);
        post(admin, "add", Map.of("text", "Enter the estimate."));
        post(admin, "add", Map.of("text", "Name the client."));
        String approver = newApprover();
        FormBrowser browser = browser(approver);
        String one = projects.submit(newSubmitter(), "Scriptless Bridge");
        String other = projects.submit(newSubmitter(), "Scriptless Pier");

        Assertions.assertThat(browser.get("/jobs/" + one).body())
                .contains("name=\"standard\"", ">Name the client.</option>");
        browser.post(
                "/jobs/" + one,
                "/jobs/%s/reject".formatted(one),
                Map.of("standard", "Name the client.", "comment", "As in Xero."));
        HttpResponse<String> asked =
                browser.post("/jobs", "/jobs/decisions", Map.of("ask", "true", "mark." + other, "reject"));
        Assertions.assertThat(asked.body()).contains("name=\"standard." + other, ">Enter the estimate.</option>");
        browser.post(
                "/jobs",
                "/jobs/decisions",
                Map.of("mark." + other, "reject", "standard." + other, "Enter the estimate."));

        Assertions.assertThat(projects.seenByAdmin(one).body()).contains("Name the client.\\nAs in Xero.");
        Assertions.assertThat(projects.status(other)).isEqualTo("REJECTED");
        Assertions.assertThat(projects.seenByAdmin(other).body()).contains("\"comment\":\"Enter the estimate.\"");
    }

    @Test
    void nobody_else_comes_in_and_no_foreign_page_changes_it() {
        FormBrowser approver = browser(newApprover());
        Assertions.assertThat(approver.get(PAGE).statusCode()).isEqualTo(403);
        Assertions.assertThat(approver.post("/profile", PAGE, Map.of("action", "add", "text", "Mine"))
                        .statusCode())
                .isEqualTo(403);
        Assertions.assertThat(
                        new FormBrowser(application.url()).get(PAGE).headers().firstValue("Location"))
                .hasValueSatisfying(to -> Assertions.assertThat(to).endsWith("/login"));

        FormBrowser admin = browser(RunningApplication.ADMIN);
        Assertions.assertThat(admin.send(PAGE, Map.of("action", "add", "text", "Forged"))
                        .statusCode())
                .isEqualTo(403);
        Assertions.assertThat(reasons()).containsExactly("[]");
    }

    private List<String> reasons() {
        return application
                .database()
                .sql("select reasons from standard_reasons")
                .query(String.class)
                .list();
    }

    private void post(FormBrowser admin, String action, Map<String, String> fields) {
        String mark = admin.get(PAGE).body().replaceFirst("(?s).*name=\"mark\" value=\"([^\"]*)\".*", "$1");
        Map<String, String> form = new java.util.HashMap<>(fields);
        form.put("mark", mark);
        form.put("action", action);
        Assertions.assertThat(admin.post(PAGE, PAGE, form).statusCode()).isEqualTo(302);
    }

    private FormBrowser browser(String userId) {
        FormBrowser session = new FormBrowser(application.url());
        session.logIn(userId, RunningApplication.PASSWORD);
        return session;
    }
}
