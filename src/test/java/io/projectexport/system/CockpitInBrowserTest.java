package io.projectexport.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.projectexport.sandbox.Fault;
import io.projectexport.sandbox.RefusalFormat;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;

/** What process owners see in Cockpit beside what Camunda shows them. */
class CockpitInBrowserTest extends BrowserTest {

    CockpitInBrowserTest(RunningApplication application) {
        super(application);
    }

    @Test
    void figures_stand_on_the_dashboard() {
        waiting("Figures " + UUID.randomUUID());
        Page page = cockpit();

        Locator figures = page.locator(".project-exports");

        assertThat(figures).containsText("Accepted, rejected and failed per day, last 30 days");
        assertThat(figures.locator("svg")).hasAttribute("aria-label", Pattern.compile("Last 30 days: \\d+ accepted.*"));
        assertThat(figures.locator("svg title")).hasCount(30);
        assertThat(figures.locator("ol li").first()).containsText(Pattern.compile(" for (less than 1 min|\\d+ min)$"));
        assertThat(figures).containsText("Times in UTC");
        figures.screenshot(new Locator.ScreenshotOptions().setPath(Path.of("target/screenshots/cockpit-figures.png")));
    }

    @Test
    void dashboard_without_figures_says_so_and_keeps_the_rest() {
        Page page = open("/login", newOwner());
        page.route("**/api/figures", route -> route.abort());

        page.navigate(application.url() + "/camunda/app/cockpit/");

        assertThat(page.locator(".project-exports"))
                .hasText("The figures of project exports cannot be shown. Reload the page to try again.");
        assertThat(page.locator(".ctn-view.dashboard .processes-dashboard, .ctn-view.dashboard section")
                        .first())
                .isVisible();
    }

    @Test
    void numbers_behind_the_chart_can_be_read_day_by_day() {
        Page page = cockpit();

        page.getByText("Day by day").click();

        assertThat(page.locator(".project-exports details tbody tr")).hasCount(30);
        assertThat(page.locator(".project-exports details thead")).hasText("DayAcceptedRejectedFailed");
    }

    @Test
    void count_of_a_status_leads_to_its_projects_on_the_jobs_page() {
        Page page = cockpit();

        page.locator(".project-exports-counts a").first().click();

        assertThat(page).hasURL(application.url() + "/jobs?status=READY_TO_EXPORT");
    }

    @Test
    void running_export_is_found_among_all_and_leads_to_its_instance() {
        String name = "Running " + UUID.randomUUID();
        String exportId = waiting(name);
        Page page = projectExports();

        search(page, name);

        Locator row = page.locator(".project-exports tbody tr");
        assertThat(row).containsText("Ready to Export");
        assertThat(row.getByText("Open the project")).hasAttribute("href", application.url() + "/jobs/" + exportId);
        row.getByText("Show the running instance").click();
        assertThat(page).hasURL(Pattern.compile(".*#/process-instance/" + exportId + "/runtime.*"));
        assertThat(page.locator("[data-element-id='userTask_reviewProject']").first())
                .isVisible();
    }

    @Test
    void number_and_name_are_shown_instead_of_the_business_key() {
        String name = "Named " + UUID.randomUUID();
        String exportId = waiting(name);
        Page page = definition();

        Locator key = page.locator(".cam-table tr", new Page.LocatorOptions().setHasText(exportId))
                .locator("td.business-key");

        assertThat(key).containsText(Pattern.compile("\\S+ " + name));
        assertThat(key.getByText(exportId)).hasCount(0);
        page.evaluate("id => { location.hash = `#/process-instance/${id}/runtime`; }", exportId);
        assertThat(page.locator(".breadcrumbs-panel")).containsText(name);
        assertThat(page.locator("dd.business-key")).containsText(name);
    }

