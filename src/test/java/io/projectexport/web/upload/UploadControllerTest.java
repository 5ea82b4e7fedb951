package io.projectexport.web.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.FieldError;
import io.projectexport.export.submission.ProjectField;
import io.projectexport.web.PageTest;
import io.projectexport.web.WebSamples;
import io.projectexport.web.csv.ProjectsCsv;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;

class UploadControllerTest extends PageTest {

    private static final String URL = "/jobs/upload";
    private static final String CSV = "projectNumber;projectName\nP-1;Pier\nP-2;<b>Dam</b>\n";

    private final Map<Integer, List<FieldError>> problems = new HashMap<>();

    @BeforeEach
    void sam_is_logged_in() {
        given(currentPerson.get()).willReturn(SAM);
        given(checks.problems(any(), eq(SAM))).willAnswer(call -> {
            SortedMap<Integer, ?> projects = call.getArgument(0);
            return projects.keySet().stream()
                    .collect(Collectors.toMap(row -> row, row -> problems.getOrDefault(row, List.of())));
        });
    }

    @Test
    void file_is_shown_as_it_was_understood_before_anything_is_submitted() {
        MvcTestResult page = upload(CSV);

        assertShown(page)
                .contains(
                        "Nothing is submitted yet: 2 projects in this file",
                        "Row Project number Project name 2 P-1 Pier",
                        "Submit these 2 projects");
        assertThat(html(page)).contains("&lt;b&gt;Dam").doesNotContain("<b>Dam");
        verifyNoInteractions(process);
    }

    @Test
    void preview_tells_what_is_wrong_in_which_row() {
        wrong(3, "Project name is too long.");

        assertShown(upload(CSV))
                .contains(
                        "1 row has a mistake", "2 P-1 Pier", "3 Project name is too long. P-2 &lt;b&gt;Dam&lt;/b&gt;");
    }

    @Test
    void row_that_looks_like_an_existing_project_says_so_with_one_question_for_the_file() {
        String file = "projectNumber,projectName,client\nP-1,Harbour Bridge,Harbour Trust\nP-2,Dam,Water Board\n"
                + "P-3,Weir,\nP-7,harbour  BRIDGE,Harbour trust\n";
        String key = WebSamples.synced().project().lookAlikeKey();
        assertShown(upload(file)).doesNotContain("Looks like");
        given(hints.lookAlikes(any(), any())).willReturn(Map.of(key, List.of(WebSamples.synced())));

        MvcTestResult page = upload(file);

        assertShown(page)
                .contains(
                        "2 P-7 Harbour Bridge , which is Synced: the same name and client under another number P-1",
                        "3 P-2 Dam",
                        "5 P-7 harbour");
        verify(hints, times(2)).lookAlikes(argThat(keys -> keys.size() == 2 && keys.contains(key)), eq(SAM));
    }

    @Test
    void all_rows_are_checked_together_by_their_numbers() {
        upload(CSV);

        verify(checks)
                .problems(
                        new TreeMap<>(Map.of(
                                2, Map.of("projectNumber", "P-1", "projectName", "Pier"),
                                3, Map.of("projectNumber", "P-2", "projectName", "<b>Dam</b>"))),
                        SAM);
    }

    @Test
    void button_says_how_many_are_right() {
        String three = "projectNumber,projectName\nP-1,Pier\nP-2,Dam\nP-3,Weir\n";
        assertShown(upload("projectNumber\nP-1\n")).contains("Submit this project");
        assertShown(upload(three)).contains("Submit these 3 projects");

        wrong(2, "No.");
        assertShown(upload(three)).contains("the others go through", "Submit the 2 correct rows");

        wrong(4, "No.");
        assertShown(upload(three)).contains("2 rows have mistakes", "Submit the correct row");

        wrong(3, "No.");
        assertShown(upload(three))
                .contains("3 rows have mistakes. Correct the file and choose it again.")
                .doesNotContain("go through");
        assertThat(html(upload(three))).doesNotContain(URL + "/submit");
    }

    @Test
    void row_with_more_values_than_columns_is_told_at_that_row_and_the_others_go_through() {
        MvcTestResult page = upload("projectNumber;projectName\nP-1;Pier\nP-2;Dam; new\nP-3\n");

        assertThat(page).hasStatusOk();
        assertShown(page)
                .contains(
                        "1 row has a mistake",
                        "3 Row 3 has 3 values, and the header names 2;"
                                + " put a value that contains a semicolon in quotes. P-2 Dam",
                        "Submit the 2 correct rows");
    }

    @Test
    void page_says_how_to_write_a_file() {
        MvcTestResult page = mvc.get().uri(URL).exchange();

        assertShown(page)
                .contains("Required: Project number and Project name.", "2027-03-31", "12500.00", "comma", "semicolon")
                .contains(Stream.of(ProjectField.values())
                        .map(field -> HtmlUtils.htmlEscape(field.label()))
                        .toList());
        assertThat(html(page)).contains("href=\"/jobs/upload/example.csv\"");
    }

