package io.projectexport.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.projectexport.sandbox.SandboxProject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Approvers link a project to a job that Xero has already, before anything fails: by the API, on the page and in Tasklist. */
class LinkAtReviewInBrowserTest extends BrowserTest {

    private final Map<String, Object> fields = SubmittedProjects.fields("In Xero already " + UUID.randomUUID());
    private String approver;
    private String exportId;
    private SandboxProject job;

    LinkAtReviewInBrowserTest(RunningApplication application) {
        super(application);
    }

    @BeforeEach
    void a_job_that_somebody_created_in_other_letters() {
        approver = newApprover();
        exportId = projects.submit(newSubmitter(), fields);
        job = application
                .xero()
                .projects()
                .add("%s - %s"
                        .formatted(
                                fields.get("projectNumber"),
                                fields.get("projectName").toString().toUpperCase()));
        application.lookForExistingJobs();
    }

    @Test
    void program_reads_what_was_found_and_links_to_it() {
        HttpAnswer details = application.as(approver).get("/api/projects/" + exportId);
        Assertions.assertThat(details.json().at("/foundJobs/0/id").textValue())
                .isEqualTo(job.id().toString());

        HttpAnswer refused = accept(Map.of("linkTo", UUID.randomUUID().toString()));
        Assertions.assertThat(refused.status()).isEqualTo(400);
        Assertions.assertThat(refused.body()).contains("linkTo", "choose " + job.id());
        Assertions.assertThat(accept(Map.of("linkTo", job.id().toString())).status())
                .isEqualTo(200);

        assertLinked();
    }

    @Test
    void page_asks_and_links() {
        Page list = open("/jobs?search=" + fields.get("projectNumber"), approver);
        assertThat(list.locator("tbody")).containsText("Already in Xero?");
        Page page = open("/jobs/" + exportId, approver);
        assertThat(page.locator("fieldset").first()).containsText("Xero has jobs of this number already");
        Chromium.assertAccessible(page, "project-review-link");
        page.setViewportSize(375, 812);
        Chromium.assertAccessible(page, "project-review-link-phone");

        page.locator("label", new Page.LocatorOptions().setHasText("Link to"))
                .locator("input")
                .check();
        buttonOf(page, "Accept and export to Xero").click();

        assertLinked();
        page.reload();
        assertThat(page.locator(".history")).containsText("Link to job " + job.id());
    }

    @Test
    void form_in_tasklist_asks_and_links() {
        Page page = claimed(exportId, approver);

        choose(page, "Xero has jobs of this number", "Link to " + job.id());
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/tasklist-link.png")));
        assertThat(page.locator(".fjs-form-field-select").getByText("Client in Xero"))
                .hasCount(0);
        page.getByLabel("Accept", new Page.GetByLabelOptions().setExact(true)).check();
        buttonOf(page, "Complete").click();

        assertLinked();
    }

    @Test
    void form_in_tasklist_creates_another_job_where_an_approver_wants_one() {
        Page page = claimed(exportId, approver);

        choose(page, "Xero has jobs of this number", "Create a new job of the same name");
        page.getByLabel("Accept", new Page.GetByLabelOptions().setExact(true)).check();
        buttonOf(page, "Complete").click();

        projects.awaitStatus(exportId, "SYNCED");
        Assertions.assertThat(jobs()).hasSize(2);
    }

    private HttpAnswer accept(Map<String, ?> body) {
        return application.as(approver).post("/api/projects/%s/accept".formatted(exportId), body);
    }

    private void assertLinked() {
        projects.awaitStatus(exportId, "SYNCED");
        Assertions.assertThat(projects.seenByAdmin(exportId).text("xeroJobId"))
                .isEqualTo(job.id().toString());
        Assertions.assertThat(jobs()).hasSize(1);
    }

    private List<SandboxProject> jobs() {
        return application.xero().projects().all().stream()
                .filter(project -> project.name().startsWith(fields.get("projectNumber") + " - "))
                .toList();
    }
}
