package io.projectexport.xero.failure;

import static io.projectexport.export.accounting.ExportFailure.Reason.NOT_CONNECTED;
import static io.projectexport.export.accounting.ExportFailure.Reason.RATE_LIMITED;
import static io.projectexport.export.accounting.ExportFailure.Reason.REFUSED;
import static io.projectexport.export.accounting.ExportFailure.Reason.UNAVAILABLE;
import static io.projectexport.xero.ScriptedXero.CREATE_PROJECT;
import static io.projectexport.xero.ScriptedXero.NOW;
import static io.projectexport.xero.ScriptedXero.PROJECTS;
import static io.projectexport.xero.ScriptedXero.TOKEN;
import static io.projectexport.xero.ScriptedXero.dropped;
import static io.projectexport.xero.ScriptedXero.empty;
import static io.projectexport.xero.ScriptedXero.hanging;
import static io.projectexport.xero.ScriptedXero.html;
import static io.projectexport.xero.ScriptedXero.json;
import static io.projectexport.xero.ScriptedXero.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.projectexport.export.accounting.Accounting;
import io.projectexport.export.accounting.ExportError;
import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.accounting.JobRequest;
import io.projectexport.export.ratelimit.CallQueue;
import io.projectexport.xero.ScriptedXero;
import io.projectexport.xero.client.XeroSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class XeroErrorsTest {

    @Test
    void remedies_say_reason_as_the_field_for_it_does() {
        assertThat(List.of(Remedy.CORRECT, Remedy.CHOOSE_CONTACT))
                .allSatisfy(remedy -> assertThat(remedy)
                        .contains("reject the project with a reason")
                        .doesNotContain("comment"));
    }

    private static final String CREATE_OPTION =
            "PUT /api.xro/2.0/TrackingCategories/" + ScriptedXero.CATEGORY + "/Options";

    @AutoClose
    private final ScriptedXero xero = new ScriptedXero();

    private final Accounting projects = xero.accounting(xero.settings());
    private final Accounting options = xero.accounting(xero.settings(XeroSettings.JobType.TRACKING_OPTION, null, null));

    private static ExportFailure creating(Accounting accounting) {
        JobRequest request = new JobRequest("P-1 - Harbour Bridge", null, null, null);
        ExportFailure refused = catchThrowableOfType(ExportFailure.class, () -> accounting.create(request, "key-1"));
        assertThat(refused).as("a failure, but the job was created").isNotNull();
        assertFitForPeople(refused);
        return refused;
    }

    private ExportFailure creatingProject(ScriptedXero.Answer answer) {
        xero.on(CREATE_PROJECT, answer);
        return creating(projects);
    }

    private ExportFailure creatingOption(ScriptedXero.Answer answer) {
        xero.on(CREATE_OPTION, answer);
        return creating(options);
    }

    private static void assertFitForPeople(ExportFailure refused) {
        assertThat(refused.errors()).isNotEmpty().allSatisfy(error -> {
            assertThat(error.message())
                    .isNotBlank()
                    .doesNotContain("Exception", "<html", "java.", "the-secret", "token-");
            assertThat(error.remedy()).isNotBlank();
        });
    }

    private static List<String> messages(ExportFailure refused) {
        return refused.errors().stream().map(ExportError::message).toList();
    }

    @Test
    void every_text_of_a_refused_project_is_kept() {
        ExportFailure refused = creatingProject(json(400, """
                {"message": "The request is invalid.", "modelState": {
                   "contactId": ["No contact found for that contactId."],
                   "estimateAmount": ["Must be positive.", "Must be < 1,000,000."]}}"""));

        assertThat(refused.reason()).isEqualTo(REFUSED);
        assertThat(messages(refused))
                .containsExactly(
                        "The request is invalid.",
                        "No contact found for that contactId.",
                        "Must be positive.",
                        "Must be < 1,000,000.");
    }

    @Test
    void a_refusal_by_the_accounting_api_without_elements_keeps_its_message() {
        ExportFailure refused = creatingOption(json(400, """
                {"ErrorNumber": 14, "Type": "PostDataInvalidException", "Message": "JSON for post data was invalid"}"""));

        assertThat(refused.reason()).isEqualTo(REFUSED);
        assertThat(messages(refused)).containsExactly("JSON for post data was invalid");
    }

    static Stream<Arguments> refusals_without_words() {
        return Stream.of(
                arguments(empty(400), 400),
                arguments(html(400), 400),
                arguments(json(400, "{}"), 400),
                arguments(json(400, "[]"), 400),
                arguments(json(400, "{\"message\": null, \"modelState\": null}"), 400),
                arguments(json(400, "{\"message\""), 400),
                arguments(empty(409), 409),
                arguments(empty(412), 412),
                arguments(html(405), 405));
    }

    @ParameterizedTest
    @MethodSource("refusals_without_words")
    void a_refusal_without_words_gets_a_plain_sentence(ScriptedXero.Answer answer, int status) {
        String sentence = "Xero refused the request without saying why (%d).".formatted(status);

        assertThat(creatingProject(answer))
                .hasMessage(sentence)
                .extracting(ExportFailure::reason)
                .isEqualTo(REFUSED);
        assertThat(creatingOption(answer))
                .hasMessage(sentence)
                .extracting(ExportFailure::reason)
                .isEqualTo(REFUSED);
    }

    static Stream<Arguments> words() {
        return Stream.of(
                arguments(
                        "[\"Name is taken\", \"Contact is archived\"]",
                        List.of("Name is taken", "Contact is archived")),
                arguments("[{\"Message\": \"Name is taken\", \"Code\": \"E7\"}]", List.of("Name is taken")),
                arguments("\"Name is taken\"", List.of("Name is taken")),
                arguments("Name is taken", List.of("Name is taken")),
                arguments("Name is\r\n\ttaken\u0000", List.of("Name is taken")),
                arguments("""
                        {"type": "https://xero/x", "title": "Bad Request", "status": 400, "detail": "Name is taken",
                         "instance": "/a", "errors": {"name": ["Too long"]}}""", List.of("Name is taken", "Too long")),
                arguments("{\"title\": \"Name is taken\", \"status\": 400}", List.of("Name is taken")),
                arguments(
                        "{\"errors\": [{\"code\": \"E7\", \"reason\": \"Name is taken\"}]}", List.of("Name is taken")),
                arguments(
                        "{\"error\": \"invalid\", \"error_description\": \"Name is taken\"}", List.of("Name is taken")),
                arguments(
                        "<html><head><title>x</title><style>b{}</style></head><body><b>Name</b> is&nbsp;taken</body></html>",
                        List.of("Name is taken")),
                arguments("\uFEFF{\"message\": \"Name is taken\"}", List.of("Name is taken")),
                arguments(
                        "{\"fault\": {\"faultstring\": \"Name is taken\", \"code\": \"E7\"}}",
                        List.of("Name is taken")),
                arguments("{\"fieldErrors\": [{\"field\": \"name\", \"error\": \"is taken\"}]}", List.of("is taken")),
                arguments("{\"validationErrors\": [\"Name is taken\"]}", List.of("Name is taken")),
                arguments("{\"code\": \"E7\", \"text\": \"Name is taken\"}", List.of("Name is taken")),
                arguments("{\"message\": \"<b>Name</b> is\\n &lt;taken&gt;\"}", List.of("Name is <taken>")));
    }

    @ParameterizedTest
    @MethodSource("words")
    void xeros_words_are_found_in_whichever_form_they_come(String body, List<String> expected) {
        ExportFailure refused = creatingProject(json(400, body));

        assertThat(refused.reason()).isEqualTo(REFUSED);
        assertThat(messages(refused)).isEqualTo(expected);
    }

    @Test
    void long_and_many_words_are_cut() {
        assertThat(messages(creatingProject(json(400, "{\"message\": \"" + "No. ".repeat(1000) + "\"}"))))
                .singleElement()
                .asString()
                .hasSize(500)
                .endsWith("…");
        String many =
                IntStream.range(0, 50).mapToObj(i -> "\"Reason " + i + "\"").collect(Collectors.joining(","));
        assertThat(messages(creatingProject(json(400, "[" + many + "]"))))
                .hasSize(21)
                .endsWith("Xero gave 30 more reasons.");
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 412, 422})
    void other_refusals_keep_xeros_words(int status) {
        ExportFailure refused = creatingProject(json(status, "{\"message\": \"The project is locked.\"}"));

        assertThat(refused.reason()).isEqualTo(REFUSED);
        assertThat(messages(refused)).containsExactly("The project is locked.");
    }

    @Test
    void a_key_that_is_still_in_use_leaves_the_outcome_unknown() {
        ExportFailure refused = creatingProject(
                json(409, "{\"message\": \"A request with this Idempotency-Key is being processed.\"}"));

        assertThat(refused.reason()).isEqualTo(UNAVAILABLE);
        assertThat(refused).hasMessageContaining("A request with this Idempotency-Key is being processed.");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void a_connection_that_xero_does_not_accept_says_how_to_reconnect(int status) {
        ScriptedXero.Answer answer =
                json(status, """
                {"Type": null, "Title": "Unauthorized", "Status": %d, "Detail": "AuthenticationUnsuccessful"}""".formatted(status)).with("WWW-Authenticate", "Bearer error=\"invalid_token\"");

        assertThat(List.of(creatingProject(answer), creatingOption(answer))).allSatisfy(refused -> {
            assertThat(refused.reason()).isEqualTo(NOT_CONNECTED);
            assertThat(refused.errors().get(0).remedy())
                    .contains("Authorise the connection anew", "plan must include Xero Projects", "role");
        });
    }

    @Test
    void xeros_words_about_a_missing_permission_are_kept() {
        assertThat(creatingProject(json(403, "{\"Detail\": \"AuthorizationUnsuccessful\"}")))
                .hasMessage("Xero does not allow this connection to do that: AuthorizationUnsuccessful");
        assertThat(creatingProject(html(403))).hasMessage("Xero does not allow this connection to do that.");
    }

    @Test
    void the_token_of_a_connection_that_xero_does_not_accept_is_not_used_again() {
        xero.on(TOKEN, token("token-1", 1800), token("token-2", 1800));
        creatingProject(empty(401));

        assertThat(xero.requests(CREATE_PROJECT))
                .extracting(request -> request.header("Authorization"))
                .containsExactly("Bearer token-1", "Bearer token-2");
    }

    static Stream<ScriptedXero.Answer> refusedTokens() {
        return Stream.of(
                empty(401),
                html(401),
                json(
                        401,
                        "{\"Title\": \"Unauthorized\", \"Status\": 401, \"Detail\": \"TokenExpired: token expired at 11/23\"}"));
    }

    @ParameterizedTest
    @MethodSource("refusedTokens")
    void a_token_that_has_expired_costs_one_more_try_with_a_new_one(ScriptedXero.Answer refused) {
        xero.on(TOKEN, token("token-1", 1800), token("token-2", 1800));
        xero.on(CREATE_PROJECT, refused, json(201, "{\"projectId\": \"ed957eee-bc6f-4f52-a663-aa42e6af9620\"}"));

        assertThat(projects.create(new JobRequest("P-1 - Harbour Bridge", null, null, null), "key-1"))
                .isNotNull();

        assertThat(xero.requests(CREATE_PROJECT))
                .extracting(request -> request.header("Authorization"))
                .containsExactly("Bearer token-1", "Bearer token-2");
        assertThat(xero.running().running()).isEmpty();
    }

    @Test
    void a_list_is_asked_for_again_with_a_new_token() {
        xero.on(TOKEN, token("token-1", 1800), token("token-2", 1800));
        xero.on(PROJECTS, empty(401), json(200, "{\"items\": []}"));

        assertThat(projects.find("P-1", NOW).likely()).isEmpty();
    }

    @Test
    void a_login_that_gives_the_same_token_again_leads_to_no_second_try() {
        creatingProject(empty(401));

        assertThat(xero.requests(CREATE_PROJECT)).hasSize(1);
    }

    @Test
    void the_last_call_of_a_day_keeps_everybody_from_calling() {
        xero.on(
                CREATE_PROJECT,
                json(201, "{\"projectId\": \"ed957eee-bc6f-4f52-a663-aa42e6af9620\"}")
                        .with("X-DayLimit-Remaining", "0"));
        JobRequest request = new JobRequest("P-1 - Harbour Bridge", null, null, null);
        xero.on(ScriptedXero.ORGANISATION, empty(404));

        assertThat(projects.create(request, "key-1")).isNotNull();
        ExportFailure refused = creating(projects);

        assertThat(refused.reason()).isEqualTo(RATE_LIMITED);
        assertThat(refused).hasMessage("Waiting for Xero: Xero's limit of calls per day is used up.");
        assertThat(refused.isNothingCreated()).isTrue();
        assertThat(refused.retryAt()).isEqualTo(NOW.plus(Duration.ofHours(1)));
        assertThat(xero.requests(CREATE_PROJECT)).hasSize(1);
        assertThat(xero.places().currentPause())
                .contains(new CallQueue.Pause(Duration.ofHours(1), refused.getMessage()));
    }

    @Test
    void a_refusal_that_leaves_no_call_for_the_day_is_told_and_then_waited_for() {
        assertThat(creatingProject(json(400, "{\"message\": \"No.\"}").with("x-daylimit-remaining", "0")))
                .hasMessage("No.");

        assertThat(creatingProject(json(201, "{}")).reason()).isEqualTo(RATE_LIMITED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "4999", "", "many", "10"})
    void as_long_as_the_day_has_calls_nobody_waits(String remaining) {
        creatingProject(json(400, "{}").with("X-DayLimit-Remaining", remaining));

        assertThat(creatingProject(json(400, "{}")).reason()).isEqualTo(REFUSED);
        assertThat(xero.places().currentPause()).isEmpty();
    }

    @Test
    void something_unknown_to_xero_is_refused_with_what_to_check() {
        assertThat(List.of(creatingProject(empty(404)), creatingOption(html(404))))
                .allSatisfy(refused -> {
                    assertThat(refused.reason()).isEqualTo(REFUSED);
                    assertThat(refused).hasMessage("Xero does not know what the request is about (404).");
                    assertThat(refused.errors().get(0).remedy()).contains("XERO_API_URL", "XERO_TRACKING_CATEGORY_ID");
                });
    }

    static Stream<Arguments> limits() {
        return Stream.of(
                arguments("Retry-After", "17", "minute", NOW.plusSeconds(17), "calls per minute is used up"),
                arguments(
                        "Retry-After",
                        "Mon, 23 Nov 2026 10:16:10 GMT",
                        "minute",
                        Instant.parse("2026-11-23T10:16:10Z"),
                        "calls per minute"),
                arguments("X-None", "", "minute", NOW.plusSeconds(60), "calls per minute"),
                arguments("Retry-After", "soon", "concurrent", NOW.plusSeconds(60), "as many calls at a time"),
                arguments("Retry-After", "0", "concurrent", NOW.plusSeconds(1), "as many calls at a time"),
                arguments(
                        "Retry-After",
                        "Sun, 22 Nov 2026 10:16:10 GMT",
                        "minute",
                        NOW.plusSeconds(1),
                        "calls per minute"),
                arguments("Retry-After", "999999999", "day", NOW.plus(Duration.ofDays(1)), "calls per day"),
                arguments("Retry-After", "21600", "day", NOW.plus(Duration.ofHours(6)), "calls per day"),
                arguments("X-None", "", "day", Instant.parse("2026-11-24T00:00:00Z"), "calls per day"),
                arguments("Retry-After", "5", "appminute", NOW.plusSeconds(5), "all organisations"));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void a_limit_is_waited_for_as_xero_asks(String header, String value, String problem, Instant retryAt, String why) {
        ScriptedXero.Answer answer = empty(429).with(header, value).with("X-Rate-Limit-Problem", problem);

        assertThat(List.of(creatingProject(answer), creatingOption(answer))).allSatisfy(refused -> {
            assertThat(refused.reason()).isEqualTo(RATE_LIMITED);
            assertThat(refused.retryAt()).isEqualTo(retryAt);
            assertThat(refused).hasMessageStartingWith("Waiting for Xero: ").hasMessageContaining(why);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"minute", "appminute", "day"})
    void a_limit_that_is_used_up_keeps_everybody_from_calling(String problem) {
        ExportFailure refused =
                creatingProject(empty(429).with("Retry-After", "17").with("X-Rate-Limit-Problem", problem));

        assertThat(xero.places().currentPause())
                .contains(new CallQueue.Pause(Duration.ofSeconds(17), refused.getMessage()));
    }

    @Test
    void too_many_calls_at_a_time_keep_nobody_else_from_calling() {
        creatingProject(empty(429).with("Retry-After", "17").with("X-Rate-Limit-Problem", "concurrent"));

        assertThat(xero.places().currentPause()).isEmpty();
    }

    @Test
    void a_call_that_would_be_one_too_many_is_not_made() {
        ExportFailure full = ExportFailure.rateLimited(NOW.plusSeconds(1), "Waiting for other calls to Xero.");
        xero.running().refuse(full);

        assertThat(creatingProject(json(201, "{}"))).isSameAs(full);

        assertThat(full.isNothingCreated()).isTrue();
        assertThat(xero.requests(CREATE_PROJECT)).isEmpty();
        assertThat(xero.places().currentPause()).isEmpty();
    }

    @Test
    void a_call_is_over_whatever_became_of_it() {
        for (ScriptedXero.Answer answer : List.of(empty(400), html(503), dropped(), hanging())) {
            creatingProject(answer);
        }

        assertThat(xero.running().begun()).isEqualTo(4);
        assertThat(xero.running().running()).isEmpty();
    }

    @Test
    void a_limit_without_any_header_is_waited_for_a_minute() {
        assertThat(creatingProject(empty(429)).retryAt()).isEqualTo(NOW.plusSeconds(60));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 503, 504})
    void a_failure_of_xero_leaves_the_outcome_unknown(int status) {
        assertThat(List.of(
                        creatingProject(html(status)),
                        creatingProject(empty(status)),
                        creatingOption(html(status)),
                        creatingOption(empty(status))))
                .allSatisfy(refused -> {
                    assertThat(refused.reason()).isEqualTo(UNAVAILABLE);
                    assertThat(refused).hasMessage("Xero failed to answer (%d).".formatted(status));
                    assertThat(refused.errors().get(0).remedy()).contains("never two");
                    assertThat(refused.isNothingCreated()).isFalse();
                });
    }

    @Test
    void xeros_words_about_its_failure_are_kept() {
        ExportFailure refused = creatingOption(json(500, """
                {"ErrorNumber": 500, "Type": "InternalError", "Message": "An error occurred in Xero."}"""));

        assertThat(refused.reason()).isEqualTo(UNAVAILABLE);
        assertThat(refused).hasMessage("Xero failed to answer (500): An error occurred in Xero.");
    }

    static Stream<ScriptedXero.Answer> unreadable_successes() {
        return Stream.of(html(200), empty(200), empty(204), json(200, "null"), json(200, "[]"), json(201, "{\"proj"));
    }

    @ParameterizedTest
    @MethodSource("unreadable_successes")
    void a_success_that_nobody_can_read_leaves_the_outcome_unknown(ScriptedXero.Answer answer) {
        assertThat(List.of(creatingProject(answer), creatingOption(answer))).allSatisfy(refused -> {
            assertThat(refused.reason()).isEqualTo(UNAVAILABLE);
            assertThat(refused).hasMessage("Xero's answer could not be read.");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"projectId\": null}", "{\"projectId\": \"00000000-0000-0000-0000-000000000000\"}"})
    void a_success_without_an_id_leaves_the_outcome_unknown(String body) {
        ExportFailure refused = creatingProject(json(201, body));

        assertThat(refused.reason()).isEqualTo(UNAVAILABLE);
        assertThat(refused).hasMessage("Xero's answer does not say what was created.");
    }

    @Test
    void no_response_in_time_leaves_the_outcome_unknown_and_is_not_repeated() {
        ExportFailure refused = creatingProject(hanging());

        assertThat(refused.reason()).isEqualTo(UNAVAILABLE);
        assertThat(refused).hasMessage("Xero did not answer in time.");
        assertThat(refused.isNothingCreated()).isFalse();
        assertThat(xero.requests(CREATE_PROJECT)).hasSize(1);
    }

    @Test
    void a_dropped_connection_leaves_the_outcome_unknown_and_is_not_repeated() {
        xero.on(CREATE_OPTION, json(200, "{}"), dropped());
        creating(options);
        // the second request goes over the connection that the first one left open
        ExportFailure refused = creating(options);

        assertThat(refused.reason()).isEqualTo(UNAVAILABLE);
        assertThat(refused).hasMessage("The connection to Xero broke before its answer arrived.");
        assertThat(refused.isNothingCreated()).isFalse();
        assertThat(xero.requests(CREATE_OPTION)).hasSize(2);
        assertThat(creatingProject(dropped()).reason()).isEqualTo(UNAVAILABLE);
        assertThat(xero.requests(CREATE_PROJECT)).hasSize(1);
    }

    @Test
    void a_server_that_cannot_be_reached_is_named_as_such() {
        xero.on(CREATE_PROJECT, json(201, "{}"));
        creating(projects);
        xero.close();
        ExportFailure refused = creating(projects);

        assertThat(refused.reason()).isEqualTo(UNAVAILABLE);
        assertThat(refused).hasMessage("Xero could not be reached.");
        assertThat(refused.isNothingCreated()).isTrue();
        assertThat(refused.errors().get(0).remedy()).contains("XERO_API_URL");
    }

    @Test
    void a_login_that_fails_creates_nothing() {
        for (ScriptedXero.Answer failure : List.of(html(503), dropped(), hanging())) {
            xero.on(TOKEN, failure);

            assertThat(creating(projects).isNothingCreated()).isTrue();
        }
        assertThat(xero.requests(CREATE_PROJECT)).isEmpty();
    }

    @Test
    void a_list_that_cannot_be_read_is_no_empty_list() {
        xero.on(PROJECTS, html(200));

        ExportFailure refused = catchThrowableOfType(ExportFailure.class, () -> projects.find("P-1", NOW));
        assertThat(refused.reason()).isEqualTo(UNAVAILABLE);
    }

    @Test
    void a_page_that_fails_hides_nothing_of_what_was_found_before() {
        String full = "{\"pagination\": {\"page\": 1, \"pageCount\": 2}, \"items\": []}";
        xero.on(PROJECTS, json(200, full), empty(429).with("Retry-After", "9"));

        ExportFailure refused = catchThrowableOfType(ExportFailure.class, () -> projects.find("P-1", NOW));
        assertThat(refused.reason()).isEqualTo(RATE_LIMITED);
        assertThat(refused.retryAt()).isEqualTo(NOW.plusSeconds(9));
    }
}
