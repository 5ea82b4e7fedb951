package io.projectexport.web.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import io.projectexport.export.exactlyonce.JobChoice;
import io.projectexport.export.permission.Action;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.query.ProjectHints.Hints;
import io.projectexport.export.query.ProjectHints.LookAlike;
import io.projectexport.export.query.ProjectResultPage;
import io.projectexport.web.PageTest;
import io.projectexport.web.WebSamples;
import io.projectexport.web.decision.BulkDecisions.Result;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class JobsDecisionsControllerTest extends PageTest {

    private static final UUID OTHER = UUID.fromString("00000000-0000-0000-0000-000000000002");

    @BeforeEach
    void both_are_known() {
        given(projects.withIds(any(), any())).willReturn(List.of(WebSamples.ready()));
        given(projects.search(any(), any()))
                .willReturn(new ProjectResultPage(List.of(WebSamples.ready()), Map.of(), 1));
    }

    @Test
    void rows_can_be_marked_by_those_who_may_decide() {
        assertThat(html(mvc.get().uri("/jobs").exchange())).doesNotContain("Export to Xero");

        given(rules.allowed(any(), any())).willReturn(Set.of(Action.ACCEPT, Action.REJECT));

        assertThat(html(mvc.get().uri("/jobs").exchange()))
                .contains("Export to Xero", "name=\"mark." + WebSamples.ID + "\" value=\"accept\"");
    }

    @Test
    void each_mark_is_carried_out_on_its_own_and_what_is_refused_can_be_sent_again() {
        willThrow(ActionRefused.invalid("comment", "Comment is missing."))
                .given(process)
                .reject(OTHER, "");

        MvcTestResult answer = mvc.post()
                .uri("/jobs/decisions?status=READY_TO_EXPORT")
                .param("search", "a&b")
                .param("mark." + WebSamples.ID, "accept")
                .param("mark." + OTHER, "reject")
                .param("mark.00000000-0000-0000-0000-000000000003", "later")
                .param("comment", "")
                .exchange();

        verify(process).accept(WebSamples.ID, JobChoice.NONE);
        assertThat(answer).hasRedirectedUrl("/jobs?status=READY_TO_EXPORT&search=a%26b");
        assertThat(answer.getMvcResult().getFlashMap().get("results"))
                .isEqualTo(List.of(
                        new Result(
                                WebSamples.ID,
                                "accept",
                                "P-7 Harbour Bridge",
                                "Accepted; it is on its way to Xero.",
                                true),
                        new Result(OTHER, "reject", OTHER.toString(), "Comment is missing.", false)));
        assertThat(answer.getMvcResult().getFlashMap().get("marks")).isEqualTo(Map.of(OTHER, "reject"));
    }

    @Test
    void list_shows_what_became_of_each_and_keeps_refused_marks() {
        given(rules.allowed(any(), any())).willReturn(Set.of(Action.ACCEPT, Action.REJECT));
        Result refused = new Result(WebSamples.ID, "reject", "P-7 Harbour Bridge", "Comment is missing.", false);
        Result accepted = new Result(OTHER, "accept", "P-8 Old Mill", "Accepted; it is on its way to Xero.", true);

        MvcTestResult page = mvc.get()
                .uri("/jobs")
                .flashAttr("results", List.of(refused, accepted))
                .flashAttr("marks", Map.of(WebSamples.ID, "reject"))
                .exchange();

        assertShown(page)
                .contains(
                        "P-7 Harbour Bridge : Comment is missing.",
                        "P-8 Old Mill : Accepted; it is on its way to Xero.");
        assertThat(html(page)).contains("hx-post=\"/jobs/progress", "name=\"id\" value=\"" + OTHER + "\"");
        assertThat(html(page)).contains("value=\"reject\" checked=\"checked\"");
    }

    @Test
    void progress_is_told_until_nothing_is_on_its_way() {
        String url = "/jobs/progress?id=" + WebSamples.ID;
        given(projects.withIds(List.of(WebSamples.ID), ANNA)).willReturn(List.of(WebSamples.waiting()));
        MvcTestResult moving = mvc.get().uri(url).exchange();
        assertShown(moving).contains("P-7 Harbour Bridge Exporting Xero's limit is used up".replace("'", "&#39;"));
        assertThat(html(moving)).contains("hx-post=\"/jobs/progress", "every 2s", "hx-swap-oob=\"true\"");

        given(projects.withIds(List.of(WebSamples.ID), ANNA)).willReturn(List.of(WebSamples.synced()));
        MvcTestResult arrived = mvc.get().uri(url).exchange();

        assertShown(arrived).contains("P-7 Harbour Bridge Synced Open in Xero");
        assertThat(html(arrived)).doesNotContain("hx-post", "every 2s").contains("data-arrived");
    }

    @Test
    void failed_rows_show_every_error_and_can_be_marked_with_retry() {
        given(rules.allowed(any(), any())).willReturn(Set.of(Action.RETRY, Action.REJECT));
        given(projects.search(any(), any()))
                .willReturn(new ProjectResultPage(List.of(WebSamples.failed()), Map.of(), 1));

        MvcTestResult page = mvc.get().uri("/jobs?status=FAILED_TO_EXPORT").exchange();

        assertShown(page).contains("Contact is archived.", "Retry all").doesNotContain("Accept all");
        mvc.post()
                .uri("/jobs/decisions")
                .param("mark." + WebSamples.ID, "retry")
                .exchange();
        verify(process).retry(WebSamples.ID, JobChoice.NONE);
    }

    @Test
    void all_that_failed_without_a_connection_is_retried_with_one_button() {
        given(rules.allowed(any(), any())).willReturn(Set.of(Action.RETRY, Action.REJECT));
        given(projects.search(any(), any()))
                .willReturn(new ProjectResultPage(List.of(WebSamples.notConnected()), Map.of(), 1));
        given(projects.failedWithoutConnection(ANNA)).willReturn(List.of(WebSamples.ID, OTHER));
        assertShown(mvc.get().uri("/jobs").exchange()).contains("Retry all of them");

        MvcTestResult answer = mvc.post()
                .uri("/jobs/retry-not-connected?status=FAILED_TO_EXPORT")
                .exchange();

        verify(process).retry(WebSamples.ID, JobChoice.NONE);
        verify(process).retry(OTHER, JobChoice.NONE);
        assertThat(answer).hasRedirectedUrl("/jobs?status=FAILED_TO_EXPORT");
        assertThat(answer.getMvcResult().getFlashMap().get("results"))
                .asInstanceOf(InstanceOfAssertFactories.list(Result.class))
                .extracting(Result::message)
                .containsOnly("On its way to Xero again.");
    }

    @Test
    void other_failures_offer_no_button_for_a_lost_connection() {
        given(rules.allowed(any(), any())).willReturn(Set.of(Action.RETRY, Action.REJECT));
        given(projects.search(any(), any()))
                .willReturn(new ProjectResultPage(List.of(WebSamples.failed()), Map.of(), 1));

        assertShown(mvc.get().uri("/jobs").exchange()).doesNotContain("Retry all of them");
    }

    @Test
    void rejections_can_have_reasons_of_their_own() {
        mvc.post()
                .uri("/jobs/decisions")
                .param("mark." + WebSamples.ID, "reject")
                .param("mark." + OTHER, "reject")
                .param("comment", "The estimate is missing.")
                .param("comment." + OTHER, "It is a duplicate.")
                .exchange();

        verify(process).reject(WebSamples.ID, "The estimate is missing.");
        verify(process).reject(OTHER, "It is a duplicate.");
    }

    @Test
    void two_decisions_about_one_project_are_none() {
        MvcTestResult answer = mvc.post()
                .uri("/jobs/decisions")
                .param("mark." + WebSamples.ID, "accept", "reject")
                .param("mark." + OTHER, "accept")
                .exchange();

        assertThat(answer)
                .flash()
                .extractingByKey("problem")
                .asString()
                .startsWith("A project was marked with two decisions");
        verifyNoInteractions(process);
    }

    @Test
    void browser_without_scripts_is_asked_on_a_page_for_reasons_and_before_many_jobs_are_made() {
        MvcTestResult asked = mvc.post()
                .uri("/jobs/decisions?status=READY_TO_EXPORT")
                .param("ask", "true")
                .param("mark." + WebSamples.ID, "reject")
                .exchange();

        assertShown(asked)
                .contains("Reject 1.", "P-7 Harbour Bridge: reject", "Reason for rejecting P-7 Harbour Bridge");
        assertThat(html(asked)).contains("name=\"comment." + WebSamples.ID + "\"");
        mvc.post()
                .uri("/jobs/decisions")
                .param("ask", "true")
                .param("mark." + WebSamples.ID, "accept")
                .param("mark." + OTHER, "accept")
                .exchange();
        verifyNoInteractions(process);
        mvc.post()
                .uri("/jobs/decisions")
                .param("ask", "true")
                .param("mark." + WebSamples.ID, "accept")
                .exchange();
        verify(process).accept(WebSamples.ID, JobChoice.NONE);
    }

    @Test
    void page_that_asks_counts_what_looks_like_a_job_that_exists() {
        given(projects.withIds(any(), any())).willReturn(List.of(WebSamples.ready()));
        LookAlike other = new LookAlike(OTHER, "P-0998", ExportStatus.SYNCED);
        given(hints.of(List.of(WebSamples.ready()), ANNA)).willReturn(Map.of(WebSamples.ID, new Hints(null, other)));

        MvcTestResult asked = mvc.post()
                .uri("/jobs/decisions")
                .param("ask", "true")
                .param("mark." + WebSamples.ID, "accept")
                .param("mark." + OTHER, "accept")
                .exchange();

        assertShown(asked).contains("1 of them looks like a job that Xero has already: P-7.");
    }

    @Test
    void many_decisions_are_summed_up_and_only_failures_listed() {
        List<UUID> ids =
                java.util.stream.Stream.generate(UUID::randomUUID).limit(6).toList();
        given(projects.withIds(ids, ANNA))
                .willReturn(List.of(
                        WebSamples.synced(),
                        WebSamples.synced(),
                        WebSamples.synced(),
                        WebSamples.synced(),
                        WebSamples.waiting(),
                        WebSamples.failed()));

        MvcTestResult progress = mvc.post()
                .uri("/jobs/progress")
                .param("id", ids.stream().map(UUID::toString).toArray(String[]::new))
                .exchange();

        assertShown(progress)
                .contains("6 decided: 1 Exporting, 4 Synced, 1 Failed to Export", "Contact is archived.")
                .doesNotContain("Open in Xero");
        assertThat(html(progress)).contains("value=\"5\"", "max=\"6\"");
        assertThat(html(progress))
                .contains(
                        "<a href=\"/jobs?status=SYNCED\">4 Synced,</a>",
                        "<a href=\"/jobs?status=FAILED_TO_EXPORT\">1 Failed to Export</a>");
    }

    @Test
    void nothing_marked_is_told() {
        MvcTestResult answer =
                mvc.post().uri("/jobs/decisions").param("comment", "typed").exchange();

        assertThat(answer)
                .flash()
                .containsEntry("problem", "Nothing is marked. Mark projects with Accept, Reject or Retry first.")
                .containsEntry("comment", "typed");
        verifyNoInteractions(process);
    }
}
