package io.projectexport.web.api;

import static io.projectexport.web.WebSamples.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.FieldError;
import io.projectexport.web.WebSamples;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class ProjectsControllerTest extends ApiTest {

    @Test
    void submitted_project_gets_an_id_a_status_and_an_address() {
        given(process.submit(any())).willReturn(ID);

        MvcTestResult answer = submit("{\"projectNumber\": \"P-7\", \"projectName\": \"Harbour Bridge\"}");

        assertThat(answer)
                .hasStatus(201)
                .hasHeader("Location", "/api/projects/" + ID)
                .bodyJson()
                .isStrictlyEqualTo("{\"exportId\": \"%s\", \"status\": \"READY_TO_EXPORT\"}".formatted(ID));
        verify(process).submit(Map.of("projectNumber", "P-7", "projectName", "Harbour Bridge"));
    }

    @Test
    void amounts_keep_every_digit_that_was_sent() {
        submit("{\"projectNumber\": 12345678901234567890, \"estimateAmount\": 12345678901.10}");

        assertThat(submittedFields().get("estimateAmount")).isEqualTo(new BigDecimal("12345678901.10"));
        assertThat(submittedFields().get("projectNumber")).hasToString("12345678901234567890");
    }

    @Test
    void values_of_a_wrong_type_reach_the_rules_as_they_are_to_be_named_with_all_other_problems() {
        submit("{\"projectName\": {\"en\": \"Bridge\"}, \"client\": [\"a\"], \"city\": true, \"state\": null}");

        assertThat(submittedFields())
                .containsEntry("projectName", Map.of("en", "Bridge"))
                .containsEntry("client", List.of("a"))
                .containsEntry("city", true)
                .containsEntry("state", null);
    }

    @Test
    void every_problem_of_a_bad_submission_is_named_by_field() {
        given(process.submit(any()))
                .willThrow(ActionRefused.invalid(List.of(
                        new FieldError("projectNumber", "Project number is missing."),
                        new FieldError("deadline", "Deadline must be a date."))));

        assertThat(submit("{}"))
                .hasStatus(400)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"status": 400, "title": "Bad Request",
                         "detail": "Project number is missing. Deadline must be a date.",
                         "errors": [
                           {"field": "projectNumber", "message": "Project number is missing."},
                           {"field": "deadline", "message": "Deadline must be a date."}]}
                        """);
    }

    @Test
    void duplicate_is_a_conflict_that_names_the_first() {
        given(process.submit(any()))
                .willThrow(ActionRefused.conflict("projectNumber", "Project number P-7 is already there."));

        assertThat(submit("{\"projectNumber\": \"P-7\"}"))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("errors")
                .isEqualTo(
                        List.of(Map.of("field", "projectNumber", "message", "Project number P-7 is already there.")));
    }

    @Test
    void unknown_fields_are_refused_with_the_name_that_was_meant() {
        MvcTestResult answer = submit("{\"project_name\": \"Harbour Bridge\", \"name\": \"x\", \"colour\": \"red\"}");

        assertThat(answer).hasStatus(400);
        assertThat(answer)
                .bodyJson()
                .extractingPath("errors[*].field")
                .isEqualTo(List.of("project_name", "name", "colour"));
        assertThat(answer)
                .bodyJson()
                .extractingPath("errors[0].message")
                .isEqualTo("\"project_name\" is not a field here; did you mean \"projectName\"?");
        assertThat(answer)
                .bodyJson()
                .extractingPath("errors[2].message")
                .asString()
                .startsWith("\"colour\" is not a field here; the fields are projectNumber, projectName, street,");
        verifyNoInteractions(process);
    }

    @Test
    void of_very_many_unknown_fields_the_first_are_named_and_the_others_counted() throws Exception {
        String many = IntStream.range(0, 20_000)
                .mapToObj("\"made-up-%d\": 1"::formatted)
                .collect(Collectors.joining(","));

        MvcTestResult answer = submit("{" + many + "}");

        assertThat(answer)
                .hasStatus(400)
                .bodyJson()
                .extractingPath("errors.length()")
                .isEqualTo(21);
        assertThat(answer)
                .bodyJson()
                .extractingPath("errors[20].message")
                .isEqualTo("19980 more names are not fields here.");
        assertThat(answer.getResponse().getContentAsString()).hasSizeLessThan(20_000);
    }

    @Test
    void name_that_is_no_name_is_not_repeated_in_full() throws Exception {
        String name = "x".repeat(40_000);

        for (String body : List.of("{\"%s\": 1}", "[{\"%s\": {}}]")) {
            MvcTestResult answer = submit(body.formatted(name));

            assertThat(answer).hasStatus(400);
            assertThat(answer.getResponse().getContentAsString()).hasSizeLessThan(2_000);
        }
    }

    @Test
    void details_are_flat_with_history_preview_and_actions() {
        given(read.details(ID, ANNA))
                .willReturn(WebSamples.details(
                        WebSamples.synced(),
                        WebSamples.step("Submitted", null, null, null),
                        WebSamples.step("Synced", null, null, "xero-1")));

        assertThat(mvc.get().uri("/api/projects/{id}", ID))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("""
                        {"exportId": "3f1c1b6a-6f0e-4f7e-9a54-0b5f7e0f9d11", "status": "SYNCED",
                         "projectNumber": "P-7", "projectName": "Harbour Bridge",
                         "street": "1 Quay St", "city": "Sydney", "state": "NSW", "postalCode": "2000",
                         "country": "Australia", "client": "Harbour Trust", "estimateAmount": 12500.50,
                         "deadline": "2027-03-31", "creatorEmail": "cleo@example.com",
                         "submitter": "sam", "submittedAt": "2027-01-11T09:30:00+11:00", "round": 2,
                         "decidedBy": "anna", "decidedAt": "2027-06-01T13:00:00+10:00",
                         "xeroJobId": "xero-1", "xeroJobUrl": "https://go.xero.com/xero-1",
                         "xeroPreview": "Name: P-7 - Harbour Bridge\\nContact: Harbour Trust",
                         "errors": [], "waitingUntil": null, "waitingFor": null,
                         "history": [
                           {"at": "2027-01-11T09:30:00+11:00", "who": "sam", "what": "Submitted", "round": 2,
                            "comment": null, "error": null, "xeroJobId": null},
                           {"at": "2027-01-11T09:30:00+11:00", "who": "sam", "what": "Synced", "round": 2,
                            "comment": null, "error": null, "xeroJobId": "xero-1"}],
                         "actions": ["ACCEPT"], "foundJobs": [], "waitsAt": {"name": "Review project", "for": "accounting approvers"}}
                        """);
    }

    @Test
    void failed_export_shows_what_went_wrong_and_what_to_do() {
        given(read.details(ID, ANNA)).willReturn(WebSamples.details(WebSamples.failed()));

        assertThat(mvc.get().uri("/api/projects/{id}", ID))
                .bodyJson()
                .extractingPath("errors")
                .isEqualTo(
                        List.of(Map.of("message", "Contact is archived.", "remedy", "Restore the contact in Xero.")));
    }

    @Test
    void waiting_export_says_until_when_and_for_what() {
        given(read.details(ID, ANNA)).willReturn(WebSamples.details(WebSamples.waiting()));

        assertThat(mvc.get().uri("/api/projects/{id}", ID)).bodyJson().isLenientlyEqualTo("""
                        {"waitingUntil": "2027-06-01T13:00:00+10:00", "waitingFor": "Xero's limit is used up"}
                        """);
    }

    @Test
    void undecided_project_has_nothing_about_a_decision_or_a_job() {
        given(read.details(ID, ANNA)).willReturn(WebSamples.details(WebSamples.ready()));

        assertThat(mvc.get().uri("/api/projects/{id}", ID))
                .bodyJson()
                .isLenientlyEqualTo(
                        "{\"decidedBy\": null, \"decidedAt\": null, \"xeroJobId\": null, \"xeroJobUrl\": null}");
    }

    @Test
    void history_is_a_csv_file() {
        given(read.details(ID, ANNA))
                .willReturn(WebSamples.details(
                        WebSamples.ready(),
                        WebSamples.step("Rejected", "Wrong client, \"Müller\"\nsee mail", null, null),
                        WebSamples.step("Synced", null, null, "xero-1")));

        MvcTestResult answer =
                mvc.get().uri("/api/projects/{id}/history.csv", ID).exchange();

        assertThat(answer)
                .hasStatusOk()
                .hasContentType("text/csv;charset=UTF-8")
                .hasHeader("Content-Disposition", "attachment; filename=\"history-P-7.csv\"");
        assertThat(answer)
                .bodyText()
                .isEqualTo("\uFEFFat,who,what,round,comment,error,xeroJobId\r\n"
                        + "2027-01-11T09:30:00+11:00,sam,Rejected,2,\"Wrong client, \"\"Müller\"\"\nsee mail\",,\r\n"
                        + "2027-01-11T09:30:00+11:00,sam,Synced,2,,,xero-1\r\n");
    }

    @Test
    void history_opened_in_a_spreadsheet_runs_no_formula() {
        given(read.details(ID, ANNA))
                .willReturn(WebSamples.details(
                        WebSamples.ready(),
                        WebSamples.step("=1+1", "+49", "-2", "@SUM(A1)"),
                        WebSamples.step("Rejected", "\t=1", "\r=1", "5 = 5")));

        assertThat(mvc.get().uri("/api/projects/{id}/history.csv", ID))
                .bodyText()
                .contains("'=1+1,2,'+49,'-2,'@SUM(A1)\r\n")
                .contains("'\t=1,\"'\r=1\",5 = 5\r\n");
    }

    private MvcTestResult submit(String json) {
        return mvc.post()
                .uri("/api/projects")
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> submittedFields() {
        ArgumentCaptor<Map<String, Object>> fields = ArgumentCaptor.forClass(Map.class);
        verify(process).submit(fields.capture());
        return fields.getValue();
    }
}
