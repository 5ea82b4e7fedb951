package io.projectexport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.projectexport.local.ShownMail;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever enters something wrong reads what and where, through each interface, and nothing is stored. */
@ExtendWith(SharedApplication.class)
class BadInputTest {

    private static final String TEAM = "input-team";
    private static final String APPROVER = "input-approver";
    private static final String START = "/engine-rest/process-definition/key/project-export/submit-form";
    private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";

    private final RunningApplication application;
    private final SubmittedProjects projects;
    private final LoggedInClient team;
    private final LoggedInClient approver;

    BadInputTest(RunningApplication application) {
        this.application = application;
        projects = new SubmittedProjects(application);
        team = application.as(TEAM);
        approver = application.as(APPROVER);
    }

    @BeforeAll
    static void people(RunningApplication application) {
        application.user(TEAM, "portfolio");
        application.user(APPROVER, "erp-standard", "can-push-to-accounting");
    }

    /** Other tests' exports may still be on their way. */
    @BeforeEach
    void everythingElseIsDone() {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            Map<String, Long> before = rows();
            Thread.sleep(200);
            return before.equals(rows());
        });
    }

    static Stream<Arguments> badFields() {
        return Stream.of(
                Arguments.of("projectNumber", " "),
                Arguments.of("projectNumber", "9".repeat(51)),
                Arguments.of("projectName", ""),
                Arguments.of("projectName", "x".repeat(256)),
                Arguments.of("projectName", "x".repeat(5000)),
                Arguments.of("projectName", true),
                Arguments.of("projectName", "a\0b"),
                Arguments.of("projectName", "a\u0007b"),
                Arguments.of("street", "x".repeat(256)),
                Arguments.of("postalCode", "1".repeat(21)),
                Arguments.of("client", "x".repeat(256)),
                Arguments.of("estimateAmount", "plenty"),
                Arguments.of("estimateAmount", -1),
                Arguments.of("estimateAmount", 1.005),
                Arguments.of("estimateAmount", false),
                Arguments.of("deadline", "31.03.2027"),
                Arguments.of("deadline", "2027-02-30"),
                Arguments.of("creatorEmail", "nobody"));
    }

    @ParameterizedTest
    @MethodSource("badFields")
    void bad_field_is_named_and_nothing_is_submitted(String field, Object value) {
        Map<String, Object> fields = SubmittedProjects.fields("Bad input");
        fields.put(field, value);

        assertNothingIsStored(() -> {
            assertRefused(400, field, team.post("/api/projects", fields));
            assertRefused(400, field, team.post(START, EngineVariables.of(fields)));
            assertRefused(400, field, team.post(START.replace("submit-form", "start"), EngineVariables.of(fields)));
        });
    }

    @ParameterizedTest
    @MethodSource("badFields")
    void bad_field_is_named_and_nothing_is_resubmitted(String field, Object value) {
        String exportId = projects.submit(TEAM, "Bad correction");
        team.post("/api/projects/%s/retrieve".formatted(exportId));
        Map<String, Object> variables = new HashMap<>(Map.of("correction", "resubmit", field, value));

        assertNothingIsStored(() -> {
            assertRefused(400, field, team.post("/api/projects/%s/resubmit".formatted(exportId), Map.of(field, value)));
            assertRefused(400, field, submitForm(team, exportId, variables));
        });
        assertThat(projects.status(exportId)).isEqualTo("RETRIEVED");
    }

    @Test
    void amount_as_people_write_it_is_for_forms_and_not_for_programs() {
        Map<String, Object> fields = SubmittedProjects.fields("On paper");
        fields.put("estimateAmount", "1,250,000.00");
        String csv = "projectNumber,projectName,estimateAmount\nCSV-ON-PAPER,On paper,\"1,250,000.00\"\n";

        assertNothingIsStored(() -> {
            assertRefused(400, "estimateAmount", team.post("/api/projects", fields));
            assertThat(team.post("/api/projects/bulk", "text/csv", csv).body())
                    .contains("\"field\":\"estimateAmount\"");
        });
        HttpAnswer started = team.post(START, EngineVariables.of(fields));
        assertThat(started.status()).as(started.body()).isEqualTo(200);
        String exportId = started.text("id");
        assertThat(projects.seenByAdmin(exportId).json().path("estimateAmount").decimalValue())
                .isEqualByComparingTo("1250000");

        team.post("/api/projects/%s/retrieve".formatted(exportId));
        assertRefused(
                400,
                "estimateAmount",
                team.post("/api/projects/%s/resubmit".formatted(exportId), Map.of("estimateAmount", "2,250,000.00")));
        submitForm(team, exportId, Map.of("correction", "resubmit", "estimateAmount", "2,250,000.00"));
        assertThat(projects.seenByAdmin(exportId).json().path("estimateAmount").decimalValue())
                .isEqualByComparingTo("2250000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.23E+06", "1,23E+06", "4e5"})
    void amount_that_has_lost_digits_is_asked_about_at_every_door(String shortened) {
        Map<String, Object> fields = SubmittedProjects.fields("Shortened");
        fields.put("estimateAmount", shortened);
        String csv = "projectNumber,projectName,estimateAmount\nCSV-SHORTENED,Shortened,\"%s\"\n".formatted(shortened);

        assertNothingIsStored(() -> {
            for (HttpAnswer refused : List.of(
                    team.post("/api/projects", fields),
                    team.post(START, EngineVariables.of(fields)),
                    team.post("/api/projects/bulk", List.of(fields)),
                    team.post("/api/projects/bulk", "text/csv", csv))) {
                assertThat(refused.body()).contains("with all of its digits", shortened);
            }
        });
    }

    @Test
    void amount_that_a_program_writes_with_an_exponent_keeps_its_digits() {
        Map<String, Object> fields = SubmittedProjects.fields("Exact");
        String json = HttpAnswer.write(fields).replace("12500.5", "1.2305e4");

        HttpAnswer submitted = team.post("/api/projects", LoggedInClient.JSON, json);

        assertThat(projects.seenByAdmin(submitted.text("exportId"))
                        .json()
                        .path("estimateAmount")
                        .decimalValue())
                .isEqualByComparingTo("12305");
    }

    @Test
    void every_problem_is_named_at_once() {
        Map<String, Object> fields = SubmittedProjects.fields(" ");
        fields.put("deadline", "soon");
        fields.put("estimateAmount", "plenty");

        for (HttpAnswer answer :
                List.of(team.post("/api/projects", fields), team.post(START, EngineVariables.of(fields)))) {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(fieldsIn(answer)).containsExactlyInAnyOrder("projectName", "deadline", "estimateAmount");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \t ", "long", "very long"})
    void bad_comment_is_refused(String kind) {
        String comment = switch (kind) {
            case "long" -> "x".repeat(2001);
            case "very long" -> "x".repeat(5000);
            default -> kind;
        };
        String exportId = projects.submit(TEAM, "Bad comment");

        assertNothingIsStored(() -> {
            assertRefused(
                    400,
                    "comment",
                    approver.post("/api/projects/%s/reject".formatted(exportId), Map.of("comment", comment)));
            assertRefused(
                    400, "comment", submitForm(approver, exportId, Map.of("decision", "reject", "comment", comment)));
        });
        assertThat(projects.status(exportId)).isEqualTo("READY_TO_EXPORT");
    }

    @Test
    void missing_comment_and_missing_decision_are_refused() {
        String exportId = projects.submit(TEAM, "No comment");

        assertRefused(400, "comment", approver.post("/api/projects/%s/reject".formatted(exportId), Map.of()));
        assertRefused(400, "comment", submitForm(approver, exportId, Map.of("decision", "reject")));
        assertRefused(400, "decision", submitForm(approver, exportId, Map.of()));
        assertRefused(400, "decision", submitForm(approver, exportId, Map.of("decision", "perhaps")));
        assertRefused(400, "decision", submitForm(approver, exportId, Map.of("decision", 1)));
        assertThat(projects.status(exportId)).isEqualTo("READY_TO_EXPORT");
    }

    @Test
    void bad_contact_is_refused() {
        String exportId = projects.submit(TEAM, "Bad contact");
        String contact = "x".repeat(256);

        assertRefused(
                400,
                "contactName",
                approver.post("/api/projects/%s/accept".formatted(exportId), Map.of("contactName", contact)));
        assertRefused(
                400,
                "contactName",
                submitForm(approver, exportId, Map.of("decision", "accept", "contactName", contact)));
        assertThat(projects.status(exportId)).isEqualTo("READY_TO_EXPORT");
    }

    @ParameterizedTest
    @ValueSource(strings = {UNKNOWN, "no-id"})
    void unknown_project_is_not_found(String id) {
        assertNothingIsStored(() -> {
            for (String action : List.of("accept", "retry", "retrieve", "withdraw")) {
                assertRefused(404, "exportId", approver.post("/api/projects/%s/%s".formatted(id, action)));
            }
            assertRefused(404, "exportId", approver.get("/api/projects/" + id));
            HttpAnswer completed = approver.post(
                    "/engine-rest/task/%s/submit-form".formatted(id), EngineVariables.of(Map.of("decision", "accept")));
            assertThat(completed.status()).isEqualTo(404);
            assertIsForPeople(completed);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[1,2",
                "{\"projectNumber\": nope}",
                "{\"variables\": {\"x\": nope}}",
                "{'variables': {}}",
                "variables=1",
                "[]",
                "\"text\"",
                "",
                "null",
                "{}{}"
            })
    void malformed_json_is_refused(String body) {
        String task = "/engine-rest/task/%s/submit-form".formatted(projects.task(projects.submit(TEAM, "Malformed")));
        assertNothingIsStored(() -> {
            for (HttpAnswer answer : List.of(
                    team.post("/api/projects", LoggedInClient.JSON, body),
                    team.post(START, LoggedInClient.JSON, body),
                    approver.post(task, LoggedInClient.JSON, body))) {
                assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
                assertThat(answer.body())
                        .doesNotContain("Something went wrong")
                        .containsPattern("\"message\":\"[A-Z\\\\a-z].+\\.\"");
                assertIsForPeople(answer);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded", "nonsense"})
    void wrong_content_type_is_refused(String contentType) {
        String body = HttpAnswer.write(SubmittedProjects.fields("Wrong type"));
        assertNothingIsStored(() -> {
            for (HttpAnswer answer :
                    List.of(team.post("/api/projects", contentType, body), team.post(START, contentType, body))) {
                assertThat(answer.status()).as(answer.body()).isIn(400, 415);
                assertIsForPeople(answer);
            }
        });
    }

    static Stream<Map<String, Object>> badVariables() {
        return Stream.of(
                Map.of("value", "twelve", "type", "Integer"),
                Map.of("value", "x", "type", "Date"),
                Map.of("value", "x", "type", "NoSuchType"),
                Map.of("value", Map.of("a", 1)),
                Map.of("value", List.of(1)),
                Map.of("value", "{", "type", "Json"),
                Map.of("value", "{}", "type", "Json"),
                Map.of("value", "eA==", "type", "Bytes"),
                Map.of("value", "eA==", "type", "File", "valueInfo", Map.of("filename", "a.txt")),
                Map.of("value", true, "type", "Boolean"));
    }

    @ParameterizedTest
    @MethodSource("badVariables")
    void form_field_of_the_wrong_type_is_refused(Map<String, Object> variable) {
        Map<String, Object> variables = EngineVariables.each(SubmittedProjects.fields("Wrong type"));
        variables.put("projectName", variable);
        assertNothingIsStored(() -> {
            HttpAnswer answer = team.post(START, Map.of("variables", variables));
            assertThat(answer.status()).as(answer.body()).isEqualTo(400);
            assertIsForPeople(answer);
        });
    }

    @ParameterizedTest
    @MethodSource("badVariables")
    void answer_of_the_wrong_type_is_refused(Map<String, Object> variable) {
        String exportId = projects.submit(TEAM, "Wrong answer");
        String task = "/engine-rest/task/%s/submit-form".formatted(projects.task(exportId));
        assertNothingIsStored(() -> {
            HttpAnswer answer = approver.post(task, Map.of("variables", Map.of("decision", variable)));
            assertThat(answer.status()).as(answer.body()).isEqualTo(400);
            assertIsForPeople(answer);
        });
        assertThat(projects.status(exportId)).isEqualTo("READY_TO_EXPORT");
    }

    @Test
    void variable_that_nobody_asked_for_and_that_cannot_be_stored_is_refused() {
        for (String value : List.of("x".repeat(4001), "a\0b")) {
            Map<String, Object> fields = SubmittedProjects.fields("Extra");
            fields.put("extra", value);
            assertNothingIsStored(() -> {
                HttpAnswer answer = team.post(START, EngineVariables.of(fields));
                assertThat(answer.status()).as(answer.body()).isEqualTo(400);
                assertIsForPeople(answer);
            });
        }
    }

    @Test
    void html_is_text_in_responses_and_mails() {
        Map<String, Object> fields = SubmittedProjects.fields("<img src=x onerror=alert(1)> & \"Sons\"");
        String exportId = projects.submit(TEAM, fields);
        assertThat(projects.seenByAdmin(exportId).text("projectName")).isEqualTo(fields.get("projectName"));

        approver.post(
                "/api/projects/%s/reject".formatted(exportId), Map.of("comment", "<script>alert(2)</script> & more"));

        ShownMail mail = await().atMost(Duration.ofSeconds(20)).until(() -> mailAbout(fields), found -> found != null);
        assertThat(mail.subject()).contains("<img src=x onerror=alert(1)>");
        assertThat(mail.text()).contains("<img src=x onerror=alert(1)>", "<script>alert(2)</script> & more");
        assertThat(mail.html())
                .contains("&lt;img src=x onerror=alert(1)&gt;", "&lt;script&gt;alert(2)&lt;/script&gt; &amp; more")
                .doesNotContain("<img src=x", "<script");
    }

    private ShownMail mailAbout(Map<String, Object> fields) {
        return application.mail().mails().stream()
                .filter(mail ->
                        mail.subject().contains(fields.get("projectNumber").toString()))
                .findFirst()
                .orElse(null);
    }

    private HttpAnswer submitForm(LoggedInClient person, String exportId, Map<String, Object> fields) {
        return person.post(
                "/engine-rest/task/%s/submit-form".formatted(projects.task(exportId)), EngineVariables.of(fields));
    }

    private static void assertRefused(int status, String field, HttpAnswer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(fieldsIn(answer)).as(answer.body()).contains(field);
        assertThat(answer.json().path("errors"))
                .allSatisfy(error -> assertThat(error.path("message").asText()).endsWith("."));
        assertIsForPeople(answer);
    }

    private static List<String> fieldsIn(HttpAnswer answer) {
        return StreamSupport.stream(answer.json().path("errors").spliterator(), false)
                .map(error -> error.path("field"))
                .map(JsonNode::asText)
                .toList();
    }

    private static void assertIsForPeople(HttpAnswer answer) {
        assertThat(answer.body())
                .doesNotContainPattern("(java|jakarta|javax|org|com|io)\\.[a-z]+\\.[a-zA-Z]")
                .doesNotContain("Exception:", "\tat ", "\\tat ", "ENGINE-", "SQL");
    }

    private void assertNothingIsStored(Runnable attempt) {
        Map<String, Long> before = rows();
        attempt.run();
        assertThat(rows()).isEqualTo(before);
    }

    private Map<String, Long> rows() {
        JdbcClient database = application.database();
        Map<String, Long> rows = new HashMap<>();
        Stream.of(
                        "project_export",
                        "project_history",
                        "export_attempt",
                        "ACT_RU_EXECUTION",
                        "ACT_RU_TASK",
                        "ACT_RU_VARIABLE",
                        "ACT_HI_PROCINST",
                        "ACT_HI_VARINST")
                .forEach(table -> rows.put(
                        table,
                        database.sql("select count(*) from " + table)
                                .query(Long.class)
                                .single()));
        return rows;
    }
}