    @Test
    void example_is_a_file_with_every_field_that_is_understood() {
        MvcTestResult example = mvc.get().uri("/jobs/upload/example.csv").exchange();

        assertThat(example).hasStatusOk().hasContentType("text/csv;charset=UTF-8");
        assertThat(example).headers().hasValue("Content-Disposition", "attachment; filename=\"projects-example.csv\"");
        assertThat(html(example)).startsWith("\uFEFF");
        ProjectsCsv read = ProjectsCsv.read(html(example).getBytes(UTF_8));
        assertThat(read.columns()).containsExactly(ProjectField.values());
        assertThat(read.rows()).singleElement().satisfies(row -> {
            assertThat(row.problem()).isNull();
            assertThat(row.values()).containsEntry("street", "1 Quay Street, Level 2");
        });
        assertShown(upload(html(example))).contains("Submit this project");
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
        assertShown(upload("")).contains("The file is empty; one of its first rows must name the columns.");
        assertShown(upload("number\nP-1\n")).contains("did you mean");
        assertShown(upload("projectNumber\n")).contains("The file has no projects below its headings.");
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
    void token_that_no_page_has_sent_is_told_as_such() {
        MvcTestResult page = press("twice");

        assertThat(page).hasStatus(400);
        assertShown(page).contains("Something is missing in what was sent.");
    }

    @Test
    void each_row_is_submitted_on_its_own() {
        given(process.submit(Map.of("projectNumber", "P-1", "projectName", "Pier")))
                .willReturn(WebSamples.ID);
        given(process.submit(Map.of("projectNumber", "P-2", "projectName", "<b>Dam</b>")))
                .willThrow(ActionRefused.conflict("projectNumber", "P-2 is already there."));

        MvcTestResult answer =
                mvc.post().uri("/jobs/upload/submit").param("csv", CSV).exchange();
        assertThat(answer).hasStatus3xxRedirection();
        MvcTestResult page = redirected(answer);

        assertShown(page)
                .contains(
                        "1 submitted, 1 refused",
                        "P-2 &lt;b&gt;Dam&lt;/b&gt; : P-2 is already there. P-1 Pier : submitted");
        assertThat(html(page)).contains("href=\"/jobs/" + WebSamples.ID);
    }

    @Test
    void results_name_a_project_by_what_is_there_and_say_only_what_happened() {
        given(process.submit(any())).willReturn(WebSamples.ID);

        MvcTestResult answer = mvc.post()
                .uri("/jobs/upload/submit")
                .param("csv", "projectNumber\nP-1\n")
                .exchange();

        assertShown(redirected(answer))
                .contains("1 submitted", "P-1 : submitted")
                .doesNotContain("null", "refused");
    }

    @Test
    void row_with_more_values_than_columns_is_not_submitted() {
        MvcTestResult answer = mvc.post()
                .uri("/jobs/upload/submit")
                .param("csv", "projectNumber,projectName\nP-1,Pier, new\n")
                .exchange();

        assertShown(redirected(answer)).contains("0 submitted, 1 refused", "Row 2 has 3 values");
        verifyNoInteractions(process);
    }

    @Test
    void file_that_takes_longer_is_begun_and_its_page_says_how_far_it_is() {
        given(process.submit(any())).willReturn(WebSamples.ID);
        String rows = IntStream.rangeClosed(1, 1000).mapToObj(row -> "P-" + row).collect(Collectors.joining("\n"));

        MvcTestResult answer = mvc.post()
                .uri("/jobs/upload/submit")
                .param("csv", "projectNumber\nP-0,1\n" + rows.substring(0, rows.lastIndexOf('\n')))
                .exchange();

        MvcTestResult page = redirected(answer);
        assertShown(page)
                .contains("25 of 1,000 submitted, 1 refused", "You can leave this page")
                .doesNotContain("P-1");
        assertThat(html(page))
                .contains("<progress max=\"1000\" value=\"26\"", "hx-trigger=\"every 2s\"")
                .contains("<noscript><p><a href=\"" + answer.getResponse().getRedirectedUrl());
        assertShown(mvc.get().uri(URL).exchange())
                .contains("Your last files", "25 of 1,000 submitted, 1 refused so far; the rest follows by itself");
    }

    @Test
    void second_press_of_the_button_shows_what_became_of_the_first() {
        given(process.submit(any())).willReturn(WebSamples.ID);
        Matcher token = Pattern.compile("name=\"token\" value=\"([^\"]+)\"").matcher(html(upload(CSV)));
        assertThat(token.find()).isTrue();

        MvcTestResult first = press(token.group(1));
        MvcTestResult second = press(token.group(1));

        assertThat(second).hasRedirectedUrl(first.getResponse().getRedirectedUrl());
        verify(process, times(2)).submit(any());
        assertShown(redirected(second)).contains("2 submitted", "P-1 Pier : submitted");
    }

    private MvcTestResult press(String token) {
        return mvc.post()
                .uri("/jobs/upload/submit")
                .param("csv", CSV)
                .param("token", token)
                .exchange();
    }

    @Test
    void what_cannot_be_submitted_for_the_moment_waits_and_its_page_is_shown() {
        given(process.submit(any())).willThrow(new IllegalStateException("unforeseen"));

        MvcTestResult answer =
                mvc.post().uri("/jobs/upload/submit").param("csv", CSV).exchange();

        assertShown(redirected(answer)).contains("0 of 2 submitted");
    }

    @Test
    void somebody_elses_upload_is_not_there() {
        MvcTestResult answer =
                mvc.post().uri("/jobs/upload/submit").param("csv", CSV).exchange();
        given(currentPerson.get()).willReturn(PIA);

        MvcTestResult page = redirected(answer);

        assertThat(page).hasStatus(404);
        assertShown(page).contains("There is no such upload, or it is not yours.");
    }

    private void wrong(int row, String message) {
        problems.put(row, List.of(new FieldError("projectName", message)));
    }

    private MvcTestResult redirected(MvcTestResult answer) {
        return mvc.get().uri(answer.getResponse().getRedirectedUrl()).exchange();
    }

    private MvcTestResult upload(String csv) {
        return mvc.post()
                .uri("/jobs/upload")
                .multipart()
                .file(new MockMultipartFile("file", "projects.csv", "text/csv", csv.getBytes(UTF_8)))
                .exchange();
    }
}
