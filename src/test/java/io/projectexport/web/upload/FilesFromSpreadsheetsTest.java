package io.projectexport.web.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import io.projectexport.web.PageTest;
import io.projectexport.web.WebSamples;
import io.projectexport.web.csv.CsvCell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;

/** Files as people's programs save them, from the choice of the file to what is submitted. */
class FilesFromSpreadsheetsTest extends PageTest {

    private static final String URL = "/jobs/upload";
    private static final Pattern HIDDEN = Pattern.compile("name=\"csv\" value=\"([^\"]*)\"");

    @BeforeEach
    void sam_is_logged_in() {
        given(currentPerson.get()).willReturn(SAM);
        given(process.submit(any())).willReturn(WebSamples.ID);
        given(checks.problems(any(), any())).willAnswer(call -> {
            SortedMap<Integer, ?> projects = call.getArgument(0);
            return projects.keySet().stream().collect(Collectors.toMap(row -> row, row -> List.of()));
        });
    }

    @Test
    void procores_project_list_is_understood_and_the_rest_is_shown_as_left_out() {
        MvcTestResult page = upload(file("procore-project-list.csv"));

        assertThat(page).hasStatusOk();
        assertShown(page)
                .contains(
                        "3 projects in this file",
                        "Left out, because no field is called so: Phone, Stage, Type, Program, Department, Notes.",
                        "Row Project name Project number Address",
                        "07587-600-01 1 Example St., Bldg 4, Salinas, California, 93906",
                        "4 Test Job");
        assertThat(submitted(page))
                .hasSize(3)
                .first()
                .isEqualTo(Map.of(
                        "projectNumber", "07587-600-01",
                        "projectName", "Valley Foods - Engine Room Expansion - Refrigeration",
                        "street", "1 Example St., Bldg 4",
                        "city", "Salinas",
                        "state", "California",
                        "postalCode", "93906"));
    }

    @Test
    void blank_columns_cells_and_rows_at_the_end_are_nothing() {
        MvcTestResult page = upload(file("trailing-empty-columns.csv"));

        assertThat(submitted(page))
                .containsExactly(
                        Map.of("projectNumber", "P-901", "projectName", "Pier", "estimateAmount", "12500.00"),
                        Map.of("projectNumber", "P-902", "projectName", "Dam"));
        assertShown(page).doesNotContain("Left out", "mistake");
    }

    @Test
    void line_that_declares_the_separator_is_no_row() {
        MvcTestResult page = upload(file("sep-line.csv"));

        assertShown(page).contains("2 P-905 Pier 12500.00");
        assertThat(submitted(page))
                .containsExactly(Map.of("projectNumber", "P-905", "projectName", "Pier", "estimateAmount", "12500.00"));
    }

    @Test
    void american_file_is_read_in_one_way_and_what_was_destroyed_is_asked_about() {
        MvcTestResult page = upload(file("american-spreadsheet.csv"));

        assertShown(page)
                .contains(
                        "3 Project number &quot;2-Oct&quot; was made a date by the spreadsheet. Type it again there, in a column of text.",
                        "Estimate &quot;1.23E+06&quot; has lost digits in the spreadsheet. Type it again there.",
                        "&quot;4/5/2027&quot; is read as 2027-04-05.",
                        "&quot;$1,250,000.00&quot; is read as 1250000.00.",
                        "Is a zero missing? A spreadsheet drops the zeros at the beginning of a project number: 7 in row 2.",
                        "Submit the correct row");
        assertThat(submitted(page))
                .singleElement()
                .satisfies(project -> assertThat(project)
                        .containsEntry("projectNumber", "7")
                        .containsEntry("estimateAmount", "1250000.00")
                        .containsEntry("deadline", "2027-03-31"));
    }