    @Test
    void number_and_name_stand_before_the_id_in_the_list() {
        String name = "In front " + UUID.randomUUID();
        String exportId = waiting(name);
        Page page = definition();

        assertThat(page.locator("table.process-instances thead th"))
                .hasText(new String[] {"State", "Business Key", "ID", "Start Time"});
        Locator cells = page.locator("table.process-instances tbody tr", new Page.LocatorOptions().setHasText(exportId))
                .locator("td");
        assertThat(cells).hasCount(4);
        assertThat(cells.nth(1)).containsText(name);
        assertThat(cells.nth(2)).containsText(exportId);
        assertThat(cells.nth(3)).containsText(Pattern.compile("\\d{4}, \\d\\d:\\d\\d"));
    }

    @Test
    void failed_export_says_so_and_why_in_the_list_and_on_its_instance() {
        String name = "Refused " + UUID.randomUUID();
        application.xero().onName(name, Fault.refused(RefusalFormat.MESSAGE));
        String exportId = waiting(name);
        application.as(newApprover()).post("/api/projects/" + exportId + "/accept");
        projects.awaitStatus(exportId, "FAILED_TO_EXPORT");
        Page page = definition();

        assertThat(page.locator(".cam-table tr", new Page.LocatorOptions().setHasText(exportId))
                        .locator("td.business-key"))
                .containsText("Failed to Export");
        page.evaluate("id => { location.hash = `#/process-instance/${id}/runtime`; }", exportId);
        assertThat(page.locator("dd.business-key")).containsText("not in the mood for this");
        assertThat(page.locator(".nav-tabs").last()).containsText("Incidents");
        assertThat(page.locator(".nav-tabs").last()).not().containsText("User Tasks");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/cockpit-failed.png")));
    }

    @Test
    void tasks_which_process_owners_do_not_see_are_no_page_of_theirs() {
        Page page = cockpit();
        assertThat(page.locator(".project-exports")).isVisible();

        page.evaluate("() => { location.hash = '#/tasks'; }");

        assertThat(page).hasURL(Pattern.compile(".*#/dashboard.*"));
        assertThat(page.locator("a[href='#/tasks']:visible")).hasCount(0);
    }

    @Test
    void incident_names_the_project_that_it_happened_to() {
        String name = "Incident " + UUID.randomUUID();
        String exportId = waiting(name);
        RuntimeService runtime = application.engine().getRuntimeService();
        String waiting = application
                .engine()
                .getTaskService()
                .createTaskQuery()
                .processInstanceId(exportId)
                .singleResult()
                .getExecutionId();
        String incident = runtime.createIncident("check", waiting, "").getId();
        Page page = definition();

        page.locator(".nav-tabs").getByText("Incidents").click();

        Locator link = page.locator("td.process-instance a[href*='" + exportId + "']");
        assertThat(link).containsText(Pattern.compile("\\S+ " + name));
        runtime.resolveIncident(incident);
    }

