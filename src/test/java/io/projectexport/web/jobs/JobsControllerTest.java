package io.projectexport.web.jobs;

import static java.time.Instant.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.projectexport.export.looking.ProjectLooks.Look;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.Submission;
import io.projectexport.export.query.ProjectHints.Hints;
import io.projectexport.export.query.ProjectHints.LookAlike;
import io.projectexport.export.query.ProjectQuery;
import io.projectexport.export.query.ProjectResultPage;
import io.projectexport.export.query.SearchFilter;
import io.projectexport.web.PageTest;
import io.projectexport.web.WebSamples;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class JobsControllerTest extends PageTest {

    @Test
    void filters_stand_in_the_order_of_work_with_their_counts() {
        shows(WebSamples.synced());

        assertShown(mvc.get().uri("/jobs").exchange())
                .contains("Filters Ready to Export 4 Failed to Export 0 Exporting 0 Synced 3 Rejected 0 Retrieved 0"
                        + " Withdrawn 0 All 7");
    }

    @Test
    void row_tells_who_and_when_in_words_for_people() {
        shows(WebSamples.synced());

        MvcTestResult page = mvc.get().uri("/jobs?status=ALL").exchange();

        assertShown(page)
                .contains("P-7 Harbour Bridge ⤢ round 2 Harbour Trust NZD 12,500.50 31 Mar 2027 Sam Taylor 11 Jan 2027"
                        + " Synced Open by Anna Approver, 1 Jun 2027, 13:00");
        assertThat(html(page)).contains("title=\"11 Jan 2027, 09:30\"");
        assertThat(html(page)).contains("href=\"https://go.xero.com/xero-1\"", "href=\"/jobs/" + WebSamples.ID + "\"");
        verify(projects, times(1)).search(any(), any());
        verify(people, times(1)).names(any());
    }

    @Test
    void approver_comes_to_what_waits_longest() {
        shows(WebSamples.ready());

        MvcTestResult page = mvc.get().uri("/jobs").exchange();

        verify(projects)
                .search(
                        new ProjectQuery(
                                ExportStatus.READY_TO_EXPORT, null, null, ProjectQuery.Sort.SUBMITTED_AT, false, 0, 50),
                        ANNA);
        assertThat(html(page)).contains("<title>Ready to Export (1) · Jobs · Project Export</title>");
    }

    @Test
    void others_come_to_everything_newest_first() {
        given(currentPerson.get()).willReturn(SAM);
        shows(WebSamples.ready());

        mvc.get().uri("/jobs").exchange();

        verify(projects).search(new ProjectQuery(null, null, null, ProjectQuery.Sort.SUBMITTED_AT, true, 0, 50), SAM);
    }

    @Test
    void rejected_rows_say_why() {
        given(projects.reasons(List.of(WebSamples.ID))).willReturn(Map.of(WebSamples.ID, "The estimate is missing."));
        shows(WebSamples.rejected());

        assertShown(mvc.get().uri("/jobs?status=REJECTED").exchange())
                .contains("Why", "The estimate is missing. – by Anna Approver, 1 Jun 2027, 13:00");
    }

    @Test
    void own_project_says_why_there_is_nothing_to_decide() {
        given(rules.refusal(any(), any(), any())).willReturn(Optional.of(ActionRefused.forbidden("Yours.")));
        shows(WebSamples.ready());

        assertShown(mvc.get().uri("/jobs").exchange())
                .contains("Your own: another approver decides")
                .doesNotContain("Export to Xero");
    }

    @Test
    void row_marks_quietly_who_else_has_the_project_open() {
        given(looking.tells(any(), any())).willReturn(true);
        given(looking.others(List.of(WebSamples.ID), ANNA))
                .willReturn(List.of(new Look(WebSamples.ID, "sam", now()), new Look(WebSamples.ID, "gone", now())));
        shows(WebSamples.ready());

        MvcTestResult page = mvc.get().uri("/jobs").exchange();

        assertShown(page).contains("Sam Taylor and gone have it open");
        assertThat(html(page)).contains("hx-select-oob=\"#open-" + WebSamples.ID + "\"");
        verify(people, times(1)).names(any());
    }

    @Test
    void filters_narrow_the_list_and_are_kept_in_every_link() {
        shows(WebSamples.ready());

        MvcTestResult page = mvc.get()
                .uri("/jobs?client=Harbour&submittedBy=sam&estimateFrom=1,000.00&deadlineTo=2027-12-31&waitingDays=3")
                .exchange();

        ArgumentCaptor<ProjectQuery> query = ArgumentCaptor.forClass(ProjectQuery.class);
        verify(projects).search(query.capture(), any());
        SearchFilter filter = query.getValue().filter();
        assertThat(filter.client()).isEqualTo("Harbour");
        assertThat(filter.submitter()).isEqualTo("sam");
        assertThat(filter.estimateFrom()).isEqualByComparingTo("1000");
        assertThat(filter.deadlineTo()).isEqualTo("2027-12-31");
        assertThat(filter.waitingSince()).isBetween(now().minus(Duration.ofDays(4)), now().minus(Duration.ofDays(3)));
        assertThat(html(page))
                .contains(
                        "href=\"/jobs?status=SYNCED&amp;client=Harbour&amp;submittedBy=sam&amp;estimateFrom=1%2C000.00"
                                + "&amp;deadlineTo=2027-12-31&amp;waitingDays=3\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000", "1,000.00", "1.000,00", "1 000"})
    void amount_of_a_filter_is_read_as_any_other_that_people_type(String typed) {
        shows(WebSamples.ready());

        mvc.get().uri("/jobs").param("estimateFrom", typed).exchange();

        ArgumentCaptor<ProjectQuery> query = ArgumentCaptor.forClass(ProjectQuery.class);
        verify(projects).search(query.capture(), any());
        assertThat(query.getValue().filter().estimateFrom()).isEqualByComparingTo("1000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "estimateFrom=much",
                "estimateTo=1,000",
                "estimateTo=1.23E%2B06",
                "deadlineTo=31.12.2027",
                "waitingDays=-1",
                "waitingDays=x"
            })
    void filter_that_is_none_is_named(String parameter) {
        MvcTestResult page = mvc.get().uri("/jobs?" + parameter).exchange();

        assertThat(page).hasStatus(400);
        assertShown(page).contains(parameter.split("=")[0] + " must be");
    }

    @Test
    void what_is_asked_for_is_searched_and_kept_in_every_link() {
        shows(WebSamples.synced());

        MvcTestResult page = mvc.get()
                .uri("/jobs")
                .param("status", "SYNCED")
                .param("search", "a&b")
                .param("sort", "client")
                .exchange();

        verify(projects)
                .search(
                        new ProjectQuery(ExportStatus.SYNCED, "a&b", null, ProjectQuery.Sort.CLIENT, false, 0, 50),
                        ANNA);
        assertThat(html(page))
                .contains(
                        "href=\"/jobs?status=EXPORTING&amp;search=a%26b&amp;sort=client\"",
                        "href=\"/jobs?status=SYNCED&amp;search=a%26b&amp;sort=-client\"",
                        "aria-sort=\"ascending\"",
                        "value=\"a&amp;b\"");
    }

    @Test
    void project_that_xero_may_have_already_has_a_note() {
        shows(WebSamples.ready());
        assertShown(mvc.get().uri("/jobs").exchange()).doesNotContain("Already in Xero?");
        given(projects.withJobsInXero(List.of(WebSamples.ready()))).willReturn(Set.of(WebSamples.ID));

        assertShown(mvc.get().uri("/jobs").exchange()).contains("Already in Xero?");
    }

    @Test
    void badges_say_what_should_be_known_before_a_decision() {
        LookAlike synced = new LookAlike(UUID.randomUUID(), "P-0998", ExportStatus.SYNCED);
        LookAlike waiting = new LookAlike(UUID.randomUUID(), "P-0999", ExportStatus.READY_TO_EXPORT);
        shows(WebSamples.ready());

        given(hints.of(any(), any())).willReturn(Map.of(WebSamples.ID, new Hints(false, synced)));
        assertShown(mvc.get().uri("/jobs").exchange())
                .contains("Looks like P-0998, already in Xero", "Question asked", "round 2");
        given(hints.of(any(), any())).willReturn(Map.of(WebSamples.ID, new Hints(true, waiting)));
        assertShown(mvc.get().uri("/jobs").exchange())
                .contains("Looks like P-0999", "Answered")
                .doesNotContain("already in Xero", "Question asked");
    }

    @Test
    void open_list_is_told_which_of_its_rows_were_settled_meanwhile_with_one_question_for_all() {
        UUID waiting = UUID.randomUUID();
        given(projects.withIds(any(), any())).willReturn(List.of(WebSamples.synced(), ready(waiting, 1)));
        shows();

        MvcTestResult page = mvc.get()
                .uri("/jobs")
                .param("shown", WebSamples.ID + ".2.READY_TO_EXPORT", waiting + ".1.READY_TO_EXPORT")
                .exchange();

        assertThat(html(page)).contains("data-id=\"" + WebSamples.ID + "\"").doesNotContain(waiting.toString());
        assertShown(page).contains("Accepted by Anna Approver, 1 Jun 2027, 13:00");
        verify(projects, times(1)).withIds(any(), any());
        verify(people, times(2)).names(any());
    }

    @Test
    void row_of_an_earlier_round_is_settled_too() {
        given(projects.withIds(any(), any())).willReturn(List.of(WebSamples.ready()));
        shows(WebSamples.ready());

        MvcTestResult page = mvc.get()
                .uri("/jobs")
                .param("shown", WebSamples.ID + ".1.READY_TO_EXPORT")
                .exchange();

        assertShown(page).contains("Resubmitted, 11 Jan 2027, 09:30: look at it anew");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1.1.READY_TO_EXPORT", "3f1c1b6a-6f0e-4f7e-9a54-0b5f7e0f9d11.1.GONE"})
    void what_is_no_row_is_not_asked_about(String shown) {
        shows(WebSamples.ready());

        MvcTestResult page = mvc.get().uri("/jobs").param("shown", shown).exchange();

        assertThat(page).hasStatusOk();
        verify(projects, never()).withIds(any(), any());
    }

    @Test
    void only_so_many_rows_are_asked_about_at_once() {
        shows(WebSamples.ready());
        String[] shown = IntStream.range(0, 500)
                .mapToObj(i -> UUID.randomUUID() + ".1.READY_TO_EXPORT")
                .toArray(String[]::new);

        mvc.get().uri("/jobs").param("shown", shown).exchange();

        verify(projects).withIds(argThat(ids -> ids.size() == 100), any());
    }

    private static ProjectExport ready(UUID id, int round) {
        ProjectExport sample = WebSamples.ready();
        Submission was = sample.submission();
        Submission submission = new Submission(
                was.project(),
                was.submitter(),
                was.submitterName(),
                was.creator(),
                was.creatorEmail(),
                round,
                was.submittedAt());
        return new ProjectExport(id, submission, sample.status(), null, sample.outcome());
    }

    @Test
    void pages_lead_to_the_one_before_and_the_one_after() {
        given(projects.search(any(), any()))
                .willReturn(new ProjectResultPage(List.of(WebSamples.ready()), Map.of(), 5));

        MvcTestResult page = mvc.get().uri("/jobs?size=2&page=1").exchange();

        assertShown(page).contains("Previous page Page 2 of 3 , 5 projects Next page");
        assertThat(html(page)).contains("href=\"/jobs?size=2\"", "href=\"/jobs?page=2&amp;size=2\"");
    }

    @Test
    void page_polls_only_while_something_is_exporting() {
        shows(WebSamples.waiting());
        assertThat(html(mvc.get().uri("/jobs?status=ALL").exchange()))
                .contains("hx-trigger=\"every 3s\"", "hx-select-oob=\"#filters,#row-" + WebSamples.ID);

        shows(WebSamples.synced(), WebSamples.ready());
        assertThat(html(mvc.get().uri("/jobs?status=ALL").exchange())).doesNotContain("every 3s");
    }

    @Test
    void empty_list_says_what_to_do_next() {
        shows();
        assertShown(mvc.get().uri("/jobs").exchange()).contains("Nothing waits for a decision.");
        assertShown(mvc.get().uri("/jobs?status=ALL").exchange()).contains("once a project team has submitted one");
        assertShown(mvc.get().uri("/jobs?search=xyz").exchange())
                .contains("Nothing here matches “ xyz ”. Show everything without the search");
        given(currentPerson.get()).willReturn(SAM);
        assertShown(mvc.get().uri("/jobs").exchange()).contains("Submit the first one");
    }

    @Test
    void page_beyond_the_last_one_leads_back() {
        given(projects.search(any(), any())).willReturn(new ProjectResultPage(List.of(), Map.of(), 5));

        MvcTestResult page = mvc.get().uri("/jobs?size=2&page=9").exchange();

        assertShown(page)
                .contains("There is nothing on this page any more")
                .doesNotContain("There are no projects yet");
        assertThat(html(page)).contains("rel=\"prev\" href=\"/jobs?page=2&amp;size=2\"");
    }

    @Test
    void refusal_is_a_sentence_on_a_page() {
        given(projects.search(any(), any())).willThrow(ActionRefused.forbidden("You may not see projects."));

        MvcTestResult page = mvc.get().uri("/jobs").exchange();

        assertThat(page).hasStatus(403);
        assertShown(page).contains("You may not see projects.", "Anna Approver", "the API and its description");
    }

    @Test
    void unexpected_error_shows_a_reference_and_nothing_of_the_inside() {
        given(projects.search(any(), any())).willThrow(new IllegalStateException("inside"));

        MvcTestResult page = mvc.get().uri("/jobs").exchange();

        assertThat(page).hasStatus(500);
        assertShown(page).contains("tell an administrator the reference").doesNotContain("inside");
    }

    private void shows(ProjectExport... exports) {
        Map<ExportStatus, Long> counts = Map.of(ExportStatus.READY_TO_EXPORT, 4L, ExportStatus.SYNCED, 3L);
        given(projects.search(any(), any()))
                .willReturn(new ProjectResultPage(List.of(exports), counts, exports.length));
    }
}
