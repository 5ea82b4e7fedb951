package io.projectexport.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.projectexport.sandbox.DemoSwitches;
import io.projectexport.sandbox.DemoSwitches.Switch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The Jobs page as people use it in their browser. */
class JobsPageInBrowserTest extends BrowserTest {

    private final String submitter;
    private final String approver;

    JobsPageInBrowserTest(RunningApplication application) {
        super(application);
        submitter = newSubmitter();
        approver = newApprover();
    }

    @AfterEach
    void xero_refuses_again() {
        application.xero().switches().set(Switch.REFUSE, true);
    }

    @Test
    void link_in_a_mail_leads_through_the_login_to_the_project() {
        String exportId = projects.submit(submitter, "Linked Pier");

        Page page = open("/jobs/" + exportId, approver);

        assertThat(page.getByRole(AriaRole.HEADING).first()).containsText("Linked Pier");
        assertThat(page.locator("#preview")).containsText("Linked Pier");
        Chromium.assertAccessible(page, "project");
    }

    @Test
    void search_narrows_the_list_while_one_types_also_on_a_phone() {
        projects.submit(submitter, "Needle Tower " + submitter);
        projects.submit(submitter, "Haystack " + submitter);
        Page page = open("/jobs", submitter);
        assertThat(page.locator("tbody tr")).hasCount(2);
        page.setViewportSize(390, 844);

        page.getByRole(AriaRole.SEARCHBOX).fill("needle");

        assertThat(page.locator("tbody tr")).hasCount(1);
        Chromium.assertAccessible(page, "jobs-phone");
    }

