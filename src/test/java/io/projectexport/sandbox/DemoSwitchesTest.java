package io.projectexport.sandbox;

import static io.projectexport.sandbox.SandboxClient.CONTACTS;
import static io.projectexport.sandbox.SandboxClient.OPTIONS;
import static io.projectexport.sandbox.SandboxClient.PROJECTS;
import static io.projectexport.sandbox.SandboxClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.projectexport.sandbox.DemoSwitches.Switch;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Arrays;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DemoSwitchesTest {

    private static final String CATEGORY = "/api.xro/2.0/TrackingCategories/" + SandboxXero.TRACKING_CATEGORY_ID;
    private static final String ORGANISATION = "/api.xro/2.0/Organisation";

    @AutoClose
    private final SandboxXero xero = new SandboxXero(0);

    private final SandboxClient client = new SandboxClient(xero);

    @Test
    void lost_answers_leave_the_job_and_no_word_of_it() {
        on(Switch.LOST_ANSWERS);

        assertThatThrownBy(() -> client.createProject("P-1")).isInstanceOf(UncheckedIOException.class);
        assertThat(client.createProject("P-2 " + DemoSwitches.REFUSED_MARK).statusCode())
                .isEqualTo(400);
        assertThat(client.get(PROJECTS).statusCode()).isEqualTo(200);
        assertThat(xero.projects().all()).extracting(SandboxProject::name).containsExactly("P-1");
    }

    @Test
    void several_habits_come_together() {
        on(Switch.LOST_ANSWERS, Switch.ALTER_NAMES, Switch.CUTS, Switch.FORGETS_KEYS);

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() ->
                            client.createProject("P-1 - a name of many letters, and of more", "Idempotency-Key", "k"))
                    .isInstanceOf(UncheckedIOException.class);
        }

        assertThat(xero.projects().all())
                .extracting(SandboxProject::name)
                .containsExactly("P-1 - A NAME OF MANY LETTERS,", "P-1 - A NAME OF MANY LETTERS,");
        assertThat(xero.projects().all().get(0).sentName()).isEqualTo("P-1 - a name of many letters, and of more");
    }

    @Test
    void rate_limit_says_how_long_to_wait() {
        on(Switch.RATE_LIMIT);

        HttpResponse<String> answer = client.createProject("P-1");

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("15");
    }

    @Test
    void calls_of_the_day_are_used_up_by_each_answer() {
        on(Switch.DAY_USED_UP);

        HttpResponse<String> answer = client.createProject("P-1");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("X-DayLimit-Remaining")).contains("0");
    }

    @Test
    void expired_token_is_refused_once() {
        on(Switch.TOKEN_EXPIRED);

        assertThat(client.createProject("P-1").body()).contains("401", "TokenExpired");
        assertThat(xero.switches().isOn(Switch.TOKEN_EXPIRED)).isFalse();
        assertThat(client.createProject("P-1").statusCode()).isEqualTo(201);
        assertThat(xero.projects().all()).hasSize(1);
    }

    @Test
    void clock_that_is_behind_takes_tokens_for_younger_than_they_are() {
        on(Switch.CLOCK_BEHIND);

        assertThat(json(token("client_credentials")).path("expires_in").asInt()).isEqualTo(1890);
    }

    @ParameterizedTest
    @CsvSource({
        "DOWN,            503, 401, 200",
        "DISCONNECTED,    403, 200, 200",
        "TRIAL_OVER,      403, 401, 200",
        "DEMO_RESET,      403, 200, 200",
        "NO_ORGANISATION, 200, 200, 200",
        "SECRET_CHANGED,  401, 401, 401",
        "PERSON_LEFT,     401, 401, 400",
    })
    void connection_ends_in_many_ways(Switch which, int api, int connections, int token) {
        on(which);

        assertThat(client.get(PROJECTS).statusCode()).isEqualTo(api);
        assertThat(client.get("/connections").statusCode()).isEqualTo(connections);
        assertThat(token("client_credentials").statusCode()).isEqualTo(token);

        xero.switches().normal();
        assertThat(client.get(PROJECTS).statusCode()).isEqualTo(200);
        assertThat(token("client_credentials").statusCode()).isEqualTo(200);
    }

    @Test
    void demo_company_that_was_reset_is_another_organisation() {
        on(Switch.DEMO_RESET);

        assertThat(json(client.get("/connections")).findValuesAsText("tenantId"))
                .hasSize(1)
                .doesNotContain(SandboxXero.TENANT_ID);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DROPS_EMOJI        | P-1 - \uD83C\uDFD7 Bridge        | P-1 -  Bridge",
                "REPLACES_EMOJI     | P-1 - \uD83C\uDFD7 Bridge        | P-1 - ? Bridge",
                "STRAIGHTENS_QUOTES | P-1 - O\u2019Brien\u2019s \u201Cold\u201D | P-1 - O'Brien's \"old\"",
                "COLLAPSES_BLANKS   | P-1 -\u00A0Old\u2003 Port         | P-1 - Old Port",
                "CUTS               | P-1 - Harbour Bridge North of it  | P-1 - Harbour Bridge North of",
                "ESCAPES_HTML       | P-1 - Smith & Sons                | P-1 - Smith &amp; Sons",
                "LOWER_CASE         | P-1 - HARBOUR Bridge              | p-1 - harbour bridge",
                "ALTER_NAMES        | P-1 - Harbour Bridge              | P-1 - HARBOUR BRIDGE",
            })
    void jobs_are_stored_under_another_name_in_either_api(Switch which, String sent, String stored) {
        on(which);

        client.createProject(sent.replace("\"", "\\\""));
        client.send("PUT", OPTIONS, "{\"Name\": \"%s\"}".formatted(sent));

        assertThat(xero.projects().all()).extracting(SandboxProject::name).containsExactly(stored);
        assertThat(xero.trackingCategories().options())
                .extracting(TrackingCategories.Option::name)
                .containsExactly(stored);
    }

    @Test
    void archived_contacts_are_listed_only_when_asked_for_and_their_names_are_taken() {
        xero.contacts().add("Acme");
        on(Switch.ARCHIVED_CONTACTS);

        assertThat(contacts("?where=Name%3D%3D%22Acme%22")).isEmpty();
        assertThat(contacts("?where=Name%3D%3D%22Acme%22&includeArchived=true").findValuesAsText("ContactStatus"))
                .containsExactly("ARCHIVED");
        assertThat(client.send("PUT", CONTACTS, "{\"Name\": \"Acme\"}").body()).contains("already assigned");
    }

    @Test
    void contact_with_other_blanks_is_found_by_the_search_alone() {
        xero.contacts().add("Acme Ltd");
        on(Switch.BLANKS_IN_CONTACTS);

        assertThat(contacts("?where=Name%3D%3D%22Acme%20Ltd%22")).isEmpty();
        assertThat(contacts("?searchTerm=acme%20ltd").findValuesAsText("Name")).containsExactly("Acme  Ltd\u00A0");
        assertThat(client.send("PUT", CONTACTS, "{\"Name\": \"Acme Ltd\"}").body())
                .contains("already assigned");
    }

    @Test
    void search_that_is_ignored_leads_to_12_000_others() {
        xero.contacts().add("Acme");
        assertThat(contacts("?searchTerm=acme").findValuesAsText("Name")).containsExactly("Acme");
        assertThat(contacts("?searchTerm=nobody")).isEmpty();
        on(Switch.SEARCH_IGNORED);

        assertThat(contacts("?searchTerm=acme&page=120").findValuesAsText("Name"))
                .hasSize(100)
                .doesNotContain("Acme");
        assertThat(contacts("?searchTerm=acme&page=121")).isEmpty();
        assertThat(contacts("?where=Name%3D%3D%22Acme%22").findValuesAsText("Name"))
                .containsExactly("Acme");
    }

    @Test
    void client_that_is_required_is_named_by_its_field() {
        SandboxContact contact = xero.contacts().add("Acme");
        on(Switch.CLIENT_REQUIRED);

        assertThat(json(client.createProject("P-1"))
                        .at("/modelState/contactId/0")
                        .asText())
                .isNotBlank();
        assertThat(client.send("POST", PROJECTS, "{\"name\": \"P-1\", \"contactId\": \"%s\"}".formatted(contact.id()))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void archived_tracking_option_has_taken_its_name() {
        xero.trackingCategories().add("P-1");
        on(Switch.ARCHIVED_OPTIONS);

        assertThat(json(client.get(CATEGORY))
                        .at("/TrackingCategories/0/Options")
                        .findValuesAsText("Status"))
                .containsExactly("ARCHIVED");
        assertThat(client.send("PUT", OPTIONS, "{\"Name\": \"P-1\"}").body()).contains("already exists");
    }

    @Test
    void unknown_values_are_in_projects_contacts_and_the_organisation() {
        xero.projects().add("P-1");
        xero.contacts().add("Acme");
        on(Switch.UNKNOWN_VALUES);

        assertThat(json(client.get(PROJECTS)).at("/items/0/status").asText()).isEqualTo("HIBERNATING");
        assertThat(contacts("").findValuesAsText("ContactStatus")).containsExactly("HIBERNATING");
        assertThat(json(client.get(ORGANISATION)).at("/Organisations/0/Class").asText())
                .isEqualTo("HIBERNATING");
    }

    @Test
    void unreadable_item_stands_before_500_others() {
        for (int i = 1; i <= 500; i++) {
            xero.projects().add("P-" + i);
        }
        xero.trackingCategories().add("P-1");
        on(Switch.UNREADABLE_ITEM);

        JsonNode items = json(client.get(PROJECTS + "?pageSize=500")).path("items");

        assertThat(items).hasSize(501);
        assertThat(items.path(0).path("projectId").asText()).isEqualTo("not an id");
        assertThat(json(client.get(CATEGORY)).at("/TrackingCategories/0/Options"))
                .hasSize(2);
        assertThat(contacts("")).hasSize(1);
    }

    @Test
    void organisation_can_have_another_time_zone() {
        on(Switch.OTHER_TIME_ZONE);

        assertThat(json(client.get(ORGANISATION))
                        .at("/Organisations/0/Timezone")
                        .asText())
                .isEqualTo("HAWAIIANSTANDARDTIME");
    }

    @ParameterizedTest
    @EnumSource(names = "REFUSED_.*", mode = EnumSource.Mode.MATCH_ALL)
    void job_is_refused_in_another_form_of_the_same_words(Switch which) {
        on(which);

        HttpResponse<String> answer = client.createProject("P-1");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Xero is not in the mood for this", "try another day.");
        assertThat(xero.projects().all()).isEmpty();
        assertThat(which != Switch.REFUSED_AT_LENGTH || answer.body().length() > 3000)
                .isTrue();
    }

    private void on(Switch... habits) {
        Arrays.stream(habits).forEach(habit -> xero.switches().set(habit, true));
    }

    private JsonNode contacts(String query) {
        return json(client.get(CONTACTS + query)).path("Contacts");
    }

    private HttpResponse<String> token(String grantType) {
        return client.send(client.request(
                        "POST",
                        "/connect/token",
                        "grant_type=%s&client_id=sandbox-client&client_secret=sandbox-secret".formatted(grantType))
                .setHeader("Content-Type", "application/x-www-form-urlencoded"));
    }
}