    @Test
    void german_file_is_read_in_one_way() {
        MvcTestResult page = upload(file("german-spreadsheet.csv"));

        assertShown(page).contains("2027-03-31").doesNotContain("mistake");
        assertThat(submitted(page))
                .containsExactly(
                        Map.of(
                                "projectNumber", "P-906",
                                "projectName", "Brücke Süd",
                                "estimateAmount", "1250000.00",
                                "deadline", "2027-03-31"),
                        Map.of(
                                "projectNumber", "P-907",
                                "projectName", "Schleuse",
                                "estimateAmount", "12500.50",
                                "deadline", "2027-04-05"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "UTF-16", "UTF-8"})
    void letters_survive_whichever_encoding_the_file_has(String charset) {
        MvcTestResult page =
                upload("Projektnummer;Projektname\r\n0007;Brücke an der Straße\r\n".getBytes(Charset.forName(charset)));

        assertThat(submitted(page))
                .containsExactly(Map.of("projectNumber", "0007", "projectName", "Brücke an der Straße"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Job #,Name,Zip,Estimated value,Completion Date",
                "project_number\tproject name\tPOSTCODE\testimated_value\tcompletion_date",
                "Projekt-Nr.;Projektbezeichnung;PLZ;Auftragswert;Fertigstellung",
                "Numéro de projet;Nom du projet;Code postal;Montant;Date de fin",
                "PROJECT NO.;Project Title;ZIP/Postal Code;Budget;Due date",
            })
    void headings_are_known_by_habit(String headings) {
        String separator = headings.replaceAll("[^,;\t]", "").substring(0, 1);
        String row = String.join(separator, "P-1", "Pier", "01010", "12500.00", "2027-03-31");

        assertThat(submitted(upload("%s\n%s\n".formatted(headings, row))))
                .containsExactly(Map.of(
                        "projectNumber", "P-1",
                        "projectName", "Pier",
                        "postalCode", "01010",
                        "estimateAmount", "12500.00",
                        "deadline", "2027-03-31"));
    }

    @Test
    void title_above_the_headings_and_totals_below_are_no_projects() {
        MvcTestResult page = upload("""
                Projects 2027,,
                ,,
                Project number,Project name,Estimate
                P-1,"Pier
                and dam",100.00

                P-2,Weir,50.00
                Total,,150.00
                """);

        assertShown(page)
                .contains(
                        "The headings are in row 3; what stands above them is left out.",
                        "Row 7 is a total and is left out.",
                        "4 P-1 Pier and dam",
                        "6 P-2 Weir");
        assertThat(submitted(page)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "04/05/2027, 05/06/2027",
        "4-5-2027, 2027-03-31",
        "31/03/2027, 03/31/2027",
    })
    void date_that_can_be_read_in_two_ways_is_asked_about(String one, String other) {
        String csv = "projectNumber,deadline\nP-1,%s\nP-2,%s\nP-3,04/05/2027\n".formatted(one, other);

        assertShown(upload(csv))
                .contains(
                        "Dates are written with",
                        "not clear; choose",
                        "4 Deadline &quot;04/05/2027&quot; can be read in two ways. Choose above how this file writes it.");
        assertShown(read(csv, "DAY_FIRST", "")).contains("P-3 2027-05-04");
        assertShown(read(csv, "MONTH_FIRST", "")).contains("P-3 2027-04-05");
    }

    @Test
    void what_nobody_chooses_is_named_as_it_is_read() {
        String file = "projectNumber,deadline,estimate\nP-1,31/03/2027,\"12.500,00\"\n";

        assertThat(html(read(file, "", "")))
                .contains(
                        "<option value=\"\">the day first: 31/03/2027 (as in this file)</option>",
                        "<option value=\"\">a comma before the decimals: 1.250,00 (as in this file)</option>")
                .doesNotContain("found in the file");
        assertThat(html(read(file, "DAY_FIRST", "COMMA")))
                .contains("<option value=\"\">let the values of this file decide</option>");
        assertThat(html(read("projectNumber,deadline\nP-1,04/05/2027\n", "", "")))
                .contains("<option value=\"\">not clear; choose</option>");
    }

    @Test
    void deadline_in_the_past_is_noted_and_no_mistake() {
        assertShown(upload("projectNumber,deadline\nP-1,2020-01-05\nP-2,2999-01-05\nP-3,5 Jan 2020\n"))
                .contains("Deadline is in the past: row 2, row 4.")
                .doesNotContain("mistake");
        assertShown(upload("projectNumber,deadline\nP-1,2999-01-05\n")).doesNotContain("in the past");
    }

    @Test
    void what_was_chosen_is_submitted() {
        MvcTestResult chosen =
                read("projectNumber,deadline,estimate\nP-1,04/05/2027,\"12,500\"\n", "DAY_FIRST", "POINT");

        assertThat(submitted(chosen, "DAY_FIRST", "POINT"))
                .containsExactly(
                        Map.of("projectNumber", "P-1", "deadline", "2027-05-04", "estimateAmount", "12500.00"));
        assertThat(html(chosen))
                .contains("name=\"dates\" value=\"DAY_FIRST\"", "name=\"amounts\" value=\"POINT\"")
                .contains("value=\"DAY_FIRST\" selected=\"selected\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2014-01-31T00:00:00.000 | 2014-01-31",
                "2014-01-31T00:00:00Z | 2014-01-31",
                "3/31/2027 0:00 | 2027-03-31",
                "3/31/2027 12:00:00 AM | 2027-03-31",
                "31.03.2027 | 2027-03-31",
                "\u200e31\u200e/\u200e03\u200e/\u200e2027 | 2027-03-31",
                "3/31/2027\u202f12:00:00\u202fAM | 2027-03-31",
                "\u00a02027-03-31\u00a0 | 2027-03-31",
                "31-03-2027 | 2027-03-31",
                "2027/03/31 | 2027-03-31",
                "31-Mar-2027 | 2027-03-31",
                "March 31, 2027 | 2027-03-31",
                "4/4/2027 | 2027-04-04",
                "31/03/27 | 31/03/27",
                "2027-03-31T22:00:00Z | 2027-03-31T22:00:00Z",
                "46112 | 46112",
            })
    void date_is_read_where_it_can_only_be_one(String written, String read) {
        assertThat(submitted(upload("projectNumber,deadline\nP-1,\"%s\"\n".formatted(written))))
                .containsExactly(Map.of("projectNumber", "P-1", "deadline", read));
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/02/2027", "30/02/2027", "30-Feb-2027", "31.6.2027", "2027-02-31", "31/02/2027 0:00"})
    void date_that_no_calendar_has_is_called_so_and_not_taken_for_another_way_of_writing(String none) {
        String csv = "projectNumber,deadline\nP-1,28/02/2027\nP-2,%s\n".formatted(none);

        assertShown(upload(csv))
                .contains("P-1 2027-02-28", "Deadline &quot;%s&quot; is no day of the calendar.".formatted(none))
                .contains("1 row has a mistake");
        assertShown(read(csv, "DAY_FIRST", "")).contains("is no day of the calendar.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$1,250,000.00 | 1250000.00",
                "1.250.000,00 | 1250000.00",
                "1.250.000,00 € | 1250000.00",
                "EUR 1.250.000 | 1250000.00",
                "NZ$12,500.5 | 12500.50",
                "1 250 000,00 | 1250000.00",
                "1\u00a0250\u202f000 | 1250000.00",
                "CHF 1'250'000.00 | 1250000.00",
                "\u200e$1,250,000.00\u200f | 1250000.00",
                "\u202a1.250.000,00\u00a0\u20ac\u202c | 1250000.00",
                "1.250,- | 1.250,-",
                "4840274.000000000000000 | 4840274.00",
                "12500,5 | 12500.50",
                "12500 | 12500.00",
                "0.125 | 0.125",
                "12.500.00 | 12.500.00",
                "1,25,000.00 | 1,25,000.00",
                "-5 | -5",
                "(5.00) | (5.00)",
                "1e3 | 1e3",
                "ask me | ask me",
            })
    void amount_is_read_where_it_can_only_be_one(String written, String read) {
        MvcTestResult page = upload("projectNumber,estimate\nP-1,\"%s\"\n".formatted(written));

        if (html(page).contains("can be read in two ways")) {
            assertThat(written).matches("\\d[.,](250|125)(,-)?");
        } else {
            assertThat(submitted(page)).containsExactly(Map.of("projectNumber", "P-1", "estimateAmount", read));
        }
    }

    @Test
    void thousand_or_one_is_asked_about_even_beside_clear_amounts() {
        assertShown(upload("projectNumber,estimate\nP-1,12.500\n"))
                .contains("2 Estimate &quot;12.500&quot; can be read in two");
        assertShown(upload("projectNumber,estimate\nP-1,99.50\nP-2,1.000\n"))
                .contains("3 Estimate &quot;1.000&quot; can be read in two", "Submit the correct row");
        assertShown(upload("projectNumber;estimate\nP-1;99,50\nP-2;1.000\n")).contains("P-2 1000.00");
    }

    @Test
    void cause_that_many_rows_share_is_said_once() {
        String csv = "projectNumber,deadline\n" + "P-1,04/05/2027\n".repeat(900);

        MvcTestResult page = upload(csv);

        assertShown(page)
                .contains(
                        "Rows 2, 3, 4, 5, 6 and 895 more: Deadline &quot;04/05/2027&quot; can be read",
                        "Deadline: see above.");
        assertThat(html(page).split("can be read in two ways")).hasSize(2);
    }

    @Test
    void very_many_unknown_columns_are_counted() {
        String columns = ",made up %d"
                .repeat(2_000)
                .formatted(IntStream.range(0, 2_000).boxed().toArray());

        MvcTestResult page = upload("projectNumber" + columns + "\nP-1\n");

        assertShown(page).contains("made up 0, made up 1,", "made up 19 and 1980 more");
        assertThat(submitted(page)).containsExactly(Map.of("projectNumber", "P-1"));
    }

    @Test
    void file_of_more_than_a_megabyte_or_a_thousand_projects_is_told_on_the_page() {
        MvcTestResult page = upload("projectNumber\n" + "P-1000000\n".repeat(200_000));
        assertThat(page).hasStatus(413);
        assertShown(page).contains("Submit projects from a file", "The file is too large: 1 MB fit. Send it in parts.");

        assertShown(upload("projectNumber\n" + "P\n".repeat(1_001)))
                .contains("1001 are too many for one call; send at most 1000.");
        assertShown(upload("projectNumber\n" + "P\n".repeat(100_000)))
                .contains("100000 are too many for one call; send at most 1000.");
        assertShown(upload("projectNumber\nP-1\n" + "a,".repeat(400_000)))
                .contains("Row 3 has 400001 columns, and 16384 fit.");
        assertShown(upload("x".repeat(1 << 20))).contains("No column of this file has the project numbers.");
    }

    @Test
    void file_without_project_numbers_is_told_once_and_two_columns_of_them_as_well() {
        assertShown(upload("City,Notes\nAuckland,x\n"))
                .contains("No column of this file has the project numbers. Choose below which one it is.");
        assertShown(upload("Project number,project_number\nP-1,P-2\n"))
                .contains("Project number can only be one column, and these are chosen:"
                        + " A &quot;Project number&quot;, B &quot;project_number&quot;. Leave the others out.");
        assertThat(submitted(upload("Job #,Project Number,Name,Project Name\nJ,P-1,short,long\n")))
                .containsExactly(Map.of("projectNumber", "P-1", "projectName", "long"));
    }

    @Test
    void errors_of_a_spreadsheet_are_no_values() {
        assertShown(upload("projectNumber,client,deadline\nP-1,#REF!,2027-03-31\nP-2,x,########\n"))
                .contains("2 Client is an error of the spreadsheet", "3 Deadline is an error of the spreadsheet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "-5", "'=1", "@x", "+49 1", "'", "it's", "''-", "P-1"})
    void mark_against_formulas_is_taken_off_again(String name) {
        String cell = CsvCell.of(name);

        assertThat(submitted(upload("projectNumber,projectName\nP-1,%s\n".formatted(cell))))
                .containsExactly(Map.of("projectNumber", "P-1", "projectName", name));
    }

    @Test
    void workbook_is_read_with_its_dates_amounts_and_zeros() {
        MvcTestResult page = upload(WorkbookFile.of(
                WorkbookFile.texts(1, "Read me"),
                WorkbookFile.texts(1, "Projects 2027")
                        + WorkbookFile.texts(3, "Job #", "Name", "Estimated value", "Due date", "Zip", "Notes")
                        + WorkbookFile.row(4, """
                                <c r="A4" s="2"><v>417</v></c><c r="B4" t="inlineStr"><is><t>Brücke &amp; "Süd"|</t></is></c>
                                <c r="C4" s="3"><v>1250000.1000000001</v></c><c r="D4" s="1"><v>46477</v></c>
                                <c r="E4" t="str"><v>01010</v></c><c r="H4" t="inlineStr"><is><t>mine</t></is></c>""")
                        + WorkbookFile.row(6, """
                                <c r="A6"><v>8</v></c><c r="B6" t="inlineStr"><is><t>Dam</t></is></c>
                                <c r="C6"><f>1+1</f><v>2</v></c><c r="D6" t="e"><v>#REF!</v></c>""")));

        assertShown(page)
                .contains(
                        "2 projects in this file",
                        "The headings are in row 3;",
                        "Left out, because no field is called so: Notes.",
                        "6 Deadline is an error of the spreadsheet, &quot;#REF!&quot;.",
                        "Submit the correct row");
        assertThat(submitted(page))
                .containsExactly(Map.of(
                        "projectNumber", "00417",
                        "projectName", "Brücke & \"Süd\"|",
                        "estimateAmount", "1250000.10",
                        "deadline", "2027-03-31",
                        "postalCode", "01010"));
    }

    @ParameterizedTest
    @CsvSource({"417.0, 417", "93906, 93906", "10, 10", "1.0E7, 10000000", "417.50, 417.5", "0.0, 0"})
    void number_of_a_workbook_has_no_decimals_that_only_its_program_wrote(String written, String shown) {
        MvcTestResult page = upload(WorkbookFile.of(WorkbookFile.texts(1, "projectNumber", "postalCode")
                + WorkbookFile.row(
                        2, "<c r=\"A2\"><v>%1$s</v></c><c r=\"B2\" s=\"2\"><v>%1$s</v></c>".formatted(written))));

        assertThat(submitted(page))
                .singleElement()
                .satisfies(project -> assertThat(project)
                        .containsEntry("projectNumber", shown)
                        .hasEntrySatisfying(
                                "postalCode", code -> assertThat((String) code).doesNotEndWith(".0")));
    }

    @Test
    void list_with_more_than_what_is_written_here_says_what_is_left_out_of_it() {
        String list =
                "projectNumber,status,submitter,submitterName,submittedAt,decidedBy,decidedByName,decidedAt,xeroJobId,xeroJobUrl,errors";

        assertShown(upload("%s,Phone\nP-1\n".formatted(list)))
                .contains("Left out, because no field is called so: Phone.");
        assertShown(upload("projectNumber,status\nP-1,new\n"))
                .contains("Left out, because no field is called so: status.");
    }

    @Test
    void dates_of_a_workbook_that_counts_from_1904_are_the_days_that_it_shows() {
        byte[] workbook = WorkbookFile.of(WorkbookFile.texts(1, "projectNumber", "deadline")
                + WorkbookFile.row(
                        2, "<c r=\"A2\" t=\"inlineStr\"><is><t>P-1</t></is></c><c r=\"B2\" s=\"1\"><v>45015</v></c>"));

        assertThat(submitted(upload(WorkbookFile.countingFrom1904(workbook))))
                .containsExactly(Map.of("projectNumber", "P-1", "deadline", "2027-03-31"));
    }

    @Test
    void number_that_a_spreadsheet_has_made_a_date_is_asked_about_in_every_country() {
        String number = "<c r=\"A2\" s=\"1\"><v>46297</v></c>";
        assertShown(upload(WorkbookFile.of(WorkbookFile.texts(1, "projectNumber") + WorkbookFile.row(2, number))))
                .contains("Project number &quot;2026-10-02&quot; was made a date by the spreadsheet.");
        for (String date : List.of("2-Oct", "2. Okt", "2-oct.", "10-févr", "1-ene", "3-mrt", "2026-10-02")) {
            assertShown(upload("projectNumber\n%s\n".formatted(date))).contains("was made a date by the spreadsheet.");
        }
    }

    @Test
    void text_that_a_program_wrote_as_a_formula_is_that_text() {
        assertThat(submitted(upload("projectNumber,projectName\n=\"007\",\"=\"\"Pier \"\"\"\"A\"\"\"\"\"\"\"\n")))
                .containsExactly(Map.of("projectNumber", "007", "projectName", "Pier \"A\""));
    }

    @Test
    void workbook_that_would_fill_the_memory_is_refused_before_it_does() {
        String address = "<c r=\"ZZZZZZ1\"><v>1</v></c>";
        assertShown(upload(WorkbookFile.of(WorkbookFile.row(1, address)))).contains("The workbook cannot be read.");
        assertShown(upload(WorkbookFile.of(WorkbookFile.row(1, "<c r=\"A1\"><v>1</v></c>".repeat(1_500_000)))))
                .contains("The workbook is too large: 30 MB fit when it is unpacked.");
        assertShown(upload(WorkbookFile.of("<row><c r=\"XFD1\"/></row>".repeat(20_000))))
                .contains("The sheet has more");
        assertShown(upload(
                        WorkbookFile.of(WorkbookFile.texts(1, "projectNumber") + WorkbookFile.texts(1_048_576, "P-1"))))
                .contains("The sheet has more text or rows than fit.");
        assertShown(upload(WorkbookFile.of(WorkbookFile.texts(1, "projectNumber", "x".repeat(2_000_000)))))
                .contains("The sheet has more text or rows than fit.");
    }

    @Test
    void what_only_looks_like_a_workbook_is_told_in_words() {
        byte[] workbook = WorkbookFile.of(WorkbookFile.texts(1, "projectNumber"));

        assertShown(upload(Arrays.copyOf(workbook, 300))).contains("The workbook cannot be read. Save it again");
        assertShown(upload("PK\u0003\u0004")).contains("No column of this file has the project numbers.");
        assertShown(upload("PK\u0003\u0004".repeat(10))).contains("The workbook cannot be read.");
        assertShown(upload(Arrays.copyOf(WorkbookFile.of(), 5))).contains("No column of this file");
        byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0, 0};
        assertShown(upload(old)).contains("Save it as .xlsx without a password, or as CSV UTF-8.");
        assertShown(upload(WorkbookFile.of())).contains("The file is empty");
        assertShown(upload(WorkbookFile.of(WorkbookFile.row(1, "<c r=\"A1\" s=\"99\" t=\"s\"><v>7</v></c>"))))
                .contains("The file is empty");
        assertShown(upload(WorkbookFile.of(""))).contains("The file is empty");
        assertShown(upload(workbook)).contains("The file has no projects below its headings.");
        String entity = "<!DOCTYPE x [<!ENTITY a \"aaaa\">]>";
        assertShown(upload(WorkbookFile.of(entity))).contains("The workbook cannot be read.");
    }

    private static byte[] file(String name) {
        try {
            return new ClassPathResource("cases/" + name).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MvcTestResult upload(String csv) {
        return upload(csv.getBytes(UTF_8));
    }

    private MvcTestResult upload(byte[] file) {
        return mvc.post()
                .uri(URL)
                .multipart()
                .file(new MockMultipartFile("file", "projects.csv", "text/csv", file))
                .exchange();
    }

    private MvcTestResult read(String csv, String dates, String amounts) {
        return mvc.post()
                .uri(URL + "/read")
                .param("csv", csv)
                .param("dates", dates)
                .param("amounts", amounts)
                .exchange();
    }

    private List<Map<String, Object>> submitted(MvcTestResult preview) {
        return submitted(preview, "", "");
    }

    /** What arrives when the person submits what the page shows. */
    private List<Map<String, Object>> submitted(MvcTestResult preview, String dates, String amounts) {
        Matcher hidden = HIDDEN.matcher(html(preview));
        assertThat(hidden.find()).as(html(preview)).isTrue();
        verifyNoInteractions(process);
        assertThat(mvc.post()
                        .uri(URL + "/submit")
                        .param("csv", HtmlUtils.htmlUnescape(hidden.group(1)))
                        .param("dates", dates)
                        .param("amounts", amounts)
                        .exchange())
                .hasStatus3xxRedirection();
        ArgumentCaptor<Map<String, Object>> projects = ArgumentCaptor.captor();
        verify(process, atLeastOnce()).submit(projects.capture());
        return List.copyOf(projects.getAllValues());
    }
}
