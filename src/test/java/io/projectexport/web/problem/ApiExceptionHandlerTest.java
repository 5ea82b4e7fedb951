package io.projectexport.web.problem;

import static io.projectexport.web.WebSamples.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verifyNoInteractions;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.web.api.ApiTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ExtendWith(OutputCaptureExtension.class)
class ApiExceptionHandlerTest extends ApiTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"projectName\": \"Bridge\",}      | The body is not valid JSON; it cannot be understood at line 1, column 26.",
                "{\"projectName\": \"Bridge          | The body is not valid JSON; it cannot be understood at line 1, column 24.",
                "{\"city\": \"a\", \"city\": \"b\"}  | A field is given twice in the JSON at line 1, column 21.",
                "hello                               | The body is not valid JSON; it cannot be understood at line 1, column 1.",
                "[1]                                 | The body must be one JSON object.",
                "\"text\"                            | The body must be one JSON object.",
                "{} {}                               | The body must be one JSON object.",
                "null                                | The body is missing or cannot be read.",
                "``                                  | The body is missing or cannot be read.",
            })
    void body_that_is_not_what_it_should_be_is_refused_with_where_and_why(String body, String message) {
        MvcTestResult answer = submission(body).exchange();

        assertThat(answer).hasStatus(400).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().extractingPath("detail").isEqualTo(message);
        assertThat(answer)
                .bodyJson()
                .extractingPath("errors")
                .isEqualTo(List.of(Map.of("field", "body", "message", message)));
        verifyNoInteractions(process);
    }

    @Test
    void json_nested_without_end_is_refused() {
        String deep = "{\"client\": " + "[".repeat(5000) + "]".repeat(5000) + "}";

        assertThat(submission(deep)).hasStatus(400).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        verifyNoInteractions(process);
    }

    @Test
    void body_of_another_type_is_refused() {
        MvcTestResult answer =
                submission("{}").contentType(MediaType.APPLICATION_XML).exchange();

        assertThat(answer).hasStatus(415).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().extractingPath("errors[0].field").isEqualTo("Content-Type");
        assertThat(answer)
                .bodyJson()
                .extractingPath("detail")
                .isEqualTo("Content-Type 'application/xml' is not supported.");
    }

    @Test
    void answer_that_nobody_can_give_is_refused_before_anything_happens() {
        MvcTestResult answer =
                submission("{}").accept(MediaType.APPLICATION_PDF).exchange();

        assertThat(answer).hasStatus(406).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().extractingPath("errors[0].field").isEqualTo("Accept");
        verifyNoInteractions(process);
    }

    @Test
    void wrong_method_is_refused_and_the_right_ones_are_named() {
        assertThat(mvc.delete().uri("/api/projects/{id}", ID))
                .hasStatus(405)
                .hasHeader("Allow", "GET")
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .extractingPath("errors")
                .isEqualTo(List.of(Map.of("message", "Method 'DELETE' is not supported.")));
    }

    @Test
    void unknown_address_is_not_found() {
        assertThat(mvc.get().uri("/api/nothing/here"))
                .hasStatus(404)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .extractingPath("detail")
                .isEqualTo("There is nothing at this address.");
    }

    @Test
    void malformed_id_is_not_found_like_an_unknown_one() {
        given(read.details(ID, ANNA)).willThrow(ActionRefused.notFound());

        for (String id : List.of("P-7", ID.toString())) {
            assertThat(mvc.get().uri("/api/projects/{id}", id))
                    .hasStatus(404)
                    .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .bodyJson()
                    .extractingPath("errors")
                    .isEqualTo(List.of(Map.of(
                            "field",
                            "exportId",
                            "message",
                            "There is no such project export, or you may not see it.")));
        }
    }

    @Test
    void refusal_is_a_problem_also_where_a_file_was_asked_for() {
        given(read.details(any(), any())).willThrow(ActionRefused.notFound());

        assertThat(mvc.get().uri("/api/projects/{id}/history.csv", ID).accept("text/csv"))
                .hasStatus(404)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void unforeseen_error_shows_only_a_reference_that_the_log_knows(CapturedOutput log) {
        given(process.submit(any())).willThrow(new IllegalStateException("secret detail"));

        MvcTestResult answer = submission("{}").exchange();

        assertThat(answer).hasStatus(500).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyText().doesNotContain("secret", "Exception", "io.projectexport");
        String detail =
                assertThat(answer).bodyJson().extractingPath("detail").actual().toString();
        String reference = detail.replaceFirst(".*reference (.*)\\.", "$1");
        assertThat(log).contains("reference " + reference).contains("secret detail");
    }

    @Test
    void missing_login_is_left_to_spring_security() {
        given(currentPerson.get()).willThrow(new AuthenticationCredentialsNotFoundException("Nobody is logged in."));

        assertThat(mvc.get().uri("/api/projects"))
                .hasFailed()
                .failure()
                .hasRootCauseInstanceOf(AuthenticationCredentialsNotFoundException.class);
    }

    private MockMvcRequestBuilder submission(String body) {
        return mvc.post()
                .uri("/api/projects")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }
}