    @Test
    void moments_are_the_installations_and_spelt_as_on_its_pages_on_a_machine_elsewhere() {
        String exportId = waiting("Elsewhere " + UUID.randomUUID());
        Instant started = application
                .engine()
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceId(exportId)
                .singleResult()
                .getStartTime()
                .toInstant();
        Page page = definition(openIn("Pacific/Auckland", "/camunda/app/cockpit/", newOwner()));

        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText(exportId))
                        .locator("td.start-time"))
                .hasText(written(started));
        assertThat(page.locator("#footer-timezone")).hasText("Times in UTC");
    }

    private static String written(Instant moment) {
        return DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH)
                .withZone(ZoneOffset.UTC)
                .format(moment);
    }

    @Test
    void finished_export_is_found_and_its_path_drawn_on_the_diagram() {
        String name = "Path " + UUID.randomUUID();
        withdrawn(name);
        Page page = projectExports();

        page.getByLabel("Status").selectOption("Withdrawn");
        search(page, name);
        page.getByText("Show path").click();

        assertThat(passed(page, "userTask_correctProject")).isVisible();
        assertThat(passed(page, "flow_withdrawn")).hasCount(1);
        assertThat(passed(page, "serviceTask_createXeroJob")).hasCount(0);
        assertThat(path(page)).containsText("Take project back");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/cockpit-path.png")));
    }

    @Test
    void page_of_a_finished_project_leads_to_its_path() {
        String name = "Linked " + UUID.randomUUID();
        String exportId = withdrawn(name);
        withdrawn(name + " as well");
        Page page = open("/jobs/" + exportId, newOwner());

        page.getByText("Show its path in Cockpit").click();

        assertThat(page.locator(".project-exports tbody").first()).containsText(name);
        assertThat(page.locator(".project-exports-path h4")).containsText(name);
        assertThat(path(page)).containsText("Take project back");
        assertThat(passed(page, "flow_withdrawn")).hasCount(1);
        search(page, name + " as well");
        assertThat(page.locator(".project-exports-path h4")).hasCount(0);
    }

    @Test
    void path_of_the_project_before_goes_with_a_new_search() {
        String name = "Gone " + UUID.randomUUID();
        withdrawn(name);
        Page page = projectExports();
        search(page, name);
        page.getByText("Show path").click();
        assertThat(passed(page, "userTask_correctProject")).isVisible();

        search(page, "no such project");

        assertThat(page.locator(".project-exports")).containsText("No project export matches.");
        assertThat(passed(page, "userTask_correctProject")).hasCount(0);
        assertThat(page.locator(".project-exports-path, .project-exports-time")).hasCount(0);
    }

    @Test
    void wait_for_xero_is_told_among_the_steps_of_a_synced_export() {
        String name = "Limited " + UUID.randomUUID();
        application.xero().onName(name, Fault.rateLimited(Duration.ofSeconds(2)));
        String exportId = waiting(name);
        application.as(newApprover()).post("/api/projects/" + exportId + "/accept");
        projects.awaitStatus(exportId, "SYNCED");
        Page page = projectExports();

        search(page, name);
        page.getByText("Show path").click();

        assertThat(path(page).locator("tr", new Locator.LocatorOptions().setHasText("Rate limit reached")))
                .hasCount(1);
        assertThat(path(page).locator("tr", new Locator.LocatorOptions().setHasText("Wait for Xero")))
                .containsText(Pattern.compile("\\d{4}, \\d\\d:\\d\\d:\\d\\d[2-9](\\.\\d)? s"));
        assertThat(passed(page, "event_waitForXero")).isVisible();
        Assertions.assertThat(sumOfSteps(page)).isCloseTo(total(page), Assertions.offset(0.5));
    }

    private static double sumOfSteps(Page page) {
        List<String> took = path(page).locator("tbody td:last-child").allInnerTexts();
        return took.subList(0, took.size() - 1).stream()
                .mapToDouble(CockpitInBrowserTest::seconds)
                .sum();
    }

    private static double total(Page page) {
        assertThat(path(page).locator("tbody tr").last()).containsText("Total");
        return seconds(path(page).locator("tbody td").last().innerText());
    }

    private static double seconds(String duration) {
        return duration.endsWith("meanwhile") ? 0 : Double.parseDouble(duration.replace(" s", ""));
    }

    private static void search(Page page, String text) {
        page.getByLabel("Search project exports").fill(text);
        page.getByText("Search", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".project-exports tbody tr")).hasCount(text.startsWith("no such") ? 0 : 1);
    }

    private static Locator path(Page page) {
        return page.locator(".project-exports-path table");
    }

    private Page projectExports() {
        Page page = definition();
        page.getByText("Project exports", new Page.GetByTextOptions().setExact(true))
                .click();
        return page;
    }

    private Page definition() {
        return definition(cockpit());
    }

    private Page definition(Page page) {
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
        assertThat(page.locator("[data-element-id='userTask_reviewProject']").first())
                .isVisible();
        return page;
    }

    private String waiting(String name) {
        return projects.submit(newSubmitter(), name);
    }

    private String withdrawn(String name) {
        String submitter = newSubmitter();
        String exportId = projects.submit(submitter, name);
        application.as(submitter).post("/api/projects/" + exportId + "/retrieve");
        application.as(submitter).post("/api/projects/" + exportId + "/withdraw");
        return exportId;
    }

    private static Locator passed(Page page, String element) {
        return page.locator(".project-exports-passed[data-element-id='" + element + "']");
    }

    private Page cockpit() {
        return open("/camunda/app/cockpit/", newOwner());
    }

    private String newOwner() {
        return application.user("owner-" + UUID.randomUUID(), "process-owners");
    }
}
