package io.projectexport.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What process owners see in Cockpit beside what Camunda shows them. */
@ExtendWith(SharedApplication.class)
class CockpitInBrowserTest {

    private static Chromium chromium;

    @BeforeAll
    static void start() {
        chromium = new Chromium();
    }

    @AfterEach
    void close_pages() {
        chromium.closePages();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void figures_stand_on_the_dashboard(RunningApplication application) {
        Page page = cockpit(application);

        Locator figures = page.locator(".project-exports");

        assertThat(figures).containsText("Ready to Export");
        assertThat(figures).containsText("Last 30 days");
        assertThat(figures.locator("svg")).hasAttribute("aria-label", Pattern.compile("Last 30 days: \\d+ accepted.*"));
        figures.screenshot(new Locator.ScreenshotOptions().setPath(Path.of("target/screenshots/cockpit-figures.png")));
    }

    @Test
    void finished_export_is_found_and_its_path_drawn_on_the_diagram(RunningApplication application) {
        String name = "Path " + UUID.randomUUID();
        withdrawn(application, name);
        Page page = cockpit(application);
        // once the dashboard is there, so that the application does not start anew
        assertThat(page.locator(".project-exports")).isVisible();

        String definition = application
                .engine()
                .getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("project-export")
                .latestVersion()
                .singleResult()
                .getId();
        page.evaluate("id => { location.hash = `#/process-definition/${id}/runtime`; }", definition);
        page.getByText("Finished exports").click();
        page.getByLabel("Status").selectOption("Withdrawn");
        page.getByLabel("Search finished exports").fill(name);
        page.getByText("Search", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".project-exports tbody tr")).hasCount(1);
        page.getByText("Show path").click();

        assertThat(passed(page, "userTask_correctProject")).isVisible();
        assertThat(passed(page, "flow_withdrawn")).hasCount(1);
        assertThat(passed(page, "serviceTask_createXeroJob")).hasCount(0);
        assertThat(page.locator(".project-exports table").last()).containsText("Take project back");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/cockpit-path.png")));
    }

    private static void withdrawn(RunningApplication application, String name) {
        String submitter = application.user("submitter-" + UUID.randomUUID(), "portfolio");
        Projects projects = new Projects(application);
        String exportId = projects.submit(submitter, name);
        application.as(submitter).post("/api/projects/" + exportId + "/retrieve");
        application.as(submitter).post("/api/projects/" + exportId + "/withdraw");
    }

    private static Locator passed(Page page, String element) {
        return page.locator(".project-exports-passed[data-element-id='" + element + "']");
    }

    private static Page cockpit(RunningApplication application) {
        String owner = application.user("owner-" + UUID.randomUUID(), "process-owners");
        Page page = chromium.page();
        page.navigate(application.url() + "/camunda/app/cockpit/");
        Chromium.logIn(page, owner, RunningApplication.PASSWORD);
        return page;
    }
}
