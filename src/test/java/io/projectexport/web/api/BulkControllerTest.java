package io.projectexport.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import io.projectexport.export.permission.ActionRefused;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class BulkControllerTest extends ApiTest {

    private static final UUID FIRST = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID SECOND = UUID.fromString("00000000-0000-4000-8000-000000000002");

    @Test
    void good_rows_go_through_and_bad_rows_are_named() {
        given(process.submit(Map.of("projectNumber", "P-1"))).willReturn(FIRST);
        given(process.submit(Map.of("projectNumber", "P-2")))
                .willThrow(ActionRefused.conflict("projectNumber", "Project number P-2 is already there."));
        given(process.submit(Map.of("projectNumber", "P-6"))).willReturn(SECOND);

        assertThat(json("bulk", """
                                [{"projectNumber": "P-1"}, {"projectNumber": "P-2"}, {"number": "P-3"},
                                 "P-4", null, {"projectNumber": "P-6"}]
                                """)).hasStatusOk().bodyJson().isStrictlyEqualTo("""
                        {"results": [
                          {"row": 1, "exportId": "00000000-0000-4000-8000-000000000001", "status": "READY_TO_EXPORT", "errors": []},
                          {"row": 2, "exportId": null, "status": null, "errors": [
                            {"field": "projectNumber", "message": "Project number P-2 is already there."}]},
                          {"row": 3, "exportId": null, "status": null, "errors": [
                            {"field": "number", "message": "\\"number\\" is not a field here; did you mean \\"projectNumber\\"?"}]},
                          {"row": 4, "exportId": null, "status": null, "errors": [
                            {"message": "A project must be a JSON object with the fields of the project."}]},
                          {"row": 5, "exportId": null, "status": null, "errors": [
                            {"message": "A project must be a JSON object with the fields of the project."}]},
                          {"row": 6, "exportId": "00000000-0000-4000-8000-000000000002", "status": "READY_TO_EXPORT", "errors": []}]}
                        """);
    }

    @Test
    void unforeseen_error_in_one_row_does_not_stop_the_others() {
        given(process.submit(Map.of("projectNumber", "P-1"))).willThrow(new IllegalStateException("secret detail"));
        given(process.submit(Map.of("projectNumber", "P-2"))).willReturn(SECOND);

        MvcTestResult answer = json("bulk", "[{\"projectNumber\": \"P-1\"}, {\"projectNumber\": \"P-2\"}]");

        assertThat(answer).hasStatusOk();
        assertThat(answer)
                .bodyJson()
                .extractingPath("results[0].errors[0].message")
                .asString()
                .contains("reference")
                .doesNotContain("secret", "Exception");
        assertThat(answer).bodyJson().extractingPath("results[1].exportId").isEqualTo(SECOND.toString());
    }

    @Test
    void more_rows_than_one_call_may_hold_are_refused_as_a_whole() {
        String rows = String.join(",", Collections.nCopies(1001, "{}"));

        assertThat(json("bulk", "[" + rows + "]"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("detail")
                .isEqualTo("1001 are too many for one call; send at most 1000.");
        verifyNoInteractions(process);
    }

    @Test
    void thousand_rows_go_through() {
        String rows = String.join(",", Collections.nCopies(1000, "{}"));

        assertThat(json("bulk", "[" + rows + "]")).hasStatusOk();
        verify(process, times(1000)).submit(Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"projectNumber\": \"P-1\"}", "[]", "[] []", "5"})
    void body_that_is_no_list_of_projects_is_refused(String body) {
        assertThat(json("bulk", body))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("errors[0].field")
                .isEqualTo("body");
        verifyNoInteractions(process);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "projectNumber,projectName,estimateAmount\r\nP-1,\"Bridge, \"\"New\"\"\",12.50\r\n",
                "\uFEFFprojectNumber;projectName;estimateAmount\nP-1;\"Bridge, \"\"New\"\"\";12.50",
                "projectNumber, projectName, estimateAmount\n\nP-1, \"Bridge, \"\"New\"\"\", 12.50\n,,\n",
            })
    void csv_is_read_as_spreadsheets_write_it(String csv) {
        given(process.submit(
                        Map.of("projectNumber", "P-1", "projectName", "Bridge, \"New\"", "estimateAmount", "12.50")))
                .willReturn(FIRST);

        assertThat(csv(csv, StandardCharsets.UTF_8)).hasStatusOk().bodyJson().isStrictlyEqualTo("""
                        {"results": [{"row": 1, "exportId": "00000000-0000-4000-8000-000000000001",
                                      "status": "READY_TO_EXPORT", "errors": []}]}
                        """);
    }

    @Test
    void csv_keeps_every_letter() {
        csv("projectNumber,client\nP-1,Müller & 株式会社\n", StandardCharsets.UTF_8);
        verify(process).submit(Map.of("projectNumber", "P-1", "client", "Müller & 株式会社"));
    }

    @Test
    void csv_row_longer_than_its_header_is_refused_and_the_others_go_through() {
        given(process.submit(any())).willReturn(SECOND);

        MvcTestResult answer = csv("projectNumber,city\nP-1,Perth,WA\nP-2\n", StandardCharsets.UTF_8);

        assertThat(answer)
                .bodyJson()
                .extractingPath("results[0].errors")
                .isEqualTo(List.of(Map.of(
                        "message",
                        "Row 1 has 3 values, and the header names 2;"
                                + " put a value that contains a comma in quotes.")));
        assertThat(answer).bodyJson().extractingPath("results[1].exportId").isEqualTo(SECOND.toString());
        verify(process).submit(Map.of("projectNumber", "P-2"));
    }

    @Test
    void csv_with_an_unknown_column_is_refused_as_a_whole() {
        assertThat(csv("projectNumber,Client name\nP-1,x\n", StandardCharsets.UTF_8))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("errors")
                .isEqualTo(List.of(Map.of(
                        "field",
                        "Client name",
                        "message",
                        "\"Client name\" is not a field here; did you mean \"client\"?")));
        verifyNoInteractions(process);
    }

    @Test
    void csv_with_very_many_unknown_columns_names_the_first() throws Exception {
        String columns = "projectNumber" + ",made-up".repeat(5_000) + "," + "x".repeat(40_000);

        MvcTestResult answer = csv(columns + "\nP-1\n", StandardCharsets.UTF_8);

        assertThat(answer)
                .hasStatus(400)
                .bodyJson()
                .extractingPath("errors.length()")
                .isEqualTo(21);
        assertThat(answer.getResponse().getContentAsString()).hasSizeLessThan(5_000);
    }

    @Test
    void csv_that_cannot_be_read_is_refused_with_where_or_why() {
        assertThat(csvRefusal("projectNumber,client\nP-1,\"open", StandardCharsets.UTF_8))
                .isEqualTo("The CSV cannot be read from line 2 on; look at the quotes there.");
        assertThat(csvRefusal("projectNumber,client\nP-1,\"a\" b\n", StandardCharsets.UTF_8))
                .isEqualTo("The CSV cannot be read from line 2 on; look at the quotes there.");
        assertThat(csvRefusal("projectNumber,client\nP-1,Мюллер\n", Charset.forName("windows-1251")))
                .isEqualTo("The CSV is not in UTF-8; save it as \"CSV UTF-8\".");
        assertThat(csvRefusal("client,client\na,b\n", StandardCharsets.UTF_8))
                .isEqualTo("The first row of the CSV names a field twice.");
        assertThat(csvRefusal("\uFEFF", StandardCharsets.UTF_8))
                .isEqualTo("The CSV is empty; its first row must name the fields.");
        assertThat(csvRefusal("projectNumber\n\n,\n", StandardCharsets.UTF_8))
                .isEqualTo("The CSV has no projects below its first row.");
        assertThat(csvRefusal("projectNumber\n" + "P\n".repeat(1001), StandardCharsets.UTF_8))
                .isEqualTo("1001 are too many for one call; send at most 1000.");
        verifyNoInteractions(process);
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-8"})
    void csv_keeps_its_letters_in_whichever_encoding_it_was_saved(String charset) {
        String mark = charset.equals("UTF-16LE") || charset.equals("UTF-16BE") ? "\uFEFF" : "";

        csv(
                mark + "projectNumber;client\r\nP-1;Müller’s Straße, Île d’Orléans – 5 m² à 3 €\r\n",
                Charset.forName(charset));

        verify(process).submit(Map.of("projectNumber", "P-1", "client", "Müller’s Straße, Île d’Orléans – 5 m² à 3 €"));
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1251, Мост",
        "windows-1250, Stražka Łódź żółw",
        "x-MacRoman, Brücke Köln",
        "Shift_JIS, 株式会社",
        "GBK, 建筑公司",
    })
    void csv_whose_letters_are_not_certain_is_refused(String charset, String client) {
        assertThat(csvRefusal("projectNumber,client\nP-1,%s\n".formatted(client), Charset.forName(charset)))
                .isEqualTo("The CSV is not in UTF-8; save it as \"CSV UTF-8\".");
        verifyNoInteractions(process);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sep=;\r\nprojectNumber;client\r\nP-1;Trust\r\n",
                "sep=\t\nprojectNumber\tclient\nP-1\tTrust",
                "projectNumber\tclient\nP-1\tTrust\n",
                "Project Number,CLIENT\nP-1,Trust\n",
                "PROJECT_NUMBER , Client\nP-1,Trust\n",
                "projectnumber,client,,\nP-1,Trust,,\n,,,\n\n",
                "\n\nprojectNumber,client\n\n\u00a0,\nP-1,Trust, ,\n",
            })
    void csv_is_read_in_the_shape_that_spreadsheets_give_it(String csv) {
        assertThat(csv(csv, StandardCharsets.UTF_8)).hasStatusOk();
        verify(process).submit(Map.of("projectNumber", "P-1", "client", "Trust"));
        verifyNoMoreInteractions(process);
    }

    @Test
    void csv_keeps_strict_names_and_values() {
        assertThat(csvRefusal("projectNumber,Zip\nP-1,7\n", StandardCharsets.UTF_8))
                .contains("\"Zip\" is not a field here");
        csv("projectNumber,deadline,estimateAmount\n0007,31.03.2027,\"1.250,00\"\n", StandardCharsets.UTF_8);

        verify(process).submit(Map.of("projectNumber", "0007", "deadline", "31.03.2027", "estimateAmount", "1.250,00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,", ",", "a;", "a\t", "\"a\",", "x,\"\"\"\","})
    void csv_that_is_wider_than_any_spreadsheet_is_refused_before_it_fills_the_memory(String cells) throws Exception {
        String wide = cells.repeat(4_900_000 / cells.length());
        String separator = cells.replaceAll("[^,;\t]", "");
        String project = "projectNumber,client\nP-1,x\n".replace(",", separator);
        for (String csv : List.of(wide, project + wide, project + "x\"" + separator + wide)) {
            long before = allocated();

            MvcTestResult answer = csv(csv, StandardCharsets.UTF_8);

            assertThat(allocated() - before).isLessThan(120_000_000);
            assertThat(answer).hasStatus(400);
            assertThat(answer.getResponse().getContentAsString()).hasSizeLessThan(20_000);
        }
        verifyNoInteractions(process);
    }

    @Test
    void csv_of_very_many_rows_or_cells_is_refused_in_a_sentence() throws Exception {
        assertThat(csvRefusal("projectNumber\n" + "P\n".repeat(2_000_000), StandardCharsets.UTF_8))
                .isEqualTo("2000000 are too many for one call; send at most 1000.");
        assertThat(csvRefusal("projectNumber\n" + (",a".repeat(2_000) + "\n").repeat(1_000), StandardCharsets.UTF_8))
                .isEqualTo("The file has more than 250000 cells. Send it in parts.");
        MvcTestResult answer = csv("x".repeat(1 << 20) + "\nP-1\n", StandardCharsets.UTF_8);
        assertThat(answer).hasStatus(400);
        assertThat(answer.getResponse().getContentAsString()).hasSizeLessThan(2_000);
    }

    @Test
    void problems_of_very_many_rows_are_told_shortly() throws Exception {
        String row = IntStream.range(0, 40)
                .mapToObj(i -> "\"unknown%d\": \"x\"".formatted(i))
                .collect(Collectors.joining(", ", "{", "}"));

        MvcTestResult answer = json("bulk", Collections.nCopies(1_000, row).toString());

        String body = answer.getResponse().getContentAsString();
        assertThat(body).hasSizeLessThan(500_000).contains("more problems in this row.");
        assertThat(body.split("\"row\":")).hasSize(1_001);
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    private MvcTestResult json(String path, String body) {
        return mvc.post()
                .uri("/api/projects/" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult csv(String csv, Charset charset) {
        return mvc.post()
                .uri("/api/projects/bulk")
                .contentType("text/csv")
                .content(csv.getBytes(charset))
                .exchange();
    }

    private String csvRefusal(String csv, Charset charset) {
        MvcTestResult answer = csv(csv, charset);
        assertThat(answer).hasStatus(400);
        return assertThat(answer)
                .bodyJson()
                .extractingPath("errors[0].message")
                .actual()
                .toString();
    }
}
