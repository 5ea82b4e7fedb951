package io.projectexport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.projectexport.local.ShownMail;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters, marks and addresses as people bring them, through each door: JSON API, page and Tasklist. */
@ExtendWith(SharedApplication.class)
class LettersTest {

    private static final String TEAM = "letters-team";
    private static final String APPROVER = "letters-approver";
    private static final String START = "/engine-rest/process-definition/key/project-export/submit-form";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final RunningApplication application;
    private final SubmittedProjects projects;
    private final LoggedInClient team;
    private final LoggedInClient approver;
    private final LoggedInClient browser;

    LettersTest(RunningApplication application) {
        this.application = application;
        projects = new SubmittedProjects(application);
        team = application.as(TEAM);
        approver = application.as(APPROVER);
        browser = application.inBrowser(TEAM);
    }

    @BeforeAll
    static void people(RunningApplication application) {
        application.user(TEAM, "portfolio");
        application.user(APPROVER, "erp-standard", "can-push-to-accounting");
    }

    @ParameterizedTest
    @CsvSource({
        "creatorEmail, anna.@example.com, must be an e-mail address",
        "creatorEmail, anna@my_company.com, must be an e-mail address",
        "creatorEmail, anna@example.com;, must be an e-mail address",
        "creatorEmail, anna@\u0435xample.com, mixes letters of different alphabets",
        "creatorEmail, Łukasz@example.com, before the @",
        "projectName, \u3164\u200B, Project name is missing.",
        "projectName, bridge\uE000, character 7 cannot be used",
        "client, bridge\u0007s, character 7 cannot be used"
    })
    void what_cannot_be_taken_is_refused_at_every_door_in_the_same_words(String field, String value, String problem) {
        Map<String, Object> fields = SubmittedProjects.fields("Letters");
        fields.put(field, value);

        for (HttpAnswer refused : List.of(
                team.post("/api/projects", fields), team.post(START, EngineVariables.of(fields)), page(fields))) {
            assertThat(refused.status()).as(refused.body()).isEqualTo(400);
            assertThat(refused.body()).contains(problem);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202A%s\u202C", "%s\u200E", "\uFEFF%s", "%s\u2060", "%s\uDB40\uDC41"})
    void one_number_is_one_project_at_every_door(String spelling) {
        Map<String, Object> fields = SubmittedProjects.fields("Number");
        projects.submit(TEAM, fields);
        String number = fields.get("projectNumber").toString();
        fields.put("projectNumber", spelling.formatted(number.replace('-', '\u2011')));

        for (HttpAnswer refused : List.of(
                team.post("/api/projects", fields), team.post(START, EngineVariables.of(fields)), page(fields))) {
            assertThat(refused.status()).as(refused.body()).isIn(400, 409);
            assertThat(refused.body()).contains("is already there");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200B", "\u3164\u2800", "\u202E\u2069", "\uDB40\uDC41"})
    void a_reason_of_nothing_that_can_be_seen_is_none_at_every_door(String reason) {
        String exportId = projects.submit(TEAM, "Reason");
        String task = "/engine-rest/task/%s/submit-form".formatted(projects.task(exportId));
        Map<String, Object> answers = Map.of("decision", "reject", "comment", reason);

        for (HttpAnswer refused : List.of(
                approver.post("/api/projects/%s/reject".formatted(exportId), Map.of("comment", reason)),
                approver.post(task, EngineVariables.of(answers)))) {
            assertThat(refused.status()).as(refused.body()).isEqualTo(400);
            assertThat(refused.body()).contains("The reason is missing");
        }
        assertThat(projects.status(exportId)).isEqualTo("READY_TO_EXPORT");
    }

    @Test
    void a_rejection_reaches_the_creator_under_an_umlaut_domain_and_nothing_in_it_is_turned_around() {
        Map<String, Object> fields = SubmittedProjects.fields("👩‍🔧 \u202EPier\u202C \uD83E\uDEE8");
        fields.put("creatorEmail", "anna@bücher.example");
        String exportId = projects.submit(TEAM, fields);
        assertThat(projects.seenByAdmin(exportId).text("projectName")).isEqualTo("👩‍🔧 Pier \uD83E\uDEE8");

        approver.post("/api/projects/%s/reject".formatted(exportId), Map.of("comment", "No \u202Eway"));

        ShownMail mail = await().atMost(Duration.ofSeconds(20))
                .until(() -> mailTo("anna@xn--bcher-kva.example"), found -> found != null);
        assertThat(mail.subject()).contains("👩‍🔧 Pier \uD83E\uDEE8");
        assertThat(mail.text()).contains("No way").doesNotContain("\u202E");
    }

    private ShownMail mailTo(String address) {
        return application.mail().mails().stream()
                .filter(mail -> mail.to().contains(address))
                .findFirst()
                .orElse(null);
    }

    private HttpAnswer page(Map<String, Object> fields) {
        Matcher token = CSRF.matcher(browser.get("/jobs/new").body());
        assertThat(token.find()).isTrue();
        Map<String, Object> typed = new LinkedHashMap<>(fields);
        typed.put("_csrf", token.group(1));
        return browser.post(
                "/jobs/new",
                "application/x-www-form-urlencoded",
                typed.entrySet().stream()
                        .map(entry -> entry.getKey() + "="
                                + URLEncoder.encode(entry.getValue().toString(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
    }
}
