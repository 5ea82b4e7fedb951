package io.projectexport.web.upload;

import static io.projectexport.export.TestProjects.project;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.verify;

import io.projectexport.export.accounting.ExportError;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.project.Decision;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.HistoryEntry;
import io.projectexport.export.project.HistoryStep;
import io.projectexport.export.project.Outcome;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.Submission;
import io.projectexport.export.query.ProjectQuery;
import io.projectexport.export.submission.Correction;
import io.projectexport.export.submission.Correction.Change;
import io.projectexport.export.submission.ProjectField;
import io.projectexport.export.submission.SubmittedFields;
import io.projectexport.web.PageTest;
import io.projectexport.web.WebSamples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;

/** Rejected projects on their way out as a file, through a spreadsheet, and in again as corrections. */
class CorrectionsByFileTest extends PageTest {

    private static final List<String> NASTY = List.of(
            "=1+1", "-5", "+x", "@a", "'=1", "''-", "'quoted", "\"so\" called", "semi; colon, comma", "0007", "1e3");
    private static final List<String> LETTERS = List.of("Brücke Süd", "Œuvre – “1”", "Straße · €");

    private final Map<Integer, Correction> found = new TreeMap<>();
    private List<ProjectExport> rejected = Stream.of(NASTY, LETTERS)
            .flatMap(List::stream)
            .map(CorrectionsByFileTest::rejected)
            .toList();

    @BeforeEach
    void sam_is_logged_in() {
        given(currentPerson.get()).willReturn(SAM);
        given(checks.problems(any(), any())).willAnswer(call -> {
            SortedMap<Integer, ?> projects = call.getArgument(0);
            return projects.keySet().stream().collect(Collectors.toMap(row -> row, row -> List.of()));
        });
        given(projects.all(
                        new ProjectQuery(
                                ExportStatus.REJECTED, null, "sam", ProjectQuery.Sort.PROJECT_NUMBER, false, 0, 1),
                        SAM))
                .willAnswer(call -> rejected.stream());
    }

    @Test
    void file_comes_back_as_it_went_out() {
        rejected = Stream.concat(rejected.stream(), Stream.of(rejected("Brücke 🌉 👩‍👩‍👧")))
                .toList();

        assertComesBack(download());
    }

