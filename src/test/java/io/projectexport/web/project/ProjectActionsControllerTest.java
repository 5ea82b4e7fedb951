package io.projectexport.web.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.verify;

import io.projectexport.export.accounting.FoundJob;
import io.projectexport.export.accounting.XeroJob;
import io.projectexport.export.exactlyonce.ContactChoice;
import io.projectexport.export.exactlyonce.JobChoice;
import io.projectexport.export.permission.Action;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.query.ReadProject.Details;
import io.projectexport.web.PageTest;
import io.projectexport.web.WebSamples;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class ProjectActionsControllerTest extends PageTest {

    private static final String URL = "/jobs/" + WebSamples.ID;

    @Test
    void usual_reasons_are_offered_where_a_project_is_rejected() {
        shows(WebSamples.ready(), Action.REJECT);

        assertThat(html(mvc.get().uri(URL).exchange()))
                .contains("<option value=\"The estimate is missing.\">", "<option value=\"Too late\">");
    }

    @Test
    void only_what_the_person_can_do_is_offered() {
        shows(WebSamples.ready(), Action.ACCEPT, Action.REJECT);
        assertThat(html(mvc.get().uri(URL).exchange()))
                .contains(URL + "/accept", URL + "/reject")
                .doesNotContain(URL + "/retrieve", URL + "/withdraw", URL + "/retry");

        shows(WebSamples.ready(), Action.RETRIEVE);
        assertThat(html(mvc.get().uri(URL).exchange()))
                .contains(URL + "/retrieve")
                .doesNotContain(URL + "/accept", URL + "/reject", URL + "/withdraw", URL + "/retry");
    }

    @Test
    void acceptance_takes_the_contact_and_comes_back_with_the_result() {
        MvcTestResult answer = mvc.post()
                .uri(URL + "/accept")
                .param("contactName", "Other Ltd")
                .exchange();

        verify(process).accept(WebSamples.ID, JobChoice.of(ContactChoice.another("Other Ltd")));
        assertThat(answer).hasRedirectedUrl(URL).flash().containsKey("done");
    }

    @Test
    void acceptance_and_retry_take_another_client_in_xero_or_none() {
        for (String action : new String[] {"/accept", "/retry"}) {
            mvc.post()
                    .uri(URL + action)
                    .param("contact", "unchanged")
                    .param("contactName", "")
                    .exchange();
            mvc.post()
                    .uri(URL + action)
                    .param("contact", "another")
                    .param("contactName", "Other Ltd")
                    .exchange();
            mvc.post()
                    .uri(URL + action)
                    .param("contact", "none")
                    .param("contactName", "Other Ltd")
                    .exchange();
        }

        JobChoice another = JobChoice.of(ContactChoice.another("Other Ltd"));
        JobChoice none = JobChoice.of(ContactChoice.NONE);
        for (JobChoice choice : new JobChoice[] {JobChoice.NONE, another, none}) {
            verify(process).accept(WebSamples.ID, choice);
            verify(process).retry(WebSamples.ID, choice);
        }
    }

    @Test
    void another_client_without_a_name_is_asked_for_again() {
        given(read.details(WebSamples.ID, ANNA)).willReturn(WebSamples.failed(new FoundJob[0]));

        MvcTestResult page = mvc.post()
                .uri(URL + "/retry")
                .param("contact", "another")
                .param("contactName", " ")
                .exchange();

        assertThat(page).hasStatus(400);
        assertShown(page).contains("Xero contact is missing", "Harbour Trust (as approved)");
        assertThat(html(page)).containsPattern("value=\"another\"[^>]*checked");
    }

    @Test
    void second_press_of_a_button_has_the_answer_of_the_first() {
        shows(WebSamples.synced());
        willThrow(ActionRefused.conflict("Nothing was changed: this project is Synced."))
                .given(process)
                .accept(any(), any());
        given(read.wasJustDone(WebSamples.ID, Action.ACCEPT, ANNA)).willReturn(true);

        assertThat(mvc.post().uri(URL + "/accept").exchange())
                .hasRedirectedUrl(URL)
                .flash()
                .containsEntry("done", "Accepted; it is on its way to Xero.");
    }

    @Test
    void refused_acceptance_says_why_and_keeps_the_contact_that_was_typed() {
        shows(WebSamples.ready(), Action.ACCEPT);
        willThrow(ActionRefused.invalid("contactName", "Xero contact is too long."))
                .given(process)
                .accept(any(), any());

        MvcTestResult page = mvc.post()
                .uri(URL + "/accept")
                .param("contactName", "Typed Ltd")
                .exchange();

        assertThat(page).hasStatus(400);
        assertShown(page).contains("Xero contact is too long.");
        assertThat(html(page)).contains("value=\"Typed Ltd\"");
    }

    @Test
    void rejection_without_a_comment_opens_the_dialog_again_with_the_reason() {
        shows(WebSamples.ready(), Action.REJECT);
        willThrow(ActionRefused.invalid("comment", "Comment is missing."))
                .given(process)
                .reject(WebSamples.ID, "  ");

        MvcTestResult page =
                mvc.post().uri(URL + "/reject").param("comment", "  ").exchange();

        assertShown(page).containsOnlyOnce("Comment is missing.");
        assertThat(html(page)).contains("data-open=\"yes\"");
    }

    @Test
    void who_comes_second_reads_who_was_first_and_is_offered_nothing_any_more() {
        shows(WebSamples.synced());
        willThrow(ActionRefused.conflict("Nothing was changed: Ben was first."))
                .given(process)
                .accept(any(), any());

        MvcTestResult page = mvc.post().uri(URL + "/accept").exchange();

        assertThat(page).hasStatus(409);
        assertShown(page).containsOnlyOnce("Nothing was changed: Ben was first.");
        assertThat(html(page)).doesNotContain(URL + "/accept");
    }

    @Test
    void retry_offers_the_jobs_that_were_found_and_takes_the_choice() {
        given(read.details(WebSamples.ID, ANNA))
                .willReturn(WebSamples.failed(
                        new FoundJob(new XeroJob("job-9", "https://go.xero.com/job-9"), "created on 3 May")));
        assertShown(mvc.get().uri(URL).exchange())
                .contains("Link to created on 3 May Open in Xero", "None of them; create a new job");

        mvc.post().uri(URL + "/retry").param("choice", "job-9").exchange();
        mvc.post().uri(URL + "/retry").param("choice", "new").exchange();
        mvc.post().uri(URL + "/retry").exchange();

        verify(process).retry(WebSamples.ID, new JobChoice("job-9", false));
        verify(process).retry(WebSamples.ID, new JobChoice(null, true));
        verify(process).retry(WebSamples.ID, JobChoice.NONE);
    }

    @Test
    void acceptance_offers_the_jobs_that_were_found_and_takes_the_choice() {
        FoundJob found = new FoundJob(new XeroJob("job-9", "https://go.xero.com/job-9"), "status: closed");
        given(read.details(WebSamples.ID, ANNA))
                .willReturn(new Details(
                        WebSamples.ready(),
                        List.of(),
                        WebSamples.PREVIEW,
                        Set.of(Action.ACCEPT),
                        List.of(found),
                        WebSamples.AT_REVIEW));
        assertShown(mvc.get().uri(URL).exchange())
                .contains("Xero has jobs of this number already", "Link to status: closed Open in Xero");

        mvc.post()
                .uri(URL + "/accept")
                .param("choice", "job-9")
                .param("contact", "unchanged")
                .exchange();
        mvc.post().uri(URL + "/accept").param("choice", "new").exchange();

        verify(process).accept(WebSamples.ID, new JobChoice("job-9", false));
        verify(process).accept(WebSamples.ID, new JobChoice(null, true));
    }

    @Test
    void owner_takes_back_and_withdraws() {
        mvc.post().uri(URL + "/retrieve").exchange();
        mvc.post().uri(URL + "/withdraw").exchange();

        verify(process).retrieve(WebSamples.ID);
        verify(process).withdraw(WebSamples.ID);
    }

    @Test
    void preview_follows_the_contact() {
        shows(WebSamples.ready(), Action.ACCEPT);
        given(read.preview(WebSamples.ready(), "Other Ltd")).willReturn("Contact: Other Ltd");

        assertThat(html(mvc.get()
                        .uri(URL + "/preview")
                        .param("contactName", "Other Ltd")
                        .exchange()))
                .isEqualToIgnoringWhitespace("Contact: Other Ltd");
    }

    @Test
    void preview_follows_the_answer() {
        shows(WebSamples.ready(), Action.ACCEPT);
        given(read.preview(WebSamples.ready(), "Harbour Trust")).willReturn("Contact: Harbour Trust");
        given(read.preview(WebSamples.ready(), null)).willReturn("No contact");

        assertThat(html(mvc.get()
                        .uri(URL + "/preview?contact=unchanged&contactName=Othe")
                        .exchange()))
                .isEqualToIgnoringWhitespace("Contact: Harbour Trust");
        assertThat(html(mvc.get()
                        .uri(URL + "/preview?contact=none&contactName=Othe")
                        .exchange()))
                .isEqualToIgnoringWhitespace("No contact");
    }

    private void shows(ProjectExport export, Action... actions) {
        given(read.details(WebSamples.ID, ANNA))
                .willReturn(new Details(
                        export, List.of(), WebSamples.PREVIEW, Set.of(actions), List.of(), WebSamples.AT_REVIEW));
    }
}
