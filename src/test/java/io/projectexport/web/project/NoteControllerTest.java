package io.projectexport.web.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verify;

import io.projectexport.export.conversation.Contribution;
import io.projectexport.export.conversation.DiscussProject.Written;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.web.PageTest;
import io.projectexport.web.WebSamples;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class NoteControllerTest extends PageTest {

    private static final String URL = "/jobs/" + WebSamples.ID;

    @Test
    void approver_is_offered_a_question_and_told_who_gets_it() {
        shows(WebSamples.ready(), Contribution.QUESTION);
        assertShown(mvc.get().uri(URL).exchange()).contains("Ask creator and submitter", "Nothing else changes");

        given(discussion.write(WebSamples.ID, ANNA, "Which budget?")).willReturn(new Written(Contribution.QUESTION, 2));
        assertThat(mvc.post().uri(URL + "/note").param("comment", "Which budget?"))
                .hasRedirectedUrl(URL)
                .flash()
                .containsEntry("done", "Sent; creator and submitter get it by e-mail, and the answer stands here.");
        verify(discussion).write(WebSamples.ID, ANNA, "Which budget?");
    }

    @Test
    void owner_sees_the_open_question_with_a_field_for_the_answer_before_everything_else() {
        shows(WebSamples.ready(), Contribution.ANSWER);
        given(conversation.unanswered(any(), any()))
                .willReturn(List.of(WebSamples.step("Question", "Which <budget>?", null, null)));

        assertShown(mvc.get().uri(URL).exchange())
                .containsSubsequence(
                        "A question about this project",
                        "Which &lt;budget&gt;?",
                        "Asked by Sam Taylor",
                        "Your answer",
                        "Send the answer",
                        "What will be created")
                .doesNotContain("Write a note");
    }

    @Test
    void other_approvers_see_that_an_answer_is_waited_for() {
        shows(WebSamples.ready(), Contribution.QUESTION);
        given(conversation.unanswered(any(), any()))
                .willReturn(List.of(WebSamples.step("Question", "Which budget?", null, null)));

        assertShown(mvc.get().uri(URL).exchange())
                .contains("Waits for an answer Which budget?")
                .doesNotContain("Your answer");
    }

    @Test
    void a_question_that_was_open_when_the_project_ended_is_told_in_the_past() {
        for (ProjectExport ended :
                List.of(WebSamples.synced(), WebSamples.rejected(), WebSamples.retrieved(), WebSamples.withdrawn())) {
            given(read.details(any(), any())).willReturn(WebSamples.details(ended));
            given(conversation.unanswered(any(), any()))
                    .willReturn(List.of(WebSamples.step("Question", "Which budget?", null, null)));

            assertShown(mvc.get().uri(URL).exchange())
                    .as(ended.status().label())
                    .contains("Was not answered Which budget?")
                    .doesNotContain("Waits for an answer");
        }
    }

    @Test
    void nobody_is_offered_what_is_not_possible() {
        given(read.details(any(), any())).willReturn(WebSamples.details(WebSamples.synced()));

        assertThat(html(mvc.get().uri(URL).exchange())).doesNotContain("/note");
    }

    @Test
    void refusal_stands_beside_what_was_typed() {
        shows(WebSamples.ready(), Contribution.QUESTION);
        given(discussion.write(any(), any(), any()))
                .willThrow(ActionRefused.invalid("comment", "The question is too long: 2000 characters fit."));

        MvcTestResult page =
                mvc.post().uri(URL + "/note").param("comment", "<b>long").exchange();

        assertThat(page).hasStatus(400);
        assertThat(html(page)).contains("The question is too long", "&lt;b&gt;long", "open=\"open\"");
    }

    private void shows(ProjectExport export, Contribution kind) {
        given(read.details(any(), any())).willReturn(WebSamples.details(export));
        given(conversation.allowed(any(), any(), any())).willReturn(Optional.of(kind));
    }
}
