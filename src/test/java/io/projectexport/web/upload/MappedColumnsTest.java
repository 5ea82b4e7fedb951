package io.projectexport.web.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verifyNoInteractions;

import io.projectexport.export.mapping.ColumnChoice;
import io.projectexport.export.permission.FieldError;
import io.projectexport.web.PageTest;
import io.projectexport.web.WebSamples;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;

/** The columns of a file, which a person corrects and which are remembered for the next one. */
class MappedColumnsTest extends PageTest {

    private static final Instant THIRD_OF_MARCH = Instant.parse("2027-03-02T22:00:00Z");

    private final Map<String, ColumnChoice> remembered = new HashMap<>();

    @BeforeEach
    void sam_is_logged_in_and_projects_need_a_name() {
        given(currentPerson.get()).willReturn(SAM);
        given(process.submit(any())).willReturn(WebSamples.ID);
        given(checks.problems(any(), any())).willAnswer(call -> {
            SortedMap<Integer, Map<String, Object>> projects = call.getArgument(0);
            return projects.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            row -> row.getValue().containsKey("projectName")
                                    ? List.of()
                                    : List.of(new FieldError("projectName", "Project name is missing."))));
        });
        given(columnChoices.of(any(), any()))
                .willAnswer(call -> Optional.ofNullable(remembered.get(key(call.getArgument(0), call.getArgument(1)))));
        willAnswer(call -> remembered.put(key(call.getArgument(0), call.getArgument(1)), call.getArgument(2)))
                .given(columnChoices)
                .save(any(), any(), any());
        willAnswer(call -> remembered.remove(key(call.getArgument(0), call.getArgument(1))))
                .given(columnChoices)
                .remove(any(), any());
    }

    private static String key(String userId, String headings) {
        return userId + " " + headings;
    }

    @Test
    void columns_are_shown_folded_with_examples_and_the_fields_that_they_are() {
        ShownPreview page = upload("Name,Job #,Phone\nPier,007,\nDam,008,1\nPier,009,2\nWeir,010,3\nLock,011,4\n");

        assertThat(page.isFolded()).isTrue();
        assertThat(page.columns()).containsExactly("projectName", "projectNumber", "");
        assertShown(page.page())
                .contains(
                        "Columns: 2 of 3 are read",
                        "A Name Pier · Dam · Weir left out Project number",
                        "B Job # 007 · 008 · 009",
                        "C Phone 1 · 2 · 3");
        assertThat(submitted(page)).hasSize(5).contains(Map.of("projectName", "Dam", "projectNumber", "008"));
    }

    @Test
    void another_column_can_be_chosen_and_what_is_shown_then_is_submitted() {
        ShownPreview page = upload("Job #,Name,Contract,Town,City\n1,Pier,C-1,Nelson,Napier\n");

        ShownPreview corrected = page.readAs("", "projectName", "projectNumber", "", "city");

        assertThat(corrected.columns()).containsExactly("", "projectName", "projectNumber", "", "city");
        assertShown(corrected.page())
                .contains(
                        "Row Project name Project number City 2 Pier C-1 Napier",
                        "Left out, as you chose: Job #, Town.",
                        "Columns as you chose them, for your next file with these headings, too.");
        assertThat(submitted(corrected))
                .containsExactly(Map.of("projectNumber", "C-1", "projectName", "Pier", "city", "Napier"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "编号,名称,城市",
                "Номер,Название,Город",
                "Numer,Tytuł,Miasto",
                "رقم,اسم,مدينة",
                "संख्या,नाम,शहर",
                ",,City",
                "Ref,Ref,Ref",
                "<b>1</b>,\"<script>alert(1)</script>\",x\" onfocus=\"y",
                "★,☆,✩",
            })
    void file_whose_columns_nobody_knows_is_shown_with_the_question_which_they_are(String headings) {
        ShownPreview page = upload(headings + "\nP-1,Pier,Napier\n");

        assertThat(page.page()).hasStatusOk();
        assertShown(page.page())
                .contains(
                        "No column of this file has the project numbers. Choose below which one it is.",
                        "No column of this file has the project names. Choose below which one it is.");
        assertThat(page.isFolded()).isFalse();
        assertThat(page.canBeSubmitted()).isFalse();
        assertThat(page.html()).doesNotContain("<b>1", "<script>alert", "\" onfocus");

        ShownPreview corrected = page.readAs("projectNumber", "projectName", "city");

        assertThat(corrected.isFolded()).isTrue();
        assertThat(submitted(corrected))
                .containsExactly(Map.of("projectNumber", "P-1", "projectName", "Pier", "city", "Napier"));
        assertThat(upload(headings + "\nP-2,Dam,Nelson\n").columns())
                .containsExactly("projectNumber", "projectName", "city");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void title_above_unknown_headings_is_no_heading(String separator) {
        String file = "Projekty 2027\n\nNumer,Tytuł\nP-1,Pier\n".replace(",", separator);

        ShownPreview page = upload(file).readAs("projectNumber", "projectName");

        assertThat(submitted(page)).containsExactly(Map.of("projectNumber", "P-1", "projectName", "Pier"));
    }

    @Test
    void row_that_is_taken_for_headings_is_told_where_no_heading_is_known() {
        ShownPreview page = upload("P-1,Pier\nP-2,Dam\n");

        assertShown(page.page()).contains("Row 1 is read as the headings, and not as a project.");
        assertShown(page.readAs("projectNumber", "projectName").page())
                .contains("Row 1 is read as the headings, and not as a project.", "2 P-2 Dam");
    }

    @Test
    void column_without_a_heading_and_two_of_one_name_can_be_told_apart() {
        ShownPreview page = upload("Job #,Name,,Name\nP-1,short,Nelson,long\n");

        assertShown(page.page())
                .contains(
                        "Project name can only be one column, and these are chosen: B &quot;Name&quot;, D &quot;Name&quot;.",
                        "C without a heading Nelson",
                        "D Name long");
        ShownPreview corrected = page.readAs("projectNumber", "", "city", "projectName");

        assertThat(submitted(corrected))
                .containsExactly(Map.of("projectNumber", "P-1", "projectName", "long", "city", "Nelson"));
        assertThat(upload("Name,,Job #,Name\nshort,Nelson,P-2,long\n").columns())
                .containsExactly("", "city", "projectNumber", "projectName");
    }

    @Test
    void two_columns_for_one_field_are_told_and_nothing_can_be_submitted_meanwhile() {
        ShownPreview page = upload("Job #,Name,Town\nP-1,Pier,Nelson\n").readAs("projectNumber", "city", "city");

        assertThat(page.page()).hasStatusOk();
        assertShown(page.page())
                .contains("City can only be one column, and these are chosen:"
                        + " B &quot;Name&quot;, C &quot;Town&quot;. Leave the others out.");
        assertThat(page.isFolded()).isFalse();
        assertThat(page.canBeSubmitted()).isFalse();
        assertThat(remembered).isEmpty();
        assertThat(mvc.post()
                        .uri("/jobs/upload/submit")
                        .param("csv", "Job #,Name,Town\nP-1,Pier,Nelson\n")
                        .param("columns", "0:projectNumber", "1:city", "2:city")
                        .exchange())
                .hasStatus(400);
        verifyNoInteractions(process);
    }

    @Test
    void file_without_project_names_is_asked_for_them_and_says_nothing_else() {
        ShownPreview page = upload("Job #,Tytuł\nP-1,Pier\nP-2,Dam\nP-3,Weir\nP-4,Lock\n");

        assertShown(page.page())
                .contains("which column is which?", "No column of this file has the project names.")
                .doesNotContain("mistake", "Project name is missing.");
        assertThat(page.isFolded()).isFalse();
        assertThat(page.canBeSubmitted()).isFalse();
        assertThat(submitted(page.readAs("projectNumber", "projectName"))).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Job #,Name,Contract",
                "CONTRACT, job-# ,name",
                "Nam\u200Be,\u200EContract,Ｊｏｂ　#",
                "contract\u00A0,NAME,JOB#",
            })
    void columns_are_remembered_for_the_same_headings_in_any_order(String headings) {
        given(columnChoices.of(any(), any()))
                .willAnswer(call -> Optional.ofNullable(remembered.get(key(call.getArgument(0), call.getArgument(1))))
                        .map(chosen ->
                                new ColumnChoice(chosen.columns(), chosen.dates(), chosen.amounts(), THIRD_OF_MARCH)));
        upload("Job #,Name,Contract\n1,Pier,C-1\n").readAs("", "projectName", "projectNumber");
        String row = headings.toLowerCase()
                .replaceAll("(?iu)[^,]*contract[^,]*", "C-2")
                .replaceAll("(?iu)[^,]*nam[^,]*", "Dam")
                .replaceAll("[^,]*(job|ｊｏｂ)[^,]*", "2");

        ShownPreview page = upload(headings + "\n" + row + "\n");

        assertThat(page.isFolded()).isTrue();
        assertShown(page.page()).contains("Columns as you chose them on 3 Mar 2027.", "Find them anew");
        assertThat(submitted(page)).containsExactly(Map.of("projectNumber", "C-2", "projectName", "Dam"));
    }

    @Test
    void columns_of_other_headings_or_another_person_are_found_by_their_names() {
        upload("Job #,Name,Contract\n1,Pier,C-1\n").readAs("", "projectName", "projectNumber");

        assertThat(upload("Job #,Name,Contracts\n1,Pier,C-1\n").columns())
                .containsExactly("projectNumber", "projectName", "");
        given(currentPerson.get()).willReturn(PIA);
        assertThat(upload("Job #,Name,Contract\n1,Pier,C-1\n").columns())
                .containsExactly("projectNumber", "projectName", "");
    }

    @Test
    void columns_are_found_anew_when_the_person_says_so() {
        String file = "Job #,Name,Contract\n1,Pier,C-1\n";
        upload(file).readAs("", "projectName", "projectNumber");

        ShownPreview anew = upload(file).readWith("anew", "yes");

        assertThat(anew.columns()).containsExactly("projectNumber", "projectName", "");
        assertShown(anew.page()).doesNotContain("as you chose", "Find them anew");
        assertThat(remembered).isEmpty();
        assertThat(upload(file).columns()).containsExactly("projectNumber", "projectName", "");
    }

    @Test
    void choice_that_the_file_says_itself_is_not_kept() {
        String file = "Job #,Name,Contract\n1,Pier,C-1\n";

        upload(file).readAs("projectNumber", "projectName", "");

        assertThat(remembered).isEmpty();
    }

    @Test
    void readings_are_remembered_with_the_columns_and_yield_where_a_file_contradicts() {
        String headings = "projectNumber,projectName,deadline,estimate\n";
        upload(headings + "P-1,Pier,04/05/2027,\"1,250\"\n")
                .readWith("dates", "DAY_FIRST")
                .readWith("amounts", "POINT");

        ShownPreview open = upload(headings + "P-2,Dam,06/07/2027,\"2,500\"\n");
        assertShown(open.page()).contains("Dates and amounts as you chose them on", "P-2 Dam 2027-07-06 2500.00");
        assertThat(submitted(open))
                .containsExactly(Map.of(
                        "projectNumber", "P-2",
                        "projectName", "Dam",
                        "deadline", "2027-07-06",
                        "estimateAmount", "2500.00"));

        ShownPreview american = upload(headings + "P-3,Weir,12/31/2027,\"1.250,00\"\nP-4,Lock,01/02/2027,\n");
        assertShown(american.page())
                .contains("P-3 Weir 2027-12-31 1250.00", "P-4 Lock 2027-01-02")
                .doesNotContain("as you chose");
    }

    @Test
    void reading_is_not_lost_while_columns_are_not_clear_or_a_file_has_no_dates() {
        String headings = "projectNumber,projectName,deadline,Notes\n";
        upload(headings + "P-1,Pier,04/05/2027,x\n")
                .readWith("dates", "DAY_FIRST")
                .readAs("projectNumber", "projectName", "deadline", "deadline")
                .readAs("projectNumber", "projectName", "deadline", "client");
        upload(headings + "P-2,Dam,,x\n").readAs("projectNumber", "projectName", "deadline", "city");

        assertShown(upload(headings + "P-3,Weir,06/07/2027,Nelson\n").page())
                .contains("Columns and dates as you chose them on", "P-3 Weir 2027-07-06 Nelson");
    }

    static List<ColumnChoice> hostile() {
        return List.of(
                new ColumnChoice(Map.of(), null, null, THIRD_OF_MARCH),
                new ColumnChoice(Map.of("projectNumber", "gone"), "DAY_FIRST", "POINT", THIRD_OF_MARCH),
                new ColumnChoice(Map.of("projectNumber", "job#", "projectName", "job#"), null, null, THIRD_OF_MARCH),
                new ColumnChoice(Map.of("noSuchField", "job#", "", ""), "<b>", "x".repeat(20), THIRD_OF_MARCH),
                new ColumnChoice(Collections.singletonMap("projectNumber", null), "", "", THIRD_OF_MARCH));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void stored_choice_that_makes_no_sense_leaves_the_columns_to_their_names(ColumnChoice stored) {
        given(columnChoices.of(any(), any())).willReturn(Optional.of(stored));

        ShownPreview page = upload("Job #,Name\nP-1,Pier\n");

        assertThat(page.page()).hasStatusOk();
        if (!stored.columns().containsKey("projectName")) {
            assertThat(submitted(page)).containsExactly(Map.of("projectNumber", "P-1", "projectName", "Pier"));
        }
    }

    @ParameterizedTest
    @CsvSource({"0:nosuchfield", "99999:projectNumber", "-1:projectNumber", "projectNumber", "999999999999:city", ":"})
    void choice_that_no_form_sends_is_passed_over(String column) {
        ShownPreview page = new ShownPreview(
                mvc,
                mvc.post()
                        .uri("/jobs/upload/read")
                        .param("csv", "Job #,Name\nP-1,Pier\n")
                        .param("columns", column, "1:projectName")
                        .exchange());

        assertThat(page.page()).hasStatusOk();
        assertThat(page.columns()).containsExactly("", "projectName");
        assertThat(page.canBeSubmitted()).isFalse();
    }

    @Test
    void very_many_columns_are_shown_as_far_as_a_person_looks() {
        String names = IntStream.range(0, 200).mapToObj("extra %d"::formatted).collect(Collectors.joining(","));

        ShownPreview many = upload(names + "\n" + "x,".repeat(198) + "P-1,Pier\n");
        assertThat(many.columns()).hasSize(200);
        String[] chosen = Collections.nCopies(200, "").toArray(String[]::new);
        chosen[198] = "projectNumber";
        chosen[199] = "projectName";
        assertThat(submitted(many.readAs(chosen)))
                .containsExactly(Map.of("projectNumber", "P-1", "projectName", "Pier"));

        ShownPreview tooMany = upload("x,".repeat(16_000) + "Job #,Name\n" + ",".repeat(16_000) + "P-1,Pier\n");
        assertThat(tooMany.columns()).hasSize(252);
        assertShown(tooMany.page())
                .contains("Columns: 2 of 16002 are read", "15750 more columns are left out.", "WQK Job # P-1");
        assertThat(tooMany.html().length()).isLessThan(600_000);
    }

    @Test
    void heading_neither_turns_the_page_around_nor_fills_it() {
        ShownPreview page = upload("Job #,Name,\u202Eevil\u2066,%s\nP-1,Pier,x,y\n".formatted("long ".repeat(1_000)));

        assertShown(page.page())
                .contains("Left out, because no field is called so: evil, "
                        + "long ".repeat(12).strip());
        assertThat(page.html().replaceAll("value=\"[^\"]*\"", ""))
                .doesNotContain("\u202E", "\u2066", "long ".repeat(20));
    }

    @Test
    void preview_asks_once_what_is_remembered() {
        upload("Job #,Name,Contract\n1,Pier,C-1\n");

        then(columnChoices).should().of(any(), any());
        then(columnChoices).shouldHaveNoMoreInteractions();
    }

    @Test
    void file_that_is_refused_as_a_whole_leaves_nothing_remembered() {
        String csv = "Job #,Name,Contract\n" + "1,Pier,C-1\n".repeat(1_001);

        assertThat(mvc.post()
                        .uri("/jobs/upload/read")
                        .param("csv", csv)
                        .param("columns", "2:projectNumber", "1:projectName")
                        .exchange())
                .hasStatus(400);
        then(columnChoices).should(never()).save(any(), any(), any());
    }

    @Test
    void other_sheet_of_a_workbook_can_be_chosen() {
        ShownPreview page = ShownPreview.of(
                mvc,
                WorkbookFile.of(
                        WorkbookFile.texts(1, "Read me", "Name") + WorkbookFile.texts(2, "x", "y"),
                        WorkbookFile.texts(1, "Job #", "Name") + WorkbookFile.texts(2, "P-1", "Pier"),
                        "",
                        WorkbookFile.texts(1, "Title", "Job #") + WorkbookFile.texts(2, "Dam", "P-2")));

        assertShown(page.page())
                .contains("\" Sheet2 \" was read. The others are left out;", "Sheet1 Sheet2 Sheet4", "2 P-1 Pier");
        assertThat(page.html()).containsPattern("<option value=\"1\" selected=\"selected\">Sheet2");

        ShownPreview other = page.readWith("sheet", "2");
        assertThat(other.columns()).containsExactly("projectName", "projectNumber");
        assertThat(other.html()).containsPattern("<option value=\"2\" selected=\"selected\">Sheet4");
        ShownPreview corrected = other.readAs("client", "projectNumber").readAs("projectName", "projectNumber");
        assertThat(submitted(corrected)).containsExactly(Map.of("projectNumber", "P-2", "projectName", "Dam"));

        assertShown(page.readWith("sheet", "7").page()).contains("2 P-1 Pier");
        assertThat(page.readWith("workbook", "no base 64!").page()).hasStatus(400);
    }

    @Test
    void workbook_with_one_sheet_asks_for_none_and_one_that_is_too_large_can_be_passed_by() {
        assertShown(ShownPreview.of(
                                mvc,
                                WorkbookFile.of(
                                        "",
                                        WorkbookFile.texts(1, "Job #", "Name") + WorkbookFile.texts(2, "P-1", "Pier"),
                                        "<row r=\"1\"><c r=\"A1\" s=\"1\"/></row>"))
                        .page())
                .contains("2 P-1 Pier")
                .doesNotContain("Sheet of the workbook");
        assertShown(ShownPreview.of(
                                mvc,
                                WorkbookFile.of(
                                        WorkbookFile.texts(1, "x".repeat(2_000_000)),
                                        WorkbookFile.texts(1, "Job #", "Name") + WorkbookFile.texts(2, "P-1", "Pier")))
                        .page())
                .contains("2 P-1 Pier", "Sheet1 Sheet2");
    }

    @Test
    void sheet_that_cannot_be_read_is_passed_by_until_somebody_wants_it() {
        ShownPreview page = ShownPreview.of(
                mvc,
                WorkbookFile.of(
                        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>no number</v></c></row>",
                        WorkbookFile.texts(1, "Job #", "Name") + WorkbookFile.texts(2, "P-1", "Pier")));

        assertShown(page.page()).contains("2 P-1 Pier", "Sheet1 Sheet2");
        assertThat(page.readWith("sheet", "0").page()).hasStatus(400);
    }

    @Test
    void page_that_is_sent_without_a_file_is_told_so() {
        assertThat(mvc.post().uri("/jobs/upload/read").exchange()).hasStatus(400);
    }

    private ShownPreview upload(String csv) {
        return ShownPreview.of(mvc, csv);
    }

    private List<Map<String, Object>> submitted(ShownPreview page) {
        clearInvocations(process);
        assertThat(page.canBeSubmitted()).as(page.html()).isTrue();
        page.submit();
        ArgumentCaptor<Map<String, Object>> projects = ArgumentCaptor.captor();
        then(process).should(atLeastOnce()).submit(projects.capture());
        return List.copyOf(projects.getAllValues());
    }
}
