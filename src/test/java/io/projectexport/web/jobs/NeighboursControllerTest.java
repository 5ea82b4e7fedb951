package io.projectexport.web.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.query.FindProjects.Neighbours;
import io.projectexport.export.query.ProjectSearch.Place;
import io.projectexport.web.PageTest;
import io.projectexport.web.WebSamples;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class NeighboursControllerTest extends PageTest {

    private static final String URL = "/jobs/" + WebSamples.ID + "/neighbours";
    private static final UUID OTHER = UUID.randomUUID();

    @Test
    void place_links_and_page_are_those_of_the_whole_filter() {
        finds(new Place(true, 111L, 278L, OTHER, OTHER), WebSamples.ready());

        MvcTestResult answer = mvc.get()
                .uri(URL + "?status=READY_TO_EXPORT&client=Harbour&size=50&page=0")
                .exchange();

        assertThat(answer).bodyJson().isEqualTo("""
                        {"within": true, "place": "112 of 278",
                         "previous": {"address": "/jobs/%1$s", "label": "P-7 Harbour Bridge"},
                         "next": {"address": "/jobs/%1$s", "label": "P-7 Harbour Bridge"},
                         "list": "/jobs?status=READY_TO_EXPORT&page=2&size=50&client=Harbour#row-%1$s"}
                        """.formatted(WebSamples.ID), JsonCompareMode.STRICT);
    }

    @Test
    void decided_one_has_no_place_any_more_but_a_next_one_that_waits() {
        finds(new Place(false, 50L, 50L, null, OTHER), WebSamples.ready());

        assertThat(mvc.get().uri(URL + "?status=READY_TO_EXPORT&waiting=true"))
                .bodyJson()
                .hasPathSatisfying("$.place", place -> place.assertThat().isNull())
                .hasPathSatisfying("$.list", list -> list.assertThat().isEqualTo("/jobs?status=READY_TO_EXPORT"))
                .hasPathSatisfying("$.next.label", next -> next.assertThat().isEqualTo("P-7 Harbour Bridge"));
        verify(projects, times(1)).neighbours(any(), any(), any());
    }

    @Test
    void after_a_decision_in_the_list_of_all_the_next_one_is_one_that_waits() {
        finds(new Place(true, 0L, 2L, null, null), null);
        Neighbours waiting = new Neighbours(new Place(false, 0L, 1L, null, OTHER), null, WebSamples.ready());
        given(projects.neighbours(
                        eq(WebSamples.ID), argThat(query -> query.status() == ExportStatus.READY_TO_EXPORT), any()))
                .willReturn(waiting);

        assertThat(mvc.get().uri(URL + "?status=ALL&waiting=true"))
                .bodyJson()
                .hasPathSatisfying("$.place", place -> place.assertThat().isEqualTo("1 of 2"))
                .hasPathSatisfying("$.next.label", next -> next.assertThat().isEqualTo("P-7 Harbour Bridge"));
    }

    @Test
    void very_many_are_not_counted_to_the_end() {
        finds(new Place(true, 11L, null, null, null), null);
        assertThat(mvc.get().uri(URL + "?status=SYNCED"))
                .bodyJson()
                .hasPathSatisfying("$.place", place -> place.assertThat().isEqualTo("12 of more than 10,000"));

        finds(new Place(true, null, null, OTHER, OTHER), WebSamples.synced());
        assertThat(mvc.get().uri(URL + "?status=SYNCED&page=300"))
                .bodyJson()
                .hasPathSatisfying("$.place", place -> place.assertThat().isNull())
                .hasPathSatisfying("$.list", list -> list.assertThat().isEqualTo("/jobs?status=SYNCED&page=300"));
    }

    @Test
    void project_that_the_person_may_not_see_has_no_neighbours() {
        given(projects.neighbours(any(), any(), any())).willThrow(ActionRefused.notFound());

        assertThat(mvc.get().uri(URL)).hasStatus(404);
    }

    private void finds(Place place, ProjectExport beside) {
        given(projects.neighbours(any(), any(), any())).willReturn(new Neighbours(place, beside, beside));
    }
}
