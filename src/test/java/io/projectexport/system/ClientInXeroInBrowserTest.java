package io.projectexport.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.projectexport.sandbox.SandboxContact;
import io.projectexport.sandbox.SandboxProject;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Approvers choose another client in Xero or none, in Tasklist's forms and on the project's page, at review and after a failure. */
class ClientInXeroInBrowserTest extends BrowserTest {

    private String team;
    private String approver;

    ClientInXeroInBrowserTest(RunningApplication application) {
        super(application);
    }

    @BeforeEach
    void people() {
        team = newSubmitter();
        approver = newApprover();
    }

    @Test
    void review_takes_another_client() {
        String name = "Another client " + UUID.randomUUID();
        String exportId = projects.submit(team, name);
        Page page = claimed(exportId, approver);
        assertThat(page.getByLabel("Contact in Xero")).hasCount(0);

        choose(page, "Client in Xero", "Another one");
        type(page, "Contact in Xero", "Muster GmbH");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/tasklist-client.png")));
        page.getByLabel("Accept", new Page.GetByLabelOptions().setExact(true)).check();
        complete(page);

        projects.awaitStatus(exportId, "SYNCED");
        Assertions.assertThat(contactOf(name)).isEqualTo("Muster GmbH");
        Assertions.assertThat(projects.seenByAdmin(exportId).body())
                .contains("Client in Xero: Muster GmbH instead of Harbour Council");
    }

    @Test
    void review_that_leaves_the_answer_as_it_is_exports_what_was_submitted() {
        String name = "The same client " + UUID.randomUUID();
        String exportId = projects.submit(team, name);
        Page page = claimed(exportId, approver);

        page.getByLabel("Accept", new Page.GetByLabelOptions().setExact(true)).check();
        complete(page);

        projects.awaitStatus(exportId, "SYNCED");
        Assertions.assertThat(contactOf(name)).isEqualTo("Harbour Council");
    }

    @Test
    void rejection_does_not_ask_for_a_client() {
        String exportId = projects.submit(team, "Rejected without a client");
        Page page = claimed(exportId, approver);
        choose(page, "Client in Xero", "Another one");

        page.getByLabel("Reject", new Page.GetByLabelOptions().setExact(true)).check();
        assertThat(page.getByLabel("Contact in Xero")).hasCount(0);
        type(page, "Why is it rejected?", "Too vague.");
        complete(page);

        projects.awaitStatus(exportId, "REJECTED");
    }

    @Test
    void retry_in_tasklist_can_leave_an_archived_client_out() {
        String name = "Left out " + UUID.randomUUID();
        String exportId = failed(name);
        Page page = claimed(exportId, approver);
        assertThat(page.getByLabel("What Xero said")).hasValue(Pattern.compile(".*archived.*", Pattern.DOTALL));

        page.getByLabel("Retry: export it to Xero again").check();
        choose(page, "Client in Xero", "No client in Xero");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/tasklist-retry-client.png")));
        complete(page);

        projects.awaitStatus(exportId, "SYNCED");
        Assertions.assertThat(contactOf(name)).isNull();
        Assertions.assertThat(projects.seenByAdmin(exportId).body()).contains("No client in Xero instead of Archived");
    }

    @Test
    void retry_on_the_page_takes_another_client_than_an_archived_one() {
        String name = "On its page " + UUID.randomUUID();
        String exportId = failed(name);
        Page page = open("/jobs/" + exportId, approver);
        assertThat(page.locator("#contact")).containsText("(as approved)");

        assertThat(page.getByLabel("Its name in Xero")).isHidden();
        page.getByLabel("Another one").check();
        page.getByLabel("Its name in Xero").pressSequentially("Port Authority");

        assertThat(page.getByLabel("Another one")).isChecked();
        assertThat(page.locator("#preview")).containsText("Contact: Port Authority");
        Chromium.assertAccessible(page, "project-retry-client");
        page.setViewportSize(375, 812);
        Chromium.assertAccessible(page, "project-retry-client-phone");
        buttonOf(page, "Retry the export").click();

        projects.awaitStatus(exportId, "SYNCED");
        Assertions.assertThat(contactOf(name)).isEqualTo("Port Authority");
        page.reload();
        assertThat(page.locator("main")).containsText("Client in Xero: Port Authority instead of Archived");
        assertThat(page.locator("dl")).containsText("Port Authority");
    }

    @Test
    void preview_on_the_page_follows_the_answer() {
        Page page = open("/jobs/" + projects.submit(team, "Previewed"), approver);

        page.getByLabel("No client in Xero").check();
        assertThat(page.locator("#preview")).not().containsText("Contact");
        page.getByLabel("Harbour Council (as submitted)").check();

        assertThat(page.locator("#preview")).containsText("Contact: Harbour Council");
        Chromium.assertAccessible(page, "project-review-client");
    }

    /** Failed to Export, because its client is archived in Xero. */
    private String failed(String name) {
        Map<String, Object> fields = SubmittedProjects.fields(name);
        String client = "Archived " + UUID.randomUUID();
        application.xero().contacts().addArchived(client);
        fields.put("client", client);
        String exportId = projects.submit(team, fields);
        application.as(approver).post("/api/projects/%s/accept".formatted(exportId), Map.of());
        projects.awaitStatus(exportId, "FAILED_TO_EXPORT");
        return exportId;
    }

    /** Name of the contact of the one job with this in its name; null for none. */
    private String contactOf(String name) {
        SandboxProject job = application.xero().projects().all().stream()
                .filter(project -> project.name().contains(name))
                .reduce((one, two) -> {
                    throw new AssertionError("two jobs");
                })
                .orElseThrow();
        return application.xero().contacts().all().stream()
                .filter(contact -> contact.id().equals(job.contactId()))
                .map(SandboxContact::name)
                .findFirst()
                .orElse(null);
    }

    /** Key by key, because the form loses what is filled in at once while it draws itself anew. */
    private static void type(Page page, String label, String value) {
        Locator field = page.getByLabel(label);
        field.fill("");
        field.pressSequentially(value);
        assertThat(field).hasValue(value);
    }

    private static void complete(Page page) {
        buttonOf(page, "Complete").click();
    }
}
