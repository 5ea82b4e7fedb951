package io.projectexport.web.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.verify;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.query.ProjectResultPage;
import io.projectexport.export.query.SavedViews.SavedView;
import io.projectexport.web.PageTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class SavedViewsControllerTest extends PageTest {

    @Test
    void what_is_shown_is_saved_with_all_that_narrows_it() {
        MvcTestResult answer = mvc.post()
                .uri("/jobs/views?status=READY_TO_EXPORT&client=Harbour&estimateFrom=1000")
                .param("name", "Large ones")
                .exchange();

        String query = "?status=READY_TO_EXPORT&client=Harbour&estimateFrom=1000";
        verify(savedViews).save("Large ones", query, ANNA);
        assertThat(answer).hasRedirectedUrl("/jobs" + query);
    }

    @Test
    void views_are_links_that_can_be_removed() {
        given(projects.search(any(), any())).willReturn(new ProjectResultPage(List.of(), Map.of(), 0));
        given(savedViews.of(ANNA)).willReturn(List.of(new SavedView("<b>Large</b>", "?client=Harbour")));

        MvcTestResult page = mvc.get().uri("/jobs?client=Harbour").exchange();

        assertThat(html(page))
                .contains("&lt;b&gt;Large&lt;/b&gt;", "href=\"/jobs?client=Harbour\"", "/jobs/views/delete")
                .doesNotContain("<b>Large");
        mvc.post().uri("/jobs/views/delete").param("name", "<b>Large</b>").exchange();
        verify(savedViews).delete("<b>Large</b>", ANNA);
    }

    @Test
    void refused_name_is_told_on_the_list() {
        willThrow(ActionRefused.invalid("name", "Name is missing: give the view a name to save it."))
                .given(savedViews)
                .save(any(), any(), any());

        assertThat(mvc.post().uri("/jobs/views").param("name", " ").exchange())
                .hasRedirectedUrl("/jobs")
                .flash()
                .containsEntry("problem", "Name is missing: give the view a name to save it.");
    }
}
