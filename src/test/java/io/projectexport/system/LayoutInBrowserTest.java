package io.projectexport.system;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Every page of ours at the widths of a desk, a small window and a phone: nothing keeps people out, overflows, or moves while it is read. */
class LayoutInBrowserTest extends BrowserTest {

    private static final List<Integer> WIDTHS = List.of(1300, 1024, 375);
    private static final double HARDLY_SEEN = 0.02;
    private static final String WATCH = """
            window.shift = 0;
            new PerformanceObserver(list => list.getEntries().filter(entry => !entry.hadRecentInput)
                .forEach(entry => { window.shift += entry.value; })).observe({type: 'layout-shift', buffered: true});
            """;

    private static final String OUTSIDE = """
            () => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('main *')]
                .filter(it => it.getBoundingClientRect().right > innerWidth).map(it => it.outerHTML.slice(0, 200))
            """;

    private final String search = "Laid Out " + UUID.randomUUID();
    private final String submitter = newSubmitter();
    private final String approver = newApprover();
    private final SoftAssertions findings = new SoftAssertions();

    LayoutInBrowserTest(RunningApplication application) {
        super(application);
    }

    @Test
    void pages_are_accessible_and_fit_at_every_width() {
        String ready = projects.submit(submitter, search + " with a name that is much longer than any column is wide");
        String rejected = projects.submit(submitter, search + " rejected");
        application.as(approver).post("/api/projects/%s/reject".formatted(rejected), Map.of("comment", "Too high."));
        String failed = projects.submit(submitter, search + " [refuse]");
        application.as(approver).post("/api/projects/%s/accept".formatted(failed));
        String synced = projects.submit(submitter, search + " synced");
        application.as(approver).post("/api/projects/%s/accept".formatted(synced));
        projects.awaitStatus(failed, "FAILED_TO_EXPORT");
        projects.awaitStatus(synced, "SYNCED");

        look(open("/login"), "/login");
        Page page = open("/jobs", submitter);
        look(page, "/jobs", "/jobs?status=ALL&search=" + search, "/jobs/new", "/jobs/upload", "/jobs/" + rejected);
        look(page, "/jobs/%s/correct".formatted(rejected), "/jobs/" + ready, "/jobs/nothing-here", "/profile");
        upload(page);
        Page other = open("/jobs", approver);
        look(other, "/jobs", "/jobs?status=FAILED_TO_EXPORT", "/jobs?status=SYNCED", "/jobs?status=REJECTED");
        look(other, "/jobs?client=Harbour&waitingDays=0", "/jobs?search=nothing+is+called+so", "/profile");
        look(other, "/jobs/" + ready, "/jobs/" + failed, "/jobs/" + synced, "/jobs/" + rejected);
        Page admins = open("/xero/connect", RunningApplication.ADMIN);
        look(admins, "/xero/connect", "/admin/reasons", "/admin/check", "/admin/audit");
        reasons(admins);
        findings.assertAll();
    }

    @Test
    void nothing_moves_while_a_page_appears() {
        String exportId = projects.submit(submitter, search);

        assertStill(open("/jobs", approver), "/jobs?status=READY_TO_EXPORT");
        assertStill(open("/jobs", approver), "/jobs?status=ALL");
        assertStill(open("/jobs", approver), "/jobs/" + exportId);
        assertStill(open("/jobs", submitter), "/jobs/upload");
    }

    private void look(Page page, String... paths) {
        for (String path : paths) {
            page.navigate(application.url() + path);
            look(page, path);
        }
    }

    private void look(Page page, String name) {
        for (int width : WIDTHS) {
            page.setViewportSize(width, 900);
            String where = "%s at %d px".formatted(name, width);
            findings.assertThat(Chromium.findings(page)).as(where).isEmpty();
            findings.assertThat((List<?>) page.evaluate(OUTSIDE))
                    .as("outside of " + where)
                    .isEmpty();
        }
    }

    private void reasons(Page page) {
        page.navigate(application.url() + "/admin/reasons");
        page.getByLabel("Another reason").fill("Enter the estimate. " + "Long ".repeat(30));
        buttonOf(page, "Add").click();
        look(page, "/admin/reasons");
        page.getByLabel("Reason 1", new Page.GetByLabelOptions().setExact(true)).fill("");
        page.getByLabel("Save Reason 1").click();
        look(page, "usual reasons with an error");
        page.getByLabel("Remove Reason 1").click();
    }

    private void upload(Page page) {
        String file =
                "Job No.,Job,Value,Handover,Who\nL-%1$s,Pier,\"$1,250.00\",04/05/2027,me\n,Dam,,,\n".formatted(search);
        page.navigate(application.url() + "/jobs/upload");
        page.getByLabel("CSV file")
                .setInputFiles(new FilePayload("projects.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
        buttonOf(page, "Show what is in it").click();
        page.getByText("look at them, or change them").click();
        look(page, "preview of a file");
        buttonOf(page, "Submit the correct row").click();
        PlaywrightAssertions.assertThat(page.locator(".results h2")).hasText("1 submitted, 1 refused");
        look(page, "results of a file");
    }

    private void assertStill(Page page, String path) {
        page.addInitScript(WATCH);
        for (int width : WIDTHS) {
            page.setViewportSize(width, 900);
            page.navigate(application.url() + path);
            // long enough for what the page asks for by itself every three seconds
            page.waitForTimeout(4000);
            Assertions.assertThat(((Number) page.evaluate("() => window.shift")).doubleValue())
                    .as("%s at %d px", path, width)
                    .isLessThan(HARDLY_SEEN);
        }
    }
}
