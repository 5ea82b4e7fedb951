package io.projectexport.sandbox;

import static io.projectexport.sandbox.SandboxClient.CONTACTS;
import static io.projectexport.sandbox.SandboxClient.OPTIONS;
import static io.projectexport.sandbox.SandboxClient.PROJECTS;
import static io.projectexport.sandbox.SandboxClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxXeroTest {

    private final ManualClock clock = new ManualClock();

    @AutoClose
    private final SandboxXero xero = new SandboxXero(0, clock);

    private final SandboxClient client = new SandboxClient(xero);

    @Test
    void created_project_is_answered_and_kept() {
        SandboxContact contact = xero.contacts().add("Smith & Sons");

        HttpResponse<String> created = client.send("POST", PROJECTS, """
                {"name": "P-1 - Café", "contactId": "%s", "estimateAmount": 1250.5, "deadlineUtc": "2026-05-01T11:59:59Z"}
                """.formatted(contact.id()));

        assertThat(created.statusCode()).isEqualTo(201);
        SandboxProject kept = xero.projects().all().get(0);
        assertThat(kept.name()).isEqualTo("P-1 - Café");
        assertThat(kept.contactId()).isEqualTo(contact.id());
        assertThat(kept.estimate()).isEqualByComparingTo("1250.50");
        assertThat(kept.deadline()).isEqualTo(Instant.parse("2026-05-01T11:59:59Z"));
        JsonNode json = json(created);
        assertThat(json.path("projectId").asText()).isEqualTo(kept.id().toString());
        assertThat(json.at("/estimate/value").decimalValue()).isEqualByComparingTo("1250.5");
        assertThat(json.at("/estimate/currency").asText()).isEqualTo("NZD");
        assertThat(json.path("deadlineUtc").asText()).isEqualTo("2026-05-01T11:59:59Z");
        assertThat(json.path("status").asText()).isEqualTo("INPROGRESS");
        assertThat(json(client.get(PROJECTS + "/" + kept.id()))).isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name           | {}",
                "name           | {\"name\": \"  \"}",
                "name           | {\"name\": 7}",
                "estimateAmount | {\"name\": \"P\", \"estimateAmount\": \"99.99\"}",
                "estimateAmount | {\"name\": \"P\", \"estimateAmount\": -1}",
                "deadlineUtc    | {\"name\": \"P\", \"deadlineUtc\": \"2026-05-01\"}",
                "contactId      | {\"name\": \"P\", \"contactId\": \"nobody\"}",
                "contactId      | {\"name\": \"P\", \"contactId\": \"00000000-0000-0000-0000-000000000001\"}",
                "project        | [",
            })
    void bad_project_is_refused_by_field(String field, String body) {
        HttpResponse<String> answer = client.send("POST", PROJECTS, body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("message").asText()).isNotBlank();
        assertThat(json(answer).path("modelState").path(field).path(0).asText()).isNotBlank();
        assertThat(xero.projects().all()).isEmpty();
    }

    @Test
    void trailing_blank_in_a_name_makes_xero_fail() {
        assertThat(client.createProject("P-1 ").statusCode()).isEqualTo(500);
        assertThat(client.send("PUT", OPTIONS, "{\"Name\": \"P-1 \"}").statusCode())
                .isEqualTo(500);
        assertThat(xero.projects().all()).isEmpty();
        assertThat(xero.trackingCategories().options()).isEmpty();
    }

    @Test
    void two_projects_may_have_the_same_name() {
        client.createProject("twin");
        client.createProject("twin");

        assertThat(xero.projects().named("twin")).hasSize(2);
    }

    @Test
    void list_is_cut_into_pages_and_filtered_by_state() {
        for (int i = 1; i <= 5; i++) {
            xero.projects().add("P-" + i);
        }
        UUID closed = xero.projects().all().get(4).id();
        assertThat(client.send("PATCH", PROJECTS + "/" + closed, "{\"status\": \"CLOSED\"}")
                        .statusCode())
                .isEqualTo(204);

        JsonNode page = json(client.get(PROJECTS + "?page=2&pageSize=3&states=INPROGRESS"));

        assertThat(page.at("/pagination").toString())
                .isEqualTo("{\"page\":2,\"pageSize\":3,\"pageCount\":2,\"itemCount\":4}");
        assertThat(page.at("/items").findValuesAsText("name")).containsExactly("P-4");
        assertThat(json(client.get(PROJECTS + "?states=CLOSED")).at("/items").findValuesAsText("name"))
                .containsExactly("P-5");
        assertThat(client.get(PROJECTS + "?pageSize=501").statusCode()).isEqualTo(400);
    }

    @Test
    void new_project_shows_up_in_the_list_after_the_lag() {
        xero.projects().listLag(Duration.ofSeconds(5));
        client.createProject("late");

        assertThat(json(client.get(PROJECTS)).at("/items")).isEmpty();
        clock.advance(Duration.ofSeconds(5));
        assertThat(json(client.get(PROJECTS)).at("/items")).hasSize(1);
    }

    @Test
    void contact_is_found_by_a_name_with_quotes() {
        xero.contacts().add("The \"Big\" Co");
        xero.contacts().add("Other");

        for (String where : new String[] {"Name==\"The \\\"Big\\\" Co\"", "Name==\"The \"\"Big\"\" Co\""}) {
            JsonNode found = json(client.get(CONTACTS + "?where=" + URLEncoder.encode(where, StandardCharsets.UTF_8)));
            assertThat(found.path("Contacts").findValuesAsText("Name")).containsExactly("The \"Big\" Co");
        }
    }

    @Test
    void unknown_filter_is_refused_instead_of_ignored() {
        assertThat(json(client.get(CONTACTS + "?where=Email%3D%3D%22a%22"))
                        .path("Type")
                        .asText())
                .isEqualTo("QueryParseException");
    }

    @Test
    void contact_can_be_put_only_once_but_posted_again() {
        String body = "{\"Contacts\": [{\"Name\": \"Acme\"}]}";

        assertThat(client.send("PUT", CONTACTS, body).statusCode()).isEqualTo(200);
        HttpResponse<String> again = client.send("PUT", CONTACTS, body);

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(json(again).path("Type").asText()).isEqualTo("ValidationException");
        assertThat(json(again).at("/Elements/0/ValidationErrors/0/Message").asText())
                .contains("Acme", "already assigned");
        HttpResponse<String> posted = client.send("POST", CONTACTS, body);
        assertThat(json(posted).at("/Contacts/0/ContactID").asText())
                .isEqualTo(xero.contacts().all().get(0).id().toString());
        assertThat(xero.contacts().all()).hasSize(1);
    }

    @Test
    void tracking_option_is_created_and_listed() {
        HttpResponse<String> created = client.send("PUT", OPTIONS, "{\"Name\": \"P-1\"}");

        assertThat(json(created).at("/Options/0/TrackingOptionID").asText())
                .isEqualTo(xero.trackingCategories().options().get(0).id().toString());
        JsonNode category = json(client.get("/api.xro/2.0/TrackingCategories/" + SandboxXero.TRACKING_CATEGORY_ID));
        assertThat(category.at("/TrackingCategories/0/Options").findValuesAsText("Name"))
                .containsExactly("P-1");
    }

    @Test
    void tracking_option_that_breaks_a_rule_is_refused() {
        for (int i = 1; i <= 99; i++) {
            xero.trackingCategories().add("P-" + i);
        }

        assertThat(optionError("P-1")).contains("already exists");
        assertThat(optionError("x".repeat(101))).contains("100 characters");
        assertThat(client.send("PUT", OPTIONS, "{\"Name\": \"hundredth\"}").statusCode())
                .isEqualTo(200);
        assertThat(optionError("one too many")).contains("100 options");
    }

    private String optionError(String name) {
        HttpResponse<String> answer = client.send("PUT", OPTIONS, "{\"Name\": \"%s\"}".formatted(name));
        assertThat(answer.statusCode()).isEqualTo(400);
        return json(answer).at("/Elements/0/ValidationErrors/0/Message").asText();
    }

    @Test
    void wrong_tracking_category_makes_xero_fail() {
        HttpResponse<String> answer = client.send(
                "PUT", "/api.xro/2.0/TrackingCategories/" + UUID.randomUUID() + "/Options", "{\"Name\": \"P\"}");

        assertThat(answer.statusCode()).isEqualTo(500);
    }

    @Test
    void organisation_tells_its_currency_and_short_code() {
        JsonNode organisation = json(client.get("/api.xro/2.0/Organisation"))
                .path("Organisations")
                .path(0);

        assertThat(organisation.path("BaseCurrency").asText()).isEqualTo("NZD");
        assertThat(organisation.path("ShortCode").asText()).isEqualTo(SandboxXero.SHORT_CODE);
    }

    @Test
    void requests_are_remembered_until_cleared() {
        client.createProject("P-1", "Idempotency-Key", "k1");

        ReceivedRequest request = xero.requests(ReceivedRequest::createsJob).get(0);
        assertThat(request.header("idempotency-key")).isEqualTo("k1");
        assertThat(request.body()).contains("P-1");

        xero.clear();
        assertThat(xero.requests()).isEmpty();
        assertThat(xero.projects().all()).isEmpty();
    }
}