    @Test
    void approver_marks_many_and_sees_them_arrive_in_xero() {
        String search = "Marked " + UUID.randomUUID();
        projects.submit(submitter, search + " A");
        projects.submit(submitter, search + " B");
        Page page = open("/jobs?search=" + search, approver);
        Locator first = page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(search + " A"));
        Locator second = page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(search + " B"));

        first.getByLabel("Accept").check();
        second.getByLabel("Reject").check();
        button(page, "Export to Xero").click();
        Chromium.assertAccessible(page, "jobs-reason");
        page.getByLabel("Reason for rejecting").fill("The estimate is missing.");
        button(page, "Send my decisions").click();

        assertThat(page.locator(".results")).containsText("Accepted; it is on its way to Xero.");
        assertThat(page.locator(".results")).containsText("Rejected; creator and submitter get the reason");
        assertThat(second).containsText("Rejected");
        assertThat(first).containsText("Synced");
        Chromium.assertAccessible(page, "jobs-decided");
    }

    @Test
    void a_reason_that_is_not_given_after_all_lets_the_others_go() {
        String search = "Unsure " + UUID.randomUUID();
        projects.submit(submitter, search);
        Page page = open("/jobs?search=" + search, approver);
        Locator row = page.locator("tbody tr");
        row.getByLabel("Reject").check();
        button(page, "Export: reject 1").click();
        assertThat(page.getByText("cannot be deleted there")).isHidden();

        button(page, "Cancel").click();
        row.getByLabel("Accept").check();
        button(page, "Export to Xero").click();

        assertThat(row).containsText("Synced");
    }

    @Test
    void marks_are_counted_not_sent_by_enter_and_not_lost_without_a_question() {
        String search = "Marked " + UUID.randomUUID();
        String exportId = projects.submit(submitter, search);
        Page page = open("/jobs?search=" + search, approver);
        List<String> questions = new ArrayList<>();
        page.onDialog(dialog -> {
            questions.add(dialog.type());
            dialog.dismiss();
        });

        mark(page, "Accept").check();
        mark(page, "Accept").press("Enter");
        page.locator("tbody th a").click();

        assertThat(page.locator(".deciding")).containsText("Accept 1 (NZD 12,500.50)");
        org.assertj.core.api.Assertions.assertThat(questions).containsExactly("beforeunload");
        projects.awaitStatus(exportId, "READY_TO_EXPORT");
    }

    @Test
    void all_are_marked_but_what_was_rejected_and_the_sum_is_asked_about_once() {
        String search = "Many " + UUID.randomUUID();
        String rejected = projects.submit(submitter, search + " A");
        List<String> accepted =
                List.of(projects.submit(submitter, search + " B"), projects.submit(submitter, search + " C"));
        Page page = open("/jobs?status=READY_TO_EXPORT&search=" + search, approver);
        assertThat(page.locator(".deciding")).isHidden();

        page.locator("tbody tr")
                .filter(new Locator.FilterOptions().setHasText(search + " A"))
                .getByLabel("Reject")
                .check();
        page.getByLabel("Accept all").check();
        assertThat(page.locator(".deciding [data-marked]")).hasText("Accept 2 (NZD 25,001.00) and reject 1");
        button(page, "Export to Xero").click();
        assertThat(page.locator("dialog[open]"))
                .containsText("Jobs that were created in Xero cannot be deleted there.");
        Chromium.assertAccessible(page, "jobs-confirm");
        page.getByLabel("Reason for rejecting").fill("The estimate is missing.");
        button(page, "Send my decisions").click();

        projects.awaitStatus(rejected, "REJECTED");
        accepted.forEach(exportId -> projects.awaitStatus(exportId, "SYNCED"));
    }

    @Test
    void list_is_worked_through_by_keys() {
        String search = "Keys " + UUID.randomUUID();
        projects.submit(submitter, search + " A");
        projects.submit(submitter, search + " B");
        Page page = open("/jobs?status=READY_TO_EXPORT&search=" + search, approver);

        page.keyboard().press("j");
        page.keyboard().press("a");
        page.keyboard().press("j");
        page.keyboard().press("r");
        assertThat(page.locator(".deciding [data-marked]")).containsText("and reject 1");
        page.keyboard().press("r");
        assertThat(page.locator(".deciding [data-marked]")).not().containsText("reject");
        page.keyboard().press("l");
        assertThat(page.locator("#look")).containsText(search + " B");
        assertThat(page.locator("#look .history")).containsText("Submitted");
        Chromium.assertAccessible(page, "jobs-look");
        page.keyboard().press("Escape");
        page.keyboard().press("?");
        assertThat(page.locator("#keys")).isVisible();
        page.locator("#keys").getByText("Close").click();
        assertThat(page.locator(".deciding [data-marked]")).hasText("Accept 1 (NZD 12,500.50)");
    }

    @Test
    void quick_looks_follow_each_other_by_keys_and_what_is_marked_there_is_sent_by_keys() {
        String search = "Looks " + UUID.randomUUID();
        projects.submit(submitter, search + " A");
        projects.submit(submitter, search + " B");
        Page page = open("/jobs?status=READY_TO_EXPORT&search=" + search, approver);
        String title = page.title();

        page.keyboard().press("j");
        page.keyboard().press("l");
        assertThat(page.locator("#looked h1")).containsText(search + " A");
        page.keyboard().press("a");
        assertThat(page.locator("#look [data-mark]")).hasText("Marked with Accept");
        page.keyboard().press("j");
        assertThat(page.locator("#looked h1")).containsText(search + " B");
        page.keyboard().press("r");
        assertThat(page.locator("#look [data-mark]")).hasText("Marked with Reject");
        page.keyboard().press("Escape");
        assertThat(page.locator("tbody tr").last().locator("th a")).isFocused();
        assertThat(page).hasTitle(title);
        assertThat(page.locator("[data-sends]")).hasText("Export to Xero: accept 1, reject 1");
        page.keyboard().press("e");
        page.getByLabel("Reason for rejecting").fill("The estimate is missing.");
        page.keyboard().press("Control+Enter");

        assertThat(page.locator("#results-title")).isFocused();
        assertThat(page.locator(".results")).containsText("Rejected; creator and submitter get the reason");
    }

    @Test
    void lists_without_marks_and_without_the_whole_filter_show_their_rows_and_raise_no_error() {
        String search = "Seen " + UUID.randomUUID();
        projects.submit(submitter, search);
        String reader = application.user("reader-" + UUID.randomUUID(), "erp-standard");
        for (String user : List.of(submitter, approver, reader)) {
            Page page = open("/jobs?status=ALL", user);
            List<String> errors = new ArrayList<>();
            page.onPageError(errors::add);
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    errors.add(message.text());
                }
            });
            for (String list : List.of("?status=ALL", "?status=ALL&search=" + search, "?search=" + search)) {
                page.navigate(application.url() + "/jobs" + list);
                assertThat(page.locator("tbody tr").first()).isVisible();
                assertThat(page.locator(".deciding:visible")).hasCount(0);
            }
            page.getByRole(AriaRole.SEARCHBOX).fill(search.toLowerCase(Locale.ROOT));
            assertThat(page.locator("tbody tr")).hasCount(1);
            assertThat(page.locator("tbody tr")).isVisible();
            org.assertj.core.api.Assertions.assertThat(errors).as(user).isEmpty();
        }
    }

    @Test
    void retry_that_fails_again_is_shown_below_what_became_of_it() {
        String search = "Stubborn " + UUID.randomUUID();
        String exportId = projects.submit(submitter, search + " " + DemoSwitches.REFUSED_MARK);
        application.as(approver).post("/api/projects/" + exportId + "/accept");
        projects.awaitStatus(exportId, "FAILED_TO_EXPORT");
        Page page = open("/jobs?status=FAILED_TO_EXPORT&search=" + search, approver);

        page.locator("tbody tr").getByLabel("Retry").check();
        button(page, "Export to Xero").click();

        assertThat(page.locator("#progress .status")).hasText("Failed to Export");
        assertThat(page.locator("tbody tr")).containsText("The name contains [refuse]");
        assertThat(page.locator(".empty")).hasCount(0);
    }

    @Test
    void decision_column_is_in_the_window_at_every_width() {
        String search = "Wide " + UUID.randomUUID();
        projects.submit(submitter, search + " with a name that needs a lot of room in the list of projects");
        for (int width : new int[] {375, 961, 1024, 1170, 1280}) {
            Page page = open("/jobs?status=ALL&search=" + search, approver);
            page.setViewportSize(width, 800);

            org.assertj.core.api.Assertions.assertThat(page.evaluate(
                            "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .as("width %d", width)
                    .isEqualTo(true);
        }
    }

    @Test
    void project_leads_back_to_the_list_as_it_was() {
        String search = "Found " + UUID.randomUUID();
        projects.submit(submitter, search);
        Page page = open("/jobs?status=READY_TO_EXPORT&search=" + search, approver);

        page.locator("tbody th a").click();
        page.getByText("Back to Ready to Export").click();

        assertThat(page).hasURL(Pattern.compile("/jobs\\?status=READY_TO_EXPORT&search=Found"));
    }

    @Test
    void projects_of_a_list_follow_each_other_and_the_next_one_is_offered_after_a_decision() {
        String search = "Row " + UUID.randomUUID();
        projects.submit(submitter, search + " A");
        projects.submit(submitter, search + " B");
        Page page = open("/jobs?status=READY_TO_EXPORT&search=" + search, approver);

        page.locator("tbody th a").first().click();
        assertThat(page.locator("[data-in-list]")).containsText("1 of 2");
        page.locator("[data-in-list] a").click();
        assertThat(page.locator("h1")).containsText(search + " B");
        page.locator("[data-in-list] a").click();
        button(page, "Accept and export to Xero").click();
        page.locator("[data-next]").click();

        assertThat(page.locator("h1")).containsText(search + " B");
        Chromium.assertAccessible(page, "project in a list");
    }

    @Test
    void the_next_one_that_waits_is_found_beyond_the_page_of_the_list() {
        String search = "Beyond " + UUID.randomUUID();
        projects.submit(submitter, search + " A");
        projects.submit(submitter, search + " B");
        projects.submit(submitter, search + " C");
        Page page = open("/jobs?status=READY_TO_EXPORT&size=1&search=" + search, approver);

        page.locator("tbody th a").click();
        assertThat(page.locator("[data-in-list]")).containsText("1 of 3");
        button(page, "Accept and export to Xero").click();
        assertThat(page.locator("h1 .status")).hasText("Synced");
        page.locator("[data-next]").click();
        assertThat(page.locator("h1")).containsText(search + " B");
        assertThat(page.locator("[data-in-list]")).containsText("1 of 2");
        page.getByLabel("Next: ").click();
        assertThat(page.locator("[data-in-list]")).containsText("2 of 2");
        page.getByText("Back to Ready to Export").click();

        assertThat(page.locator("tbody tr")).containsText(search + " C");
    }

    @Test
    void errors_are_quoted_where_a_failed_one_is_rejected() {
        String exportId = projects.submit(submitter, "Quoted " + DemoSwitches.REFUSED_MARK);
        application.as(approver).post("/api/projects/" + exportId + "/accept");
        projects.awaitStatus(exportId, "FAILED_TO_EXPORT");
        Page page = open("/jobs/" + exportId, approver);

        button(page, "Reject…").click();
        button(page, "Quote the errors").click();

        assertThat(page.getByLabel("Reason")).hasValue(Pattern.compile("The name contains \\[refuse]"));
    }

    @Test
    void failed_export_shows_xeros_words_and_is_retried_once_its_cause_is_gone() {
        String search = "Tunnel " + UUID.randomUUID();
        String exportId = projects.submit(submitter, search + " " + DemoSwitches.REFUSED_MARK);
        application.as(approver).post("/api/projects/" + exportId + "/accept");
        projects.awaitStatus(exportId, "FAILED_TO_EXPORT");
        Page page = open("/jobs?status=FAILED_TO_EXPORT&search=" + search, approver);
        Locator row = page.locator("tbody tr");
        assertThat(row).containsText("The name contains [refuse], which is not allowed.");
        Chromium.assertAccessible(page, "jobs-failed");

        application.xero().switches().set(Switch.REFUSE, false);
        row.getByLabel("Retry").check();
        button(page, "Export to Xero").click();

        assertThat(page.locator(".results")).containsText("On its way to Xero again.");
        assertThat(page.locator("#progress .status")).hasText("Synced");
        assertThat(page.locator("#filters a").filter(new Locator.FilterOptions().setHasText("Synced")))
                .containsText("1");
    }

    @Test
    void of_two_approvers_the_first_wins_and_the_other_is_told() {
        String exportId = projects.submit(submitter, "Wanted by two");
        String colleague = application.user("colleague-" + UUID.randomUUID(), "erp-admin", "can-push-to-accounting");
        Page first = open("/jobs/" + exportId, approver);
        Page second = open("/jobs/" + exportId, colleague);
        assertThat(button(second, "Reject…")).isVisible();

        button(first, "Accept and export to Xero").click();
        assertThat(first.locator("h1 .status")).hasText("Synced");
        button(second, "Accept and export to Xero").click();

        assertThat(second.getByRole(AriaRole.ALERT)).containsText("Nothing was changed");
        assertThat(second.getByRole(AriaRole.ALERT)).containsText(approver);
    }

    @Test
    void approvers_see_that_another_one_looks_at_the_page_or_quickly_from_the_list() {
        String search = "Watched " + UUID.randomUUID();
        String exportId = projects.submit(submitter, search);
        String colleague = application.user("colleague-" + UUID.randomUUID(), "erp-admin", "can-push-to-accounting");
        Page second = open("/jobs/" + exportId, colleague);
        assertThat(second.locator("h1")).containsText("Watched");
        Page first = open("/jobs?status=READY_TO_EXPORT&search=" + search, approver);
        assertThat(first.locator("td .open")).hasAttribute("title", colleague + " has it open");
        Chromium.assertAccessible(first, "jobs-open");

        button(first, "Quick look at").click();
        assertThat(first.locator("#looked .looker")).containsText(colleague + " is looking at this, too (since ");
        second.reload();
        assertThat(second.locator(".looker")).containsText(approver + " is looking at this, too (since ");
        Chromium.assertAccessible(second, "project-looked-at");

        first.locator("#look").getByText("Close").click();
        second.evaluate("htmx.trigger(looking(), 'look')");
        assertThat(second.locator(".looker")).hasCount(0);
    }

    @Test
    void rejection_asks_for_a_reason_in_a_dialog() {
        String exportId = projects.submit(submitter, "Rejected Pier");
        Page page = open("/jobs/" + exportId, approver);

        button(page, "Reject…").click();
        page.locator("dialog[open]")
                .getByText("Reject", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.locator("dialog[open]")).containsText("reason is missing");
        Chromium.assertAccessible(page, "reject-dialog");
        page.getByLabel("Reason").fill("The estimate is missing.");
        page.locator("dialog[open]")
                .getByText("Reject", new Locator.GetByTextOptions().setExact(true))
                .click();

        assertThat(page.locator("h1")).containsText("Rejected");
        assertThat(page.locator(".history")).containsText("The estimate is missing.");
    }

    @Test
    void submission_keeps_what_was_typed_until_it_is_right_and_can_be_taken_back_and_corrected() {
        Page page = open("/jobs/new", submitter);
        page.getByLabel("Project name").fill("Typed Pier");

        button(page, "Submit project").click();
        assertThat(page.locator("#projectNumber-error")).hasText("Project number is missing.");
        assertThat(page.getByLabel("Project name")).hasValue("Typed Pier");
        Chromium.assertAccessible(page, "submission");
        page.getByLabel("Project number").fill("T-" + UUID.randomUUID());
        button(page, "Submit project").click();
        assertThat(page.locator("h1")).containsText("Ready to Export");

        button(page, "Retrieve").click();
        page.getByText("Correct and resubmit").click();
        page.getByLabel("Project name").fill("Corrected Pier");
        button(page, "Resubmit").click();

        assertThat(page.locator("h1")).containsText("Corrected Pier");
        assertThat(page.locator("h1")).containsText("Ready to Export");
    }

    @Test
    void what_is_typed_survives_a_reload_and_the_end_of_the_session_until_it_is_sent() {
        Page page = open("/jobs/new", submitter);
        page.getByLabel("Project number").fill("D-" + UUID.randomUUID());
        page.getByLabel("Project name").fill("Drafted Pier");

        page.reload();
        assertThat(page.getByLabel("Project name")).hasValue("Drafted Pier");
        page.context().clearCookies();
        button(page, "Submit project").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Your login has ended, so nothing was sent.");
        page.navigate(application.url() + "/jobs/new");
        Chromium.logIn(page, submitter, RunningApplication.PASSWORD);
        assertThat(page.getByLabel("Project name")).hasValue("Drafted Pier");
        button(page, "Submit project").click();
        assertThat(page.locator("h1")).containsText("Drafted Pier");
        page.navigate(application.url() + "/jobs/new");

        assertThat(page.getByLabel("Project name")).hasValue("");
    }

    @Test
    void second_press_while_the_first_is_on_its_way_submits_once() {
        Page page = open("/jobs/new", submitter);
        page.getByLabel("Project number").fill("T-" + UUID.randomUUID());
        page.getByLabel("Project name").fill("Pressed Twice");
        page.route("**/jobs/new", route -> {
            page.waitForTimeout(500);
            route.resume();
        });

        button(page, "Submit project").dblclick();

        assertThat(page.locator("h1")).containsText("Pressed Twice");
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Submitted; an approver decides next.");
    }

    @Test
    void approver_sees_what_a_resubmission_changed() {
        String exportId = projects.submit(submitter, "Changed Pier");
        application
                .as(approver)
                .post("/api/projects/" + exportId + "/reject", Map.of("comment", "The client is another one."));
        projects.awaitStatus(exportId, "REJECTED");
        application.as(submitter).post("/api/projects/" + exportId + "/resubmit", Map.of("client", "Harbour Trust"));
        projects.awaitStatus(exportId, "READY_TO_EXPORT");

        Page page = open("/jobs/" + exportId, approver);

        assertThat(page.locator("section").first()).containsText("What changed since round 1");
        assertThat(page.locator("section").first()).containsText("Client: Harbour Council → Harbour Trust");
    }

    @Test
    void file_with_projects_is_shown_before_it_is_submitted() {
        String number = "U-" + UUID.randomUUID();
        Page page = open("/jobs/upload", submitter);

        preview(page, "projectNumber,projectName\n%s,Uploaded Pier\n,Nameless\n".formatted(number));
        assertThat(page.locator("tbody tr")).hasCount(2);
        Chromium.assertAccessible(page, "upload");
        button(page, "Submit the correct row").click();

        assertThat(page.locator(".results")).containsText("1 submitted, 1 refused");
        Chromium.assertAccessible(page, "upload results");
        assertThat(page.locator(".results")).containsText("Uploaded Pier: submitted");
        assertThat(page.locator(".results")).containsText("Project number is missing.");
        page.reload();
        assertThat(page.locator(".results")).containsText("Uploaded Pier: submitted");
    }

    @Test
    void address_stays_on_one_line_in_the_preview_where_it_fits() {
        String address = "caroline.vandenberg@north-harbour.example";
        Page page = open("/jobs/upload", submitter);

        preview(
                page,
                "projectNumber,projectName,client,street,city,estimateAmount,deadline,creatorEmail\n"
                        + "%s,A Pier Between Two Harbours,Harbour Council,1 Quay Street,Auckland,12500.00,2027-03-31,%s\n"
                                .formatted("U-" + UUID.randomUUID(), address));

        Locator shown = page.locator("tbody td.address span");
        assertThat(shown).hasText(address);
        org.assertj.core.api.Assertions.assertThat(lines(shown)).isEqualTo(1);
        Chromium.assertAccessible(page, "upload-address");
    }

    @Test
    void client_is_read_whole_in_the_list_of_what_waits() {
        Map<String, Object> fields = SubmittedProjects.fields("Client " + UUID.randomUUID());
        fields.put("client", "Harbour Council Property Development");
        projects.submit(submitter, fields);

        Page page = open("/jobs?status=READY_TO_EXPORT&search=" + fields.get("projectNumber"), approver);

        Locator client = page.locator("td.client");
        assertThat(client).hasText("Harbour Council Property Development");
        org.assertj.core.api.Assertions.assertThat(
                        client.evaluate(
                                "cell => [cell, cell.firstElementChild].every(it => it.scrollWidth <= it.clientWidth && it.scrollHeight <= it.clientHeight)"))
                .isEqualTo(true);
        Chromium.assertAccessible(page, "jobs-client");
    }

    private static Object lines(Locator text) {
        return text.evaluate("it => { const all = document.createRange(); all.selectNodeContents(it);"
                + " return new Set([...all.getClientRects()].map(line => line.top)).size; }");
    }

    @Test
    void number_that_is_taken_is_told_before_the_file_is_submitted() {
        String taken = "U-" + UUID.randomUUID();
        Page page = open("/jobs/upload", submitter);
        preview(page, "projectNumber,projectName\n%s,Taken Pier\n".formatted(taken));
        button(page, "Submit this project").click();
        assertThat(page.locator(".results")).containsText("1 submitted");

        preview(page, "projectNumber,projectName\n%s,Second Pier\n".formatted(taken.toLowerCase(Locale.ROOT)));

        assertThat(page.locator("tbody")).containsText("is already there: \"Taken Pier\" is Ready to Export");
        assertThat(button(page, "Submit this project")).hasCount(0);
    }

    @Test
    void file_of_a_megabyte_in_any_script_is_submitted_as_it_was_shown() {
        String number = "U-" + UUID.randomUUID();
        String row = "%s,%s,%s\n".formatted(number, "Мост".repeat(50), "Улица".repeat(30));
        Page page = open("/jobs/upload", submitter);

        preview(page, "projectNumber,projectName,street\n" + row.repeat(1000));
        button(page, "Submit the correct row").click();

        assertThat(page.locator(".results h2")).hasText("1 submitted, 999 refused");
    }

    @Test
    void long_file_shows_how_far_it_is_until_all_of_it_is_submitted_also_to_who_comes_back() {
        String rows = IntStream.rangeClosed(1, 120)
                .mapToObj("U-%s-%%d,Pier%%n".formatted(UUID.randomUUID())::formatted)
                .collect(Collectors.joining());
        Page page = open("/jobs/upload", submitter);
        preview(page, "projectNumber,projectName\n" + rows);
        button(page, "Submit these 120 projects").click();

        assertThat(page.locator(".results h2")).containsText("of 120 submitted");
        Chromium.assertAccessible(page, "upload progress");
        page.setViewportSize(375, 800);
        Chromium.assertAccessible(page, "upload progress phone");
        String address = page.url();
        page.getByText("How to write a file").click();
        page.getByText("File of").first().click();
        assertThat(page).hasURL(address);

        assertThat(page.locator(".results h2")).hasText("120 submitted");
        assertThat(page.locator(".results li")).hasCount(120);
        assertThat(page.locator("progress")).hasCount(0);
        Chromium.assertAccessible(page, "upload done phone");
    }

    @Test
    void rejected_projects_are_downloaded_and_shown_as_corrections() {
        String exportId = projects.submit(submitter, "=Pier; \"old\"");
        application.as(approver).post("/api/projects/%s/reject".formatted(exportId), Map.of("comment", "Too high."));
        Page page = open("/jobs/upload", submitter);
        Download file = page.waitForDownload(() ->
                page.getByText("Download my rejected projects to correct them").click());

        page.getByLabel("CSV file").setInputFiles(file.path());
        button(page, "Show what is in it").click();

        assertThat(page.locator("tbody")).containsText("Too high.");
        assertThat(page.locator("tbody")).containsText("Nothing is changed.");
        Chromium.assertAccessible(page, "upload corrections");
        page.setViewportSize(375, 800);
        Chromium.assertAccessible(page, "upload corrections phone");
        button(page, "Submit 1 correction").click();
        assertThat(page.locator(".results")).containsText("=Pier; \"old\": submitted as a correction");
    }

    @Test
    void file_that_is_too_large_is_told_on_a_page() {
        Page page = open("/jobs/upload", submitter);

        preview(page, "projectNumber,projectName\n" + "P-1,Pier\n".repeat(200_000));
        assertThat(page.locator(".problem")).hasText("The file is too large: 1 MB fit. Send it in parts.");
        assertThat(button(page, "Show what is in it")).isVisible();
        preview(page, "projectNumber,projectName\n" + "P-1,Pier\n".repeat(1_500_000));
        assertThat(page.locator(".problem")).hasText("What you sent is too large. Send it in parts.");
        assertThat(page.locator("h1")).hasText("That is not possible");
    }

    @Test
    void date_that_can_be_read_in_two_ways_is_asked_about() {
        String number = "U-" + UUID.randomUUID();
        Page page = open("/jobs/upload", submitter);

        preview(page, "Job #;Name;Due date;Zip\n%s;Pier;04/05/2027;0100\n".formatted(number));
        assertThat(button(page, "Submit this project")).hasCount(0);
        Chromium.assertAccessible(page, "upload with a question");
        page.getByLabel("Dates are written with").selectOption("DAY_FIRST");
        button(page, "Read the file like that").click();
        assertThat(page.locator("tbody")).containsText("2027-05-04");
        button(page, "Submit this project").click();

        assertThat(page.locator(".results")).containsText("1 submitted");
        page.locator(".results a").first().click();
        assertThat(page.locator("main")).containsText("4 May 2027");
    }

    @Test
    void example_file_passes_the_preview() {
        Page page = open("/jobs/upload", submitter);
        Download example = page.waitForDownload(
                () -> page.getByText("Download an example file").click());

        page.getByLabel("CSV file").setInputFiles(example.path());
        button(page, "Show what is in it").click();

        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(button(page, "Submit this project")).isVisible();
        assertThat(page.locator(".problem")).hasCount(0);
    }

    private static void preview(Page page, String file) {
        page.getByLabel("CSV file").setInputFiles(new FilePayload("projects.csv", "text/csv", file.getBytes(UTF_8)));
        button(page, "Show what is in it").click();
    }

    private static Locator mark(Page page, String name) {
        return page.getByLabel(name, new Page.GetByLabelOptions().setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
