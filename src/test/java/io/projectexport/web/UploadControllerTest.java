package io.projectexport.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.verifyNoInteractions;

import io.projectexport.export.ActionRefused;
import io.projectexport.export.FieldError;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class UploadControllerTest extends PageTest {

    private static final String CSV = "projectNumber;projectName\nP-1;Pier\nP-2;<b>Dam</b>\n";

    @BeforeEach
    void sam_is_logged_in() {
        given(currentPerson.get()).willReturn(SAM);
    }

    @Test
    void file_is_shown_as_it_was_understood_before_anything_is_submitted() {
        MvcTestResult page = upload(CSV);

        assertShown(page).contains("Nothing is submitted yet: 2 projects in this file", "1 P-1 Pier");
        assertThat(html(page)).contains("&lt;b&gt;Dam").doesNotContain("<b>Dam");
        verifyNoInteractions(process);
    }

    @Test
    void preview_tells_what_is_wrong_in_which_row() {
        given(submissions.problems(Map.of("projectNumber", "P-2", "projectName", "<b>Dam</b>")))
                .willReturn(List.of(new FieldError("projectName", "Project name is too long.")));

        assertShown(upload(CSV))
                .contains("1 row is not right", "1 P-1 Pier", "2 P-2 &lt;b&gt;Dam&lt;/b&gt; Project name is too long.");
    }

    @Test
    void who_may_not_submit_is_told_so_before_and_after_choosing_a_file() {
        willThrow(ActionRefused.forbidden("Only members of a project team may submit projects."))
                .given(rules)
                .checkMaySubmit(SAM);

        for (MvcTestResult page : List.of(mvc.get().uri("/jobs/upload").exchange(), upload(CSV))) {
            assertThat(page).hasStatus(403);
            assertShown(page).contains("Only members of a project team may submit projects.");
        }
    }

    @Test
    void file_that_cannot_be_understood_is_refused_in_words() {
        assertShown(upload("")).contains("The CSV is empty; its first row must name the fields.");
        assertShown(upload("number\nP-1\n")).contains("did you mean");
        assertShown(upload("projectNumber\n")).contains("There is nothing to do: the file is empty.");
    }

    @Test
    void nothing_sent_is_told_as_such() {
        for (String url : new String[] {"/jobs/upload", "/jobs/upload/submit"}) {
            MvcTestResult page = mvc.post().uri(url).exchange();
            assertThat(page).hasStatus(400);
            assertShown(page).contains("Something is missing in what was sent.");
        }
    }

    @Test
    void each_row_is_submitted_on_its_own() {
        given(process.submit(Map.of("projectNumber", "P-1", "projectName", "Pier")))
                .willReturn(Samples.ID);
        given(process.submit(Map.of("projectNumber", "P-2", "projectName", "<b>Dam</b>")))
                .willThrow(ActionRefused.conflict("projectNumber", "P-2 is already there."));

        MvcTestResult page =
                mvc.post().uri("/jobs/upload/submit").param("csv", CSV).exchange();

        assertShown(page).contains("P-1 Pier : submitted", "P-2 &lt;b&gt;Dam&lt;/b&gt; : P-2 is already there.");
        assertThat(html(page)).contains("href=\"/jobs/" + Samples.ID);
    }

    private MvcTestResult upload(String csv) {
        return mvc.post()
                .uri("/jobs/upload")
                .multipart()
                .file(new MockMultipartFile("file", "projects.csv", "text/csv", csv.getBytes(UTF_8)))
                .exchange();
    }
}
