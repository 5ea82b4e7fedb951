package io.projectexport.web.api;

import static io.projectexport.web.WebSamples.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import io.projectexport.export.accounting.FoundJob;
import io.projectexport.export.accounting.XeroJob;
import io.projectexport.export.exactlyonce.ContactChoice;
import io.projectexport.export.exactlyonce.JobChoice;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.WaitingPlace;
import io.projectexport.web.WebSamples;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class DecisionsControllerTest extends ApiTest {

    @BeforeEach
    void project_is_there() {
        given(read.details(ID, ANNA)).willReturn(WebSamples.details(WebSamples.synced()));
    }

    @Test
    void accept_responds_with_the_project_as_it_is_afterwards() {
        assertThat(post("accept"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("status")
                .isEqualTo("SYNCED");

        InOrder order = inOrder(process, read);
        order.verify(process).accept(ID, JobChoice.NONE);
        order.verify(read).details(ID, ANNA);
    }

    @Test
    void accept_takes_the_contact_that_was_chosen() {
        assertThat(post("accept", "{\"contactName\": \"Harbour Trust\"}")).hasStatusOk();
        verify(process).accept(ID, JobChoice.of(ContactChoice.another("Harbour Trust")));
    }

    @Test
    void accept_with_a_blank_contact_is_not_accept_without_one() {
        assertThat(post("accept", "{\"contactName\": \"\"}")).hasStatusOk();
        verify(process).accept(ID, JobChoice.of(ContactChoice.NONE));
    }

    @Test
    void recover_puts_back_unless_it_is_to_withdraw() {
        assertThat(post("recover")).hasStatusOk();
        assertThat(post("recover", "{\"withdraw\": true}")).hasStatusOk();

        InOrder order = inOrder(recovery);
        order.verify(recovery).putBack(ID, ANNA);
        order.verify(recovery).withdraw(ID, ANNA);
    }

    @Test
    void refusal_of_a_project_that_waits_elsewhere_says_where_and_for_whom() {
        willThrow(ActionRefused.waiting(
                        "P-7 waits at “Confirm as director” for ERP administrators.",
                        new WaitingPlace("Confirm as director", "ERP administrators")))
                .given(process)
                .retrieve(ID);

        assertThat(post("retrieve"))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("waitsAt.for")
                .isEqualTo("ERP administrators");
    }

    @Test
    void reject_hands_over_the_comment() {
        assertThat(post("reject", "{\"comment\": \"Wrong client\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("exportId")
                .isEqualTo(ID.toString());
        verify(process).reject(ID, "Wrong client");
    }

    @Test
    void note_hands_over_who_wrote_it_and_responds_with_the_project_and_its_history() {
        assertThat(post("note", "{\"comment\": \"Which budget is it?\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("exportId")
                .isEqualTo(ID.toString());
        verify(discussion).write(ID, ANNA, "Which budget is it?");
    }

    @Test
    void reject_without_a_comment_is_refused_by_field() {
        willThrow(ActionRefused.invalid("comment", "Comment is missing."))
                .given(process)
                .reject(ID, null);

        assertThat(post("reject", "{}"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("errors")
                .isEqualTo(List.of(Map.of("field", "comment", "message", "Comment is missing.")));
    }

    @Test
    void comment_that_is_no_text_is_refused_by_field() {
        assertThat(post("reject", "{\"comment\": {\"text\": \"no\"}}"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("errors")
                .isEqualTo(List.of(Map.of("field", "comment", "message", "comment must be text.")));
        verifyNoInteractions(process);
    }

    @Test
    void misspelt_field_is_refused_with_the_name_that_was_meant() {
        assertThat(post("reject", "{\"comments\": \"Wrong client\"}"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("errors")
                .isEqualTo(List.of(Map.of(
                        "field",
                        "comments",
                        "message",
                        "\"comments\" is not a field here; did you mean \"comment\"?")));
        verifyNoInteractions(process);
    }

    @Test
    void retry_retrieve_and_withdraw_need_no_body() {
        assertThat(post("retry")).hasStatusOk();
        assertThat(post("retrieve")).hasStatusOk();
        assertThat(post("withdraw")).hasStatusOk();

        verify(process).retry(ID, JobChoice.NONE);
        verify(process).retrieve(ID);
        verify(process).withdraw(ID);
    }

    @Test
    void retry_takes_the_choice_between_jobs_that_exist() {
        assertThat(post("retry", "{\"linkTo\": \"job-1\"}")).hasStatusOk();
        assertThat(post("retry", "{\"createNew\": true}")).hasStatusOk();

        verify(process).retry(ID, new JobChoice("job-1", false));
        verify(process).retry(ID, new JobChoice(null, true));
    }

    @Test
    void accept_takes_the_choice_between_jobs_that_exist() {
        assertThat(post("accept", "{\"linkTo\": \"job-1\"}")).hasStatusOk();
        assertThat(post("accept", "{\"createNew\": true, \"contactName\": \"Harbour Trust\"}"))
                .hasStatusOk();

        verify(process).accept(ID, new JobChoice("job-1", false));
        verify(process).accept(ID, new JobChoice(null, true, ContactChoice.another("Harbour Trust")));
    }

    @Test
    void retry_takes_another_contact_or_none() {
        assertThat(post("retry", "{\"contactName\": \"Harbour Trust\"}")).hasStatusOk();
        assertThat(post("retry", "{\"contactName\": \" \", \"createNew\": true}"))
                .hasStatusOk();

        verify(process).retry(ID, JobChoice.of(ContactChoice.another("Harbour Trust")));
        verify(process).retry(ID, new JobChoice(null, true, ContactChoice.NONE));
    }

    @Test
    void contact_that_cannot_be_used_is_refused_by_field() {
        for (String action : new String[] {"accept", "retry"}) {
            assertThat(post(action, "{\"contactName\": \"%s\"}".formatted("x".repeat(256))))
                    .hasStatus(400)
                    .bodyJson()
                    .extractingPath("errors[*].field")
                    .isEqualTo(List.of("contactName"));
        }
    }

    @Test
    void retry_takes_one_choice_and_not_two() {
        assertThat(post("retry", "{\"linkTo\": \"job-1\", \"createNew\": true}"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("errors[*].field")
                .isEqualTo(List.of("createNew"));
        verifyNoInteractions(process);
    }

    @Test
    void jobs_to_choose_from_are_shown() {
        FoundJob found = new FoundJob(new XeroJob("job-1", "https://xero.example/job-1"), "status: in progress");
        given(read.details(ID, ANNA)).willReturn(WebSamples.failed(found));

        assertThat(mvc.get().uri("/api/projects/{id}", ID))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("foundJobs")
                .isEqualTo(List.of(
                        Map.of("id", "job-1", "url", "https://xero.example/job-1", "details", "status: in progress")));
    }

    @Test
    void resubmit_changes_the_given_fields() {
        assertThat(post("resubmit", "{\"fields\": {\"client\": \"New Trust\", \"street\": null}}"))
                .hasStatusOk();

        Map<String, Object> changes = new HashMap<>(Map.of("client", "New Trust"));
        changes.put("street", null);
        verify(process).resubmit(ID, changes);
    }

    @Test
    void resubmit_takes_the_fields_as_the_body_itself() {
        assertThat(post("resubmit", "{\"client\": \"New Trust\"}")).hasStatusOk();
        verify(process).resubmit(ID, Map.of("client", "New Trust"));
    }

    @Test
    void resubmit_without_a_body_changes_nothing() {
        assertThat(post("resubmit")).hasStatusOk();
        verify(process).resubmit(ID, Map.of());
    }

    @Test
    void resubmit_refuses_unknown_fields_and_mixed_bodies() {
        assertThat(post("resubmit", "{\"fields\": {\"clientName\": \"x\"}}"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("errors[*].field")
                .isEqualTo(List.of("clientName"));
        assertThat(post("resubmit", "{\"fields\": {\"client\": \"x\"}, \"client\": \"y\"}"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("errors[*].field")
                .isEqualTo(List.of("fields"));
        assertThat(post("resubmit", "{\"fields\": 5}")).hasStatus(400);
        verifyNoInteractions(process);
    }

    @Test
    void second_decision_is_a_conflict_in_words_for_people() {
        String sentence = "Nothing was changed: this project is Exporting (decided by Bea on 1 Jun 2027, 13:00).";
        willThrow(ActionRefused.conflict(sentence)).given(process).accept(any(), any());

        MvcTestResult answer = post("accept");

        assertThat(answer).hasStatus(409).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().extractingPath("detail").isEqualTo(sentence);
        assertThat(answer).bodyJson().extractingPath("errors").isEqualTo(List.of(Map.of("message", sentence)));
    }

    @Test
    void who_may_not_decide_is_told_so() {
        willThrow(ActionRefused.forbidden("Only accounting approvers may decide about projects."))
                .given(process)
                .retry(ID, JobChoice.NONE);

        assertThat(post("retry"))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("detail")
                .isEqualTo("Only accounting approvers may decide about projects.");
    }

    private MvcTestResult post(String action) {
        return mvc.post().uri("/api/projects/{id}/{action}", ID, action).exchange();
    }

    private MvcTestResult post(String action, String json) {
        return mvc.post()
                .uri("/api/projects/{id}/{action}", ID, action)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }
}
