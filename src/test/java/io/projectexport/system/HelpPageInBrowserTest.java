package io.projectexport.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.projectexport.sandbox.DemoSwitches.Switch;
import io.projectexport.sandbox.SandboxProject;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The steps of the help page that people know from the product before, word by word: each finds what it names by role and name. */
class HelpPageInBrowserTest extends BrowserTest {

    private final String submitter = newSubmitter();
    private final String name = "Help Page " + UUID.randomUUID();
    private Page page;

    HelpPageInBrowserTest(RunningApplication application) {
        super(application);
    }

    @BeforeEach
    void navigate_to_the_companys_erp_integrations_tool() {
        page = open("/", newApprover());
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("ERP Integrations");
    }

    @AfterEach
    void xero_refuses_again() {
        application.xero().switches().set(Switch.REFUSE, true);
    }

    @Test
    void accept_a_project() {
        String exportId = projects.submit(submitter, name);
        clickTheJobsTab();
        clickUnderFilters("Ready to Export");
        Locator row = reviewTheEntryInTheProjectNameField(name);
        choose(row, "Accept");
        clickExport();

        projects.awaitStatus(exportId, "SYNCED");
        clickUnderFilters("Synced");
        assertThat(reviewTheEntryInTheProjectNameField(name)).containsText("Open in Xero");
        Assertions.assertThat(jobs()).hasSize(1);
    }

    @Test
    void reject_a_project_with_a_comment() {
        String exportId = projects.submit(submitter, name);
        clickTheJobsTab();
        clickUnderFilters("Ready to Export");
        choose(reviewTheEntryInTheProjectNameField(name), "Reject");
        clickExport();
        enterAComment("The estimate is missing.");

        projects.awaitStatus(exportId, "REJECTED");
        clickUnderFilters("Rejected");
        assertThat(reviewTheEntryInTheProjectNameField(name)).containsText("The estimate is missing.");
        Assertions.assertThat(jobs()).isEmpty();
    }

    @Test
    void retry_a_project_that_failed_to_export() {
        String exportId = failed();
        application.xero().switches().set(Switch.REFUSE, false);
        clickTheJobsTab();
        clickUnderFilters("Failed to Export");
        choose(reviewTheEntryInTheProjectNameField(name), "Retry");
        clickExport();

        projects.awaitStatus(exportId, "SYNCED");
        clickUnderFilters("Synced");
        assertThat(reviewTheEntryInTheProjectNameField(name)).isVisible();
        Assertions.assertThat(jobs()).hasSize(1);
    }

    @Test
    void reject_a_project_that_failed_to_export() {
        String exportId = failed();
        clickTheJobsTab();
        clickUnderFilters("Failed to Export");
        Locator row = reviewTheEntryInTheProjectNameField(name);
        assertThat(row).containsText("The name contains [refuse]");
        choose(row, "Reject");
        clickExport();
        enterAComment("Please choose another name.");

        projects.awaitStatus(exportId, "REJECTED");
        clickUnderFilters("Rejected");
        assertThat(reviewTheEntryInTheProjectNameField(name)).containsText("Please choose another name.");
    }

    private String failed() {
        String exportId = projects.submit(submitter, name + " [refuse]");
        application.as(newApprover()).post("/api/projects/%s/accept".formatted(exportId));
        projects.awaitStatus(exportId, "FAILED_TO_EXPORT");
        return exportId;
    }

    private void clickTheJobsTab() {
        page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("ERP Integrations"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Jobs"))
                .click();
    }

    private void clickUnderFilters(String filter) {
        Locator link = page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Filters"))
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(Pattern.compile("^%s \\d+$".formatted(filter))));
        link.click();
        assertThat(link).hasAttribute("aria-current", "page");
        // others left projects here, too, and a page of them has an end
        page.getByRole(AriaRole.SEARCHBOX).fill(name);
        assertThat(page.locator("tbody tr")).hasCount(1);
    }

    private Locator reviewTheEntryInTheProjectNameField(String entry) {
        assertThat(page.getByRole(
                        AriaRole.COLUMNHEADER,
                        new Page.GetByRoleOptions()
                                .setName(Pattern.compile("^Project Name", Pattern.CASE_INSENSITIVE))))
                .isVisible();
        Locator row = page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName(entry));
        assertThat(row.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(entry)))
                .isVisible();
        return row;
    }

    private static void choose(Locator row, String decision) {
        row.getByRole(
                        AriaRole.CHECKBOX,
                        new Locator.GetByRoleOptions().setName(decision).setExact(true))
                .check();
    }

    private void clickExport() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Export"))
                .click();
    }

    private void enterAComment(String comment) {
        page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.TEXTBOX).first().fill(comment);
        buttonOf(page, "Send my decisions").click();
    }

    private List<SandboxProject> jobs() {
        return application.xero().projects().all().stream()
                .filter(project -> project.name().contains(name))
                .toList();
    }
}
