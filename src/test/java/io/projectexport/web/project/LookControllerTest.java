package io.projectexport.web.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import io.projectexport.export.looking.ProjectLooks.Look;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.web.PageTest;
import io.projectexport.web.WebSamples;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LookControllerTest extends PageTest {

    private static final String URL = "/jobs/" + WebSamples.ID;
    private static final Look SAMS = new Look(WebSamples.ID, "sam", Instant.parse("2027-01-10T23:42:00Z"));

    @Test
    void page_says_who_else_looks_and_only_reads() {
        given(read.details(WebSamples.ID, ANNA)).willReturn(WebSamples.details(WebSamples.ready()));
        given(looking.isTold(any(), any())).willReturn(true);
        given(looking.others(List.of(WebSamples.ID), ANNA)).willReturn(List.of(SAMS));

        assertShown(mvc.get().uri(URL).exchange()).contains("Sam Taylor is looking at this, too (since 10:42)");
        verify(looking, never()).look(any(), any());
    }

    @Test
    void page_of_who_can_do_nothing_about_it_says_nothing() {
        given(read.details(WebSamples.ID, ANNA)).willReturn(WebSamples.details(WebSamples.ready()));

        assertThat(html(mvc.get().uri(URL).exchange())).doesNotContain("/looking");
    }

    @Test
    void open_page_tells_others_and_is_told_of_them() {
        given(looking.look(WebSamples.ID, ANNA)).willReturn(List.of(SAMS));

        assertThat(html(mvc.post().uri(URL + "/looking").exchange()).strip())
                .isEqualTo("<span class=\"looker\">Sam Taylor is looking at this, too (since 10:42)</span>");
    }

    @Test
    void browser_without_scripts_says_so_by_a_picture_that_is_none() {
        given(read.details(WebSamples.ID, ANNA)).willReturn(WebSamples.details(WebSamples.ready()));
        given(looking.isTold(any(), any())).willReturn(true);

        assertThat(html(mvc.get().uri(URL).exchange())).contains("<noscript><img", "src=\"" + URL + "/looking\"");
        assertThat(mvc.get().uri(URL + "/looking")).hasStatus(204);
        verify(looking).look(WebSamples.ID, ANNA);
    }

    @Test
    void closed_page_is_forgotten_at_once() {
        assertThat(mvc.post().uri(URL + "/left")).hasStatus(204);

        verify(looking).leave(WebSamples.ID, ANNA);
    }

    @Test
    void who_may_not_know_is_refused() {
        given(looking.look(any(), any())).willThrow(ActionRefused.forbidden("Only accounting approvers."));

        assertThat(mvc.post().uri(URL + "/looking")).hasStatus(403);
    }
}