    @ParameterizedTest
    @CsvSource({"windows-1252, false", "UTF-8, true", "UTF-16, false"})
    void file_comes_back_from_a_german_spreadsheet(String charset, boolean isMarked) {
        String saved = (isMarked ? "\uFEFF" : "")
                + resaved(
                        ';',
                        date -> "%3$s.%2$s.%1$s".formatted((Object[]) date.split("-")),
                        amount -> amount.replaceFirst("\\.?0+$", "").replace('.', ','));

        assertComesBack(saved.getBytes(Charset.forName(charset)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "UTF-8"})
    void file_comes_back_from_an_american_spreadsheet(String charset) {
        String saved = resaved(
                ',',
                date -> date.replaceFirst("(\\d+)-0?(\\d+)-0?(\\d+)", "$2/$3/$1"),
                amount -> amount.replaceFirst("\\.?0+$", ""));

        assertComesBack(saved.getBytes(Charset.forName(charset)));
    }

    @Test
    void file_comes_back_as_a_workbook() {
        StringBuilder rows = new StringBuilder();
        List<CSVRecord> records = records();
        for (int i = 0; i < records.size(); i++) {
            rows.append(WorkbookFile.row(i + 1, cells(records.get(i), i + 1)));
        }

        assertComesBack(WorkbookFile.of(rows.toString()));
    }

    @Test
    void zero_that_a_spreadsheet_dropped_is_asked_about() {
        String saved = text(download()).replace("0007", "7");

        assertShown(upload(saved.getBytes(UTF_8))).contains("Is a zero missing?", "7 in row");
    }

    @Test
    void preview_says_what_is_corrected_and_why_and_the_button_how_many() {
        corrects(3, false, new Change(ProjectField.ESTIMATE_AMOUNT, null, "12500.00"));
        corrects(4, true, new Change(ProjectField.CLIENT, "Harbour <b>", null));
        corrects(5, true);

        MvcTestResult page = upload("projectNumber,client\nP-1,\nP-2\nP-3\nP-4,\n".getBytes(UTF_8));

        assertShown(page)
                .contains(
                        "Nothing is submitted yet: 1 project and 3 corrections in this file",
                        "3 Corrects P-7, which was retrieved. Estimate: (empty) → 12,500.00 P-2",
                        "4 Corrects P-7, rejected on 1 Jun 2027: The estimate is missing. Client: Harbour &lt;b&gt; → (empty) P-3",
                        "5 Corrects P-7, rejected on 1 Jun 2027: The estimate is missing. Nothing is changed. P-4",
                        "Submit 1 project and 3 corrections");
    }

    @Test
    void correction_is_resubmitted_with_the_columns_of_the_file_and_no_others() {
        given(process.submit(any())).willReturn(WebSamples.ID);
        corrects(3, true);

        MvcTestResult answer = mvc.post()
                .uri("/jobs/upload/submit")
                .param("csv", "projectNumber,projectName,client\nP-1,Pier,Port\nP-7,Dam\n")
                .exchange();

        assertShown(mvc.get().uri(answer.getResponse().getRedirectedUrl()).exchange())
                .contains("P-1 Pier : submitted P-7 Dam : submitted as a correction");
        verify(process).submit(Map.of("projectNumber", "P-1", "projectName", "Pier", "client", "Port"));
        verify(process).resubmit(WebSamples.ID, Map.of("projectNumber", "P-7", "projectName", "Dam", "client", ""));
    }

    @Test
    void what_the_preview_did_not_show_as_a_correction_is_none() {
        given(process.submit(any())).willThrow(ActionRefused.conflict("projectNumber", "P-7 is already there."));
        corrects(2, true);

        MvcTestResult preview = upload("projectNumber\nP-7\n".getBytes(UTF_8));
        assertThat(html(preview)).contains("name=\"corrections\" value=\"" + WebSamples.ID + "\"");
        for (String shown : List.of("", UUID.randomUUID().toString())) {
            MvcTestResult answer = mvc.post()
                    .uri("/jobs/upload/submit")
                    .param("csv", "projectNumber\nP-7\n")
                    .param("corrections", shown)
                    .exchange();
            assertShown(mvc.get().uri(answer.getResponse().getRedirectedUrl()).exchange())
                    .contains("P-7 is already there.");
        }
    }

    private void corrects(int row, boolean isRejected, Change... changes) {
        HistoryEntry step = new HistoryEntry(
                WebSamples.DECIDED, "anna", HistoryStep.REJECTED.label(), 2, "The estimate is missing.", null, null);
        found.put(row, new Correction(WebSamples.rejected(), isRejected ? step : null, List.of(changes)));
        given(corrections.of(any(), any())).willReturn(found);
    }

    private void assertComesBack(byte[] file) {
        MvcTestResult page = upload(file);

        assertThat(page).hasStatusOk();
        assertShown(page).contains("projects in this file").doesNotContain("Left out", "mistake");
        ArgumentCaptor<Map<Integer, Map<String, Object>>> read = ArgumentCaptor.captor();
        verify(corrections, atLeastOnce()).of(read.capture(), any());
        assertThat(List.copyOf(read.getValue().values()))
                .isEqualTo(rejected.stream()
                        .map(export -> SubmittedFields.of(export.submission()).entrySet().stream()
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey, field -> field.getValue() == null ? "" : field.getValue())))
                        .toList());
    }

    private byte[] download() {
        MvcTestResult file = mvc.get().uri("/jobs/upload/rejected.csv").exchange();
        assertThat(file).headers().hasValue("Content-Disposition", "attachment; filename=\"rejected-projects.csv\"");
        return file.getResponse().getContentAsByteArray();
    }

    private static String text(byte[] file) {
        assertThat(new String(file, UTF_8)).startsWith("\uFEFF");
        return new String(file, UTF_8).substring(1);
    }

    private List<CSVRecord> records() {
        try (CSVParser parser = CSVParser.parse(text(download()), CSVFormat.DEFAULT)) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a spreadsheet writes it that showed dates and amounts in the way of its country. */
    private String resaved(char separator, Function<String, String> date, Function<String, String> amount) {
        CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(separator).get();
        return records().stream()
                .map(row -> format.format(row.stream()
                        .map(cell -> cell.matches("\\d{4}-\\d{2}-\\d{2}") ? date.apply(cell) : cell)
                        .map(cell -> cell.matches("\\d+\\.\\d{2}") ? amount.apply(cell) : cell)
                        .toArray()))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String cells(CSVRecord row, int number) {
        return IntStream.range(0, row.size())
                .filter(column -> !row.get(column).isEmpty())
                .mapToObj(column -> cell("%c%d".formatted('A' + column, number), row.get(column)))
                .collect(Collectors.joining());
    }

    private static String cell(String place, String value) {
        if (value.matches("\\d{4}-\\d{2}-\\d{2}")) {
            long day = LocalDate.of(1899, 12, 30).until(LocalDate.parse(value), ChronoUnit.DAYS);
            return "<c r=\"%s\" s=\"1\"><v>%d</v></c>".formatted(place, day);
        }
        if (value.matches("\\d+\\.\\d{2}")) {
            return "<c r=\"%s\"><v>%s</v></c>".formatted(place, value);
        }
        return "<c r=\"%s\" t=\"inlineStr\"><is><t xml:space=\"preserve\">%s</t></is></c>"
                .formatted(place, HtmlUtils.htmlEscape(value, "UTF-8"));
    }

    private MvcTestResult upload(byte[] file) {
        return mvc.post()
                .uri("/jobs/upload")
                .multipart()
                .file(new MockMultipartFile("file", "projects.csv", "text/csv", file))
                .exchange();
    }

    private static ProjectExport rejected(String text) {
        Submission submission = new Submission(
                project(text, text)
                        .at(text, "Auckland", null, "01010", text)
                        .client(text)
                        .estimate("12500.50")
                        .deadline(LocalDate.of(2027, 3, 31))
                        .build(),
                "sam",
                "Sam Taylor",
                "cleo",
                "cleo@example.com",
                1,
                WebSamples.DECIDED);
        Outcome outcome = new Outcome(null, List.of(new ExportError("One\n\"two\"; three", null)), null, null, null);
        return new ProjectExport(
                UUID.randomUUID(),
                submission,
                ExportStatus.REJECTED,
                Decision.rejection("anna", WebSamples.DECIDED),
                outcome);
    }
}
