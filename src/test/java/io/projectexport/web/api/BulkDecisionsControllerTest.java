package io.projectexport.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import io.projectexport.export.exactlyonce.JobChoice;
import io.projectexport.export.permission.ActionRefused;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class BulkDecisionsControllerTest extends ApiTest {

    private static final UUID FIRST = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID SECOND = UUID.fromString("00000000-0000-4000-8000-000000000002");

    @Test
    void each_decision_counts_on_its_own() {
        willThrow(ActionRefused.conflict("Nothing was changed: this project is Synced."))
                .given(process)
                .accept(SECOND, JobChoice.NONE);

        assertThat(decide("accept", "{\"exportIds\": [\"%s\", \"%s\", \"P-7\", null]}".formatted(FIRST, SECOND)))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("""
                        {"results": [
                          {"exportId": "00000000-0000-4000-8000-000000000001", "status": "EXPORTING", "errors": []},
                          {"exportId": "00000000-0000-4000-8000-000000000002", "status": null, "errors": [
                            {"message": "Nothing was changed: this project is Synced."}]},
                          {"exportId": "P-7", "status": null, "errors": [
                            {"field": "exportId", "message": "There is no such project export, or you may not see it."}]},
                          {"exportId": null, "status": null, "errors": [
                            {"field": "exportId", "message": "There is no such project export, or you may not see it."}]}]}
                        """);
        // once more after the chunk with the refused one was undone
        verify(process, atLeastOnce()).accept(FIRST, JobChoice.NONE);
    }

    @Test
    void each_rejection_carries_the_comment() {
        assertThat(decide(
                        "reject",
                        "{\"exportIds\": [\"%s\", \"%s\"], \"comment\": \"No budget\"}".formatted(FIRST, SECOND)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("results[*].status")
                .isEqualTo(List.of("REJECTED", "REJECTED"));
        verify(process).reject(FIRST, "No budget");
        verify(process).reject(SECOND, "No budget");
    }

    @Test
    void unforeseen_error_in_one_decision_does_not_stop_the_others() {
        willThrow(new IllegalStateException("secret detail")).given(process).reject(FIRST, "x");

        assertThat(decide("reject", "{\"exportIds\": [\"%s\", \"%s\"], \"comment\": \"x\"}".formatted(FIRST, SECOND)))
                .hasStatusOk();
        verify(process).reject(SECOND, "x");
    }

    @Test
    void many_failed_ones_are_retried_each_on_its_own() {
        willThrow(ActionRefused.conflict("Somebody was first.")).given(process).retry(FIRST, JobChoice.NONE);

        assertThat(decide("retry", "{\"exportIds\": [\"%s\", \"%s\"]}".formatted(FIRST, SECOND)))
                .bodyJson()
                .extractingPath("results[*].status")
                .isEqualTo(Arrays.asList(null, "EXPORTING"));
        verify(process).retry(SECOND, JobChoice.NONE);
    }

    @Test
    void one_call_retries_all_that_failed_without_a_connection() {
        given(projects.failedWithoutConnection(ANNA)).willReturn(List.of(FIRST, SECOND));

        assertThat(mvc.post().uri("/api/projects/retry-not-connected"))
                .bodyJson()
                .extractingPath("results[*].exportId")
                .isEqualTo(List.of(FIRST.toString(), SECOND.toString()));
        verify(process).retry(FIRST, JobChoice.NONE);
        verify(process).retry(SECOND, JobChoice.NONE);
    }

    @Test
    void decision_about_nothing_or_too_much_is_refused() {
        String many = String.join(",", Collections.nCopies(501, "\"" + FIRST + "\""));
        for (String body :
                List.of("{}", "{\"exportIds\": []}", "{\"exportIds\": [" + many + "]}", "{\"exportIds\": \"x\"}")) {
            assertThat(decide("accept", body))
                    .hasStatus(400)
                    .bodyJson()
                    .extractingPath("errors[*].field")
                    .isEqualTo(List.of("exportIds"));
        }
        verifyNoInteractions(process);
    }

    private MvcTestResult decide(String decision, String body) {
        return mvc.post()
                .uri("/api/projects/" + decision)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
