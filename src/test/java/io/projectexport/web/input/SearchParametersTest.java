package io.projectexport.web.input;

import static io.projectexport.web.WebSamples.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.query.ProjectQuery;
import io.projectexport.export.query.ProjectQuery.Sort;
import io.projectexport.export.query.ProjectResultPage;
import io.projectexport.web.WebSamples;
import io.projectexport.web.api.ApiTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchParametersTest extends ApiTest {

    @BeforeEach
    void one_project_is_ready() {
        given(projects.search(any(), eq(ANNA)))
                .willReturn(new ProjectResultPage(
                        List.of(WebSamples.ready()),
                        Map.of(ExportStatus.READY_TO_EXPORT, 1L, ExportStatus.SYNCED, 7L),
                        1));
        given(read.preview(any())).willReturn(WebSamples.PREVIEW);
        given(statistics.inStatusSince(List.of(ID))).willReturn(Map.of(ID, WebSamples.DECIDED));
    }

    @Test
    void page_holds_flat_projects_and_a_count_for_every_status() {
        assertThat(mvc.get().uri("/api/projects")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                        {"items": [{"exportId": "3f1c1b6a-6f0e-4f7e-9a54-0b5f7e0f9d11", "status": "READY_TO_EXPORT",
                                    "projectNumber": "P-7", "xeroPreview": "Name: P-7 - Harbour Bridge\\nContact: Harbour Trust"}],
                         "counts": {"READY_TO_EXPORT": 1, "EXPORTING": 0, "SYNCED": 7, "FAILED_TO_EXPORT": 0,
                                    "REJECTED": 0, "RETRIEVED": 0, "WITHDRAWN": 0},
                         "page": 0, "size": 50, "total": 1}
                        """);
    }

    @Test
    void page_tells_names_of_submitters_and_since_when_in_the_zone_of_the_people() {
        assertThat(mvc.get().uri("/api/projects")).bodyJson().isLenientlyEqualTo("""
                        {"items": [{"submitter": "sam", "submitterName": "Sam Taylor",
                                    "since": "2027-06-01T13:00:00+10:00"}],
                         "timeZone": "Australia/Sydney"}
                        """);
    }

    @Test
    void items_come_without_history_and_without_a_question_for_each() {
        assertThat(mvc.get().uri("/api/projects"))
                .bodyJson()
                .doesNotHavePath("items[0].history")
                .doesNotHavePath("items[0].actions");
        verify(read, never()).details(eq(ID), any());
    }

    @Test
    void newest_come_first_when_nothing_is_asked_for() {
        assertThat(mvc.get().uri("/api/projects?status=&search=&sort=&page=&size="))
                .hasStatusOk();
        verify(projects).search(new ProjectQuery(null, null, null, Sort.SUBMITTED_AT, true, 0, 50), ANNA);
    }

    @Test
    void everything_asked_for_reaches_the_query() {
        assertThat(mvc.get()
                        .uri("/api/projects?status=SYNCED&sort=client&page=3&size=200")
                        .param("search", " harbour \0"))
                .hasStatusOk();
        verify(projects)
                .search(new ProjectQuery(ExportStatus.SYNCED, "harbour", null, Sort.CLIENT, false, 3, 200), ANNA);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "submittedAt         | SUBMITTED_AT    | false",
                "-projectNumber      | PROJECT_NUMBER  | true",
                "projectName,desc    | PROJECT_NAME    | true",
                "submitter,asc       | SUBMITTER       | false",
                "-estimateAmount     | ESTIMATE_AMOUNT | true",
                "deadline            | DEADLINE        | false",
            })
    void order_is_a_field_and_a_direction(String sort, Sort field, boolean descending) {
        assertThat(mvc.get().uri("/api/projects").param("sort", sort)).hasStatusOk();
        verify(projects).search(new ProjectQuery(null, null, null, field, descending, 0, 50), ANNA);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status | Ready            | There is no such list: there are Ready to Export, Exporting, Synced, Failed to Export, Rejected, Retrieved, Withdrawn, as status=READY_TO_EXPORT in an address.",
                "sort   | password         | sort must be one of client, deadline, estimateAmount, projectName, projectNumber, submittedAt, submitter, with - before it for descending.",
                "sort   | client,up        | sort must be one of client, deadline, estimateAmount, projectName, projectNumber, submittedAt, submitter, with - before it for descending.",
                "page   | -1               | page must be a whole number from 0 to 1000000.",
                "page   | 99999999999      | page must be a whole number from 0 to 1000000.",
                "size   | 0                | size must be a whole number from 1 to 200.",
                "size   | 201              | size must be a whole number from 1 to 200.",
                "size   | many             | size must be a whole number from 1 to 200.",
            })
    void parameter_that_cannot_be_understood_is_named(String parameter, String value, String message) {
        assertThat(mvc.get().uri("/api/projects").param(parameter, value))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("errors")
                .isEqualTo(List.of(Map.of("field", parameter, "message", message)));
        verifyNoInteractions(projects);
    }

    @Test
    void who_may_see_nothing_is_told_so() {
        given(projects.search(any(), any()))
                .willThrow(ActionRefused.forbidden("You have no permission to see projects."));

        assertThat(mvc.get().uri("/api/projects"))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("errors")
                .isEqualTo(List.of(Map.of("message", "You have no permission to see projects.")));
    }
}
