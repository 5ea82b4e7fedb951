package io.projectexport.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The page with figures, as process owners see it in their browser. */
class FiguresInBrowserTest extends BrowserTest {

    private static final int PHONE = 375;

    FiguresInBrowserTest(RunningApplication application) {
        super(application);
    }

    @Test
    void process_owners_find_how_approvers_decide_in_the_menu_also_on_a_phone() {
        String reason = "Not ours " + UUID.randomUUID();
        String exportId = projects.submit(newSubmitter(), "Counted");
        String approver = newApprover();
        application.as(approver).post("/api/projects/" + exportId + "/reject", Map.of("comment", reason));
        Page page = open("/jobs", application.user("owner-" + UUID.randomUUID(), "process-owners"));

        page.getByText("Figures", new Page.GetByTextOptions().setExact(true)).click();

        assertThat(page.locator("main")).containsText("Rejection rate");
        assertThat(page.locator("section", new Page.LocatorOptions().setHasText("By approver")))
                .containsText(approver);
        assertThat(page.locator("section", new Page.LocatorOptions().setHasText("Versions of the model")))
                .containsText("Running projects");
        Chromium.assertAccessible(page, "figures");
        page.setViewportSize(PHONE, 800);
        Chromium.assertAccessible(page, "figures-phone");
        Assertions.assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(PHONE);
    }

    @Test
    void page_of_a_project_leads_process_owners_to_its_version_of_the_model_in_cockpit() {
        String exportId = projects.submit(newSubmitter(), "Of this version");
        Page page = open("/jobs/" + exportId, application.user("owner-" + UUID.randomUUID(), "process-owners"));

        page.getByText(Pattern.compile("^\\d+ \\(tag .+, deployed \\d.*\\)$")).click();

        assertThat(page.locator("[data-element-id='userTask_reviewProject']").first())
                .isVisible();
        assertThat(page).hasURL(Pattern.compile(".*#/process-definition/project-export:\\d+:.*"));
    }
}
