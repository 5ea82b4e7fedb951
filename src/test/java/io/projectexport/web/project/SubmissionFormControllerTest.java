package io.projectexport.web.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.verify;

import io.projectexport.export.notification.Rejection;
import io.projectexport.export.permission.Action;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.FieldError;
import io.projectexport.web.PageTest;
import io.projectexport.web.WebSamples;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class SubmissionFormControllerTest extends PageTest {

    private static final String CORRECT = "/jobs/" + WebSamples.ID + "/correct";

    @BeforeEach
    void sam_is_logged_in() {
        given(currentPerson.get()).willReturn(SAM);
        given(read.details(any(), any())).willReturn(WebSamples.details(WebSamples.ready()));
    }

    @Test
    void number_that_is_taken_leads_to_the_project_that_has_it() {
        FieldError taken = new FieldError("projectNumber", "Project number P-7 is already there.", WebSamples.ID);
        given(currentPerson.get()).willReturn(SAM);
        given(process.submit(any())).willThrow(ActionRefused.conflict(taken));

        MvcTestResult page =
                mvc.post().uri("/jobs/new").param("projectNumber", "P-7").exchange();

        assertThat(page).hasStatus(409);
        assertShown(page)
                .contains("Project number P-7 is already there. Look at it")
                .doesNotContain(WebSamples.ID.toString());
        assertThat(html(page)).contains("href=\"/jobs/" + WebSamples.ID + "\"");
    }

    @Test
    void submission_leads_to_the_new_project() {
        given(process.submit(Map.of("projectNumber", "P-1", "projectName", "Pier")))
                .willReturn(WebSamples.ID);

        assertThat(mvc.post()
                        .uri("/jobs/new")
                        .param("projectNumber", "P-1")
                        .param("projectName", "Pier")
                        .param("initiator", "somebody-else"))
                .hasRedirectedUrl("/jobs/" + WebSamples.ID);
    }

    @Test
    void amount_is_read_as_people_write_it_and_shown_again_as_it_was_typed() {
        given(process.submit(Map.of("estimateAmount", "1250000.00")))
                .willThrow(ActionRefused.invalid("projectNumber", "Project number is missing."));

        MvcTestResult page = mvc.post()
                .uri("/jobs/new")
                .param("estimateAmount", "$1,250,000.00")
                .exchange();

        assertThat(page).hasStatus(400);
        assertThat(html(page)).contains("value=\"$1,250,000.00\"", "Project number is missing.");
    }

    @Test
    void correction_reads_an_amount_as_people_write_it() {
        assertThat(mvc.post().uri(CORRECT).param("estimateAmount", "1 250 000"))
                .hasRedirectedUrl("/jobs/" + WebSamples.ID);

        verify(process).resubmit(WebSamples.ID, Map.of("estimateAmount", "1250000"));
    }

    @Test
    void errors_stand_beside_their_fields_and_nothing_typed_is_lost() {
        given(process.submit(any()))
                .willThrow(ActionRefused.invalid(List.of(
                        new FieldError("projectNumber", "Project number is missing."),
                        new FieldError("deadline", "Deadline must be a date."))));

        MvcTestResult page = mvc.post()
                .uri("/jobs/new")
                .param("projectNumber", "")
                .param("projectName", "<Pier>")
                .param("deadline", "soon")
                .exchange();

        assertThat(page).hasStatus(400);
        assertShown(page).contains("Please correct: Project number Deadline", "Project number is missing.");
        assertThat(html(page))
                .contains(
                        "id=\"projectNumber-error\"",
                        "aria-describedby=\"deadline-error\"",
                        "value=\"&lt;Pier&gt;\"",
                        "value=\"soon\"");
    }

    @Test
    void who_may_not_submit_is_told_before_typing() {
        willThrow(ActionRefused.forbidden("Only members of a project team may submit projects."))
                .given(rules)
                .checkMaySubmit(SAM);

        MvcTestResult page = mvc.get().uri("/jobs/new").exchange();

        assertThat(page).hasStatus(403);
        assertShown(page).contains("Only members of a project team may submit projects.");
    }

    @Test
    void correction_starts_with_what_was_submitted_and_resubmits_what_is_sent() {
        assertThat(html(mvc.get().uri(CORRECT).exchange()))
                .contains("value=\"Harbour Bridge\"", "value=\"12,500.50\"", "value=\"2027-03-31\"");

        assertThat(mvc.post().uri(CORRECT).param("projectName", "New").param("client", ""))
                .hasRedirectedUrl("/jobs/" + WebSamples.ID);
        verify(process).resubmit(WebSamples.ID, Map.of("projectName", "New", "client", ""));
    }

    @Test
    void correction_names_its_project_and_why_it_was_rejected() {
        given(read.details(any(), any())).willReturn(WebSamples.details(WebSamples.rejected()));
        given(rejections.latest(WebSamples.ID)).willReturn(Optional.of(new Rejection(2, "Anna Approver", "Too vague")));

        assertShown(mvc.get().uri(CORRECT).exchange())
                .contains("Back to the project", "Correct P-7 Harbour Bridge", "Why it was rejected Too vague");
    }

    @Test
    void correction_of_what_cannot_be_corrected_is_refused_with_the_reason() {
        willThrow(ActionRefused.conflict("Nothing was changed: it is Exporting."))
                .given(rules)
                .check(Action.RESUBMIT, WebSamples.ready(), SAM);

        MvcTestResult page = mvc.get().uri(CORRECT).exchange();

        assertThat(page).hasStatus(409);
        assertShown(page).contains("Nothing was changed: it is Exporting.");
    }

    @Test
    void refusal_about_no_field_is_told_above_the_form() {
        willThrow(ActionRefused.conflict("Somebody was first.")).given(process).resubmit(any(), any());

        assertShown(mvc.post().uri(CORRECT).param("projectName", "New").exchange())
                .contains("Somebody was first.");
    }
}
