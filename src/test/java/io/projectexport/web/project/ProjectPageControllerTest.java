package io.projectexport.web.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verify;

import io.projectexport.export.accounting.ExportError;
import io.projectexport.export.approval.OpenTask;
import io.projectexport.export.notification.Rejection;
import io.projectexport.export.permission.Action;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.version.ModelVersion;
import io.projectexport.web.PageTest;
import io.projectexport.web.WebSamples;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class ProjectPageControllerTest extends PageTest {

    private static final String URL = "/jobs/" + WebSamples.ID;

    @Test
    void deadline_in_the_past_is_noted_while_it_can_still_be_decided() {
        given(read.details(any(), any())).willReturn(WebSamples.details(WebSamples.late(ExportStatus.READY_TO_EXPORT)));
        assertShown(mvc.get().uri("/jobs/" + WebSamples.ID).exchange()).contains("Deadline is in the past.");

        given(read.details(any(), any())).willReturn(WebSamples.details(WebSamples.late(ExportStatus.SYNCED)));
        assertShown(mvc.get().uri("/jobs/" + WebSamples.ID).exchange()).doesNotContain("in the past");
    }

    @Test
    void shows_what_was_submitted_and_what_will_be_created_word_for_word() {
        given(read.details(WebSamples.ID, ANNA)).willReturn(WebSamples.details(WebSamples.ready()));

        assertShown(mvc.get().uri(URL).exchange())
                .contains(
                        "P-7 Harbour Bridge",
                        "Client Harbour Trust",
                        "Estimate NZD 12,500.50",
                        "Submitter Sam Taylor",
                        "What will be created in Xero Name: P-7 - Harbour Bridge Contact: Harbour Trust");
    }

    @ParameterizedTest
    @CsvSource({"1.2, '3 (tag 1.2, deployed 20 Nov 2026)'", ", '3 (deployed 20 Nov 2026)'"})
    void those_who_watch_see_on_which_version_of_the_model_it_runs(String tag, String words) {
        given(currentPerson.get()).willReturn(PIA);
        given(read.details(WebSamples.ID, PIA)).willReturn(WebSamples.details(WebSamples.ready()));
        ModelVersion version = new ModelVersion("project-export:3:c", 3, tag, Instant.parse("2026-11-20T07:05:00Z"));
        given(versions.of(WebSamples.ID, PIA)).willReturn(Optional.of(version));

        MvcTestResult page = mvc.get().uri(URL).exchange();

        assertShown(page).contains("Model version " + words);
        assertThat(html(page))
                .contains("href=\"/camunda/app/cockpit/default/#/process-definition/project-export:3:c/runtime\"");
    }

    @Test
    void failed_one_shows_every_error_with_its_remedy() {
        given(read.details(WebSamples.ID, ANNA))
                .willReturn(WebSamples.failed(new io.projectexport.export.accounting.FoundJob[0]));

        assertShown(mvc.get().uri(URL).exchange())
                .contains("Contact is archived. What to do: Restore the contact in Xero.");
    }

    @Test
    void what_to_do_is_said_once_and_only_to_those_who_can_do_it() {
        ExportError other = new ExportError("Contact has no name.", "Restore the contact in Xero.");
        given(read.details(WebSamples.ID, ANNA))
                .willReturn(WebSamples.details(WebSamples.failed(other), Set.of(Action.RETRY)));
        assertShown(mvc.get().uri(URL).exchange())
                .contains("Contact is archived. Contact has no name. What to do: Restore the contact in Xero.")
                .containsOnlyOnce("What to do");

        given(read.details(WebSamples.ID, ANNA)).willReturn(WebSamples.details(WebSamples.failed(other), Set.of()));
        assertShown(mvc.get().uri(URL).exchange())
                .contains("The accounting approvers look after it")
                .doesNotContain("What to do");
    }

    @Test
    void rejected_one_says_first_why() {
        given(read.details(WebSamples.ID, ANNA)).willReturn(WebSamples.details(WebSamples.rejected()));
        given(rejections.latest(WebSamples.ID))
                .willReturn(Optional.of(new Rejection(2, "Anna Approver", "Too <vague>")));

        assertShown(mvc.get().uri(URL).exchange())
                .contains("Why it was rejected Too &lt;vague&gt; Rejected by Anna Approver");
    }

    @Test
    void nothing_will_be_created_for_one_that_was_withdrawn() {
        given(read.details(WebSamples.ID, ANNA)).willReturn(WebSamples.details(WebSamples.withdrawn()));

        assertShown(mvc.get().uri(URL).exchange()).contains("Harbour Trust").doesNotContain("What will be created");
    }

    @Test
    void history_tells_each_step_and_hostile_words_stay_words() {
        given(read.details(WebSamples.ID, ANNA))
                .willReturn(WebSamples.details(
                        WebSamples.synced(), WebSamples.step("Rejected", "<script>alert(1)</script>", null, null)));

        MvcTestResult page = mvc.get().uri(URL).exchange();

        assertShown(page).contains("Rejected by Sam Taylor, 11 Jan 2027, 09:30, round 2");
        assertThat(html(page))
                .contains("&lt;script&gt;alert(1)", "/api/projects/" + WebSamples.ID + "/history.csv")
                .doesNotContain("<script>alert");
    }

    @Test
    void history_begins_with_what_happened_last_and_tells_equal_failures_once() {
        given(read.details(WebSamples.ID, ANNA))
                .willReturn(WebSamples.details(
                        WebSamples.synced(),
                        WebSamples.step("Submitted", null, null, null),
                        WebSamples.step("Failed to Export", null, "Xero is away.", null),
                        WebSamples.step("Failed to Export", null, "Xero is away.", null),
                        WebSamples.step("Failed to Export", null, "Name is taken.", null)));

        assertShown(mvc.get().uri(URL).exchange())
                .containsSubsequence("Name is taken.", "2 times", "Xero is away.", "Submitted")
                .containsOnlyOnce("Xero is away.");
    }

    @Test
    void one_that_looks_like_another_says_so_with_a_link_and_its_status() {
        given(read.details(WebSamples.ID, ANNA)).willReturn(WebSamples.details(WebSamples.ready()));
        given(read.lookAlike(any(), any())).willReturn(Optional.of(WebSamples.synced()));

        MvcTestResult page = mvc.get().uri(URL).exchange();

        assertShown(page)
                .contains(
                        "Looks like P-7 Harbour Bridge , which is Synced : the same name and client under another number.");
        assertThat(html(page)).contains("<a href=\"/jobs/" + WebSamples.ID + "\">P-7 Harbour Bridge</a>");
    }

    @Test
    void project_without_a_process_says_so_and_lets_those_put_it_back_who_may() {
        given(read.details(any(), any())).willReturn(WebSamples.stranded());
        assertThat(html(mvc.get().uri(URL).exchange()))
                .contains("P-7 has no running process any more. An administrator can put it back to a step.")
                .doesNotContain("/recover", "Accept and export", "cockpit");
        given(rules.mayRecover(any())).willReturn(true);

        assertThat(html(mvc.get().uri(URL).exchange()))
                .contains("No running process", "action=\"/jobs/" + WebSamples.ID + "/recover\"")
                .contains("action=\"/jobs/" + WebSamples.ID + "/recover/withdraw\"", "Withdraw for good");
        assertThat(mvc.post().uri(URL + "/recover").exchange()).hasStatus3xxRedirection();
        verify(recovery).putBack(WebSamples.ID, ANNA);
        assertThat(mvc.post().uri(URL + "/recover/withdraw").exchange()).hasStatus3xxRedirection();
        verify(recovery).withdraw(WebSamples.ID, ANNA);
    }

    @Test
    void project_in_a_step_that_its_status_does_not_tell_says_where_and_for_whom() {
        given(read.details(any(), any())).willReturn(WebSamples.elsewhere());

        assertShown(mvc.get().uri(URL).exchange())
                .contains("P-7 waits at “Confirm as director” for ERP administrators.");
    }

    @Test
    void address_is_one_block() {
        given(read.details(WebSamples.ID, ANNA)).willReturn(WebSamples.details(WebSamples.ready()));

        assertThat(html(mvc.get().uri(URL).exchange()))
                .contains("<dt>Address</dt>")
                .doesNotContain("<dt>City</dt>");
    }

    @Test
    void task_is_offered_to_those_who_can_do_something_with_it() {
        given(process.openTask(WebSamples.ID)).willReturn(Optional.of(new OpenTask("task-1", "filter-1")));
        given(read.details(WebSamples.ID, ANNA)).willReturn(WebSamples.details(WebSamples.ready()));

        assertThat(html(mvc.get().uri(URL).exchange()))
                .contains("href=\"/camunda/app/tasklist/default/#/?filter=filter-1&amp;task=task-1\"");
    }

    @Test
    void process_owner_gets_from_a_running_project_to_its_instance_in_cockpit() {
        String cockpit = "/camunda/app/cockpit/default/#/process-instance/" + WebSamples.ID + "/runtime";
        given(read.details(any(), any())).willReturn(WebSamples.details(WebSamples.ready()));
        assertThat(html(mvc.get().uri(URL).exchange())).doesNotContain("cockpit");
        given(currentPerson.get()).willReturn(PIA);

        assertThat(html(mvc.get().uri(URL).exchange())).contains(cockpit);

        given(read.details(any(), any())).willReturn(WebSamples.details(WebSamples.synced()));
        assertThat(html(mvc.get().uri(URL).exchange())).doesNotContain(cockpit);
    }

    @Test
    void project_that_one_may_not_see_and_id_that_is_none_look_the_same() {
        given(read.details(WebSamples.ID, ANNA)).willThrow(ActionRefused.notFound());

        for (String url : new String[] {URL, "/jobs/no-id"}) {
            MvcTestResult page = mvc.get().uri(url).exchange();
            assertThat(page).hasStatus(404);
            assertShown(page).contains("There is no such project export, or you may not see it.");
        }
    }
}
