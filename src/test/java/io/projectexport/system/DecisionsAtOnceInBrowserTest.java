package io.projectexport.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A decision about everything in the list as approvers make it in their browser. */
class DecisionsAtOnceInBrowserTest extends BrowserTest {

    private final String submitter;
    private final String approver;
    private final String search = "Whole " + UUID.randomUUID();
    private final String list = "/jobs?status=READY_TO_EXPORT&size=3&search=" + search;

    DecisionsAtOnceInBrowserTest(RunningApplication application) {
        super(application);
        submitter = newSubmitter();
        approver = newApprover();
    }

    private List<String> submit(int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(row -> projects.submit(submitter, search + " " + row))
                .toList();
    }

    @Test
    void all_of_the_filter_are_selected_confirmed_carried_out_and_shown() {
        List<String> ids = submit(5);
        Page page = open(list, approver);
        Locator whole = page.getByLabel("Select all 5 of this filter");
        Locator said = page.locator(".deciding [data-marked]");
        assertThat(whole).isHidden();

        page.getByLabel("Accept all").check();
        assertThat(said).hasText("Accept 3 (NZD 37,501.50)");
        whole.check();
        assertThat(said).hasText("Accept all 5 of this filter");
        assertThat(whole).isHidden();
        Chromium.assertAccessible(page, "jobs-whole");
        buttonOf(page, "Only the 3 on this page").click();
        assertThat(said).hasText("Accept 3 (NZD 37,501.50)");
        whole.check();
        page.locator("tbody [value=reject]").first().check();
        assertThat(said).hasText("Accept 4 and reject 1, all 5 of this filter");
        assertThat(page.locator("[data-sends]")).hasText("Export to Xero: accept 4, reject 1");
        buttonOf(page, "Export to Xero").click();
        assertThat(page.locator("main")).containsText("Accept 4 (NZD 50,002.00) and reject 1.");
        page.getByText("Cancel").click();
        page.getByLabel("Accept all").check();
        whole.check();
        page.locator("tbody [value=accept]").first().uncheck();
        assertThat(whole).isHidden();
        assertThat(said).hasText("Accept 2 (NZD 25,001.00)");
        page.getByLabel("Accept all").check();
        assertThat(whole).not().isChecked();
        whole.check();
        buttonOf(page, "Export to Xero").click();

        assertThat(page.locator("h1")).hasText("Send your decisions?");
        assertThat(page.locator("main")).containsText("Accept 5 (NZD 62,502.50).");
        Chromium.assertAccessible(page, "decide-whole");
        page.setViewportSize(375, 800);
        Chromium.assertAccessible(page, "decide-whole-phone");
        buttonOf(page, "Send my decisions").click();

        assertThat(page).hasURL(Pattern.compile(".*/jobs/decisions/.*"));
        assertThat(page.locator(".results h2")).hasText("5 accepted");
        assertThat(page.locator(".results")).containsText("5 decided: 5 Synced");
        Chromium.assertAccessible(page, "decided-phone");
        page.reload();
        assertThat(page.locator(".results h2")).hasText("5 accepted");
        ids.forEach(exportId -> projects.awaitStatus(exportId, "SYNCED"));
        page.getByText("Back to the list").click();
        assertThat(page.locator(".empty")).isVisible();
    }

    @Test
    void keys_select_all_of_the_filter_too_and_enter_sends_nothing_by_accident() {
        List<String> ids = submit(4);
        Page page = open(list, approver);

        page.getByLabel("Accept all").press("Space");
        Locator whole = page.getByLabel("Select all 4 of this filter");
        whole.press("Enter");
        whole.press("Space");
        assertThat(whole).isChecked();
        buttonOf(page, "Export to Xero").press("Enter");
        page.getByText("Reject all of them instead").press("Enter");
        page.getByLabel("Reason for all of them").fill("The year is closed.");
        buttonOf(page, "Reject all 4").press("Enter");

        assertThat(page.locator(".results h2")).hasText("4 rejected");
        ids.forEach(exportId -> projects.awaitStatus(exportId, "REJECTED"));
    }

    @Test
    void long_way_shows_how_far_it_is_also_on_the_list_of_who_comes_back() {
        submit(40);
        Page page = open(list, approver);
        page.getByLabel("Accept all").check();
        page.getByLabel("Select all 40 of this filter").check();
        buttonOf(page, "Export to Xero").click();
        buttonOf(page, "Send my decisions").click();

        assertThat(page.locator(".results h2")).containsText("of 40 accepted");
        assertThat(page.locator("progress")).isVisible();
        // before all is done, or the list has nothing to say
        page.getByText("Back to the list").click();
        assertThat(page.locator("#batch h2")).containsText("40 accepted");
        assertThat(page.locator("#batch h2")).hasText("40 accepted");
        page.goBack();
        Chromium.assertAccessible(page, "deciding");
    }

    @Test
    void all_of_the_filter_is_offered_without_scripts_and_not_where_one_page_has_all() {
        submit(4);
        Page page = openWithoutScripts(list, approver);

        page.getByLabel("Select all 4 of this filter").check();
        buttonOf(page, "Export to Xero").click();
        assertThat(page.locator("main")).containsText("Accept 4 (NZD 50,002.00).");
        buttonOf(page, "Send my decisions").click();
        assertThat(page.locator(".results h2")).hasText("4 accepted");

        submit(2);
        page.navigate(application.url() + list);
        assertThat(page.locator("tbody tr")).hasCount(2);
        assertThat(page.locator(".filter-wide")).hasCount(0);
    }
}
