package io.projectexport.xero.accounting;

import static io.projectexport.xero.ScriptedXero.CONTACTS;
import static io.projectexport.xero.ScriptedXero.CREATE_PROJECT;
import static io.projectexport.xero.ScriptedXero.NOW;
import static io.projectexport.xero.ScriptedXero.PROJECTS;
import static io.projectexport.xero.ScriptedXero.dropped;
import static io.projectexport.xero.ScriptedXero.hanging;
import static io.projectexport.xero.ScriptedXero.html;
import static io.projectexport.xero.ScriptedXero.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.projectexport.export.FakeCallPermits;
import io.projectexport.export.FakeCallQueue;
import io.projectexport.export.InMemoryConnectionBreaks;
import io.projectexport.export.accounting.Accounting;
import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.accounting.FoundJobs;
import io.projectexport.export.accounting.JobRequest;
import io.projectexport.export.accounting.XeroJob;
import io.projectexport.xero.ScriptedXero;
import io.projectexport.xero.client.XeroSettings;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectJobsTest {

    private static final UUID PROJECT = UUID.fromString("ed957eee-bc6f-4f52-a663-aa42e6af9620");
    private static final UUID CONTACT = UUID.fromString("216830cb-9a68-487e-928b-c1a7ccc4fc81");
    private static final JobRequest BRIDGE =
            new JobRequest("P-1 - Harbour Bridge", "ACME", new BigDecimal("12500.00"), LocalDate.of(2027, 3, 31));
    private static final JobRequest BARE = new JobRequest("P-1 - Harbour Bridge", null, null, null);

    @AutoClose
    private final ScriptedXero xero = new ScriptedXero();

    private final Accounting accounting = xero.accounting(xero.settings());

    @BeforeEach
    void xero_creates_projects() {
        xero.on(CREATE_PROJECT, json(201, project(PROJECT, "P-1 - Harbour Bridge")));
        xero.on(CONTACTS, json(200, """
                {"Contacts": [{"ContactID": "%s", "Name": "ACME", "ContactStatus": "ACTIVE"}]}""".formatted(CONTACT)));
    }

    private static String project(UUID id, String name) {
        return """
                {"projectId": "%s", "name": "%s", "currencyCode": "NZD", "minutesLogged": 0,
                 "totalTaskAmount": {"currency": "NZD", "value": 0.0}, "deadlineUtc": "2020-03-03T15:00:00Z",
                 "estimate": {"currency": "NZD", "value": 99.99}, "status": "INPROGRESS", "new": {"field": 1}}""".formatted(id, name);
    }

    @Test
    void a_project_is_created_and_linked() {
        assertThat(accounting.create(BRIDGE, "key-1"))
                .isEqualTo(new XeroJob(PROJECT.toString(), "https://go.xero.com/app/projects/project/" + PROJECT));
    }

    @Test
    void the_request_carries_exactly_what_was_approved() throws Exception {
        accounting.create(BRIDGE, "key-1");

        JsonNode sent = new ObjectMapper().readTree(xero.only(CREATE_PROJECT).body());
        // the deadline's day ends in Auckland 13 hours before it ends in UTC
        assertThat(sent).isEqualTo(new ObjectMapper().readTree("""
                        {"name": "P-1 - Harbour Bridge", "contactId": "%s", "estimateAmount": 12500.0,
                         "deadlineUtc": "2027-03-31T10:59:59Z"}""".formatted(CONTACT)));
    }

    @ParameterizedTest
    @CsvSource({
        "DATELINESTANDARDTIME, 2027-04-01T11:59:59Z",
        "HAWAIIANSTANDARDTIME, 2027-04-01T09:59:59Z",
        "PACIFICSTANDARDTIME(MEXICO), 2027-04-01T06:59:59Z",
        "EASTERNSTANDARDTIME, 2027-04-01T03:59:59Z",
        "UTC, 2027-03-31T23:59:59Z",
        "UTC+12, 2027-03-31T11:59:59Z",
        "NEWZEALANDSTANDARDTIME, 2027-03-31T10:59:59Z",
        "LINEISLANDSSTANDARDTIME, 2027-03-31T09:59:59Z",
        // unknown, and told in the installation's, which is Auckland's
        "MARSSTANDARDTIME, 2027-03-31T10:59:59Z"
    })
    void the_day_that_was_entered_is_previewed_and_is_the_one_that_ends_in_the_organisation(
            String zone, String deadlineUtc) throws Exception {
        xero.on(ScriptedXero.ORGANISATION, json(200, "{\"Organisations\": [{\"Timezone\": \"%s\"}]}".formatted(zone)));
        assertThat(accounting.preview(BRIDGE)).contains("Deadline: 31 Mar 2027");

        accounting.create(BRIDGE, "key-1");

        JsonNode sent = new ObjectMapper().readTree(xero.only(CREATE_PROJECT).body());
        assertThat(sent.path("deadlineUtc").asText()).isEqualTo(deadlineUtc);
        assertThat(accounting.preview(BRIDGE)).contains("Deadline: 31 Mar 2027");
        assertThat(accounting.unknownTimeZone().isPresent()).isEqualTo(zone.startsWith("MARS"));

        xero.on(
                PROJECTS,
                onlyPage("{\"projectId\": \"%s\", \"name\": \"P-1 - Harbour Bridge\", \"deadlineUtc\": \"%s\"}"
                        .formatted(PROJECT, deadlineUtc)));
        assertThat(accounting.find("P-1 - Harbour Bridge", NOW).same())
                .singleElement()
                .satisfies(found -> assertThat(found.details()).isEqualTo("deadline: 31 Mar 2027"));
    }

    @Test
    void an_organisation_that_does_not_tell_its_time_zone_keeps_no_job_from_being_created() {
        xero.on(ScriptedXero.ORGANISATION, json(401, "{}"));

        accounting.create(BRIDGE, "key-1");

        assertThat(xero.only(CREATE_PROJECT).body()).contains("2027-03-31T10:59:59Z");
    }

    @Test
    void a_job_without_details_is_sent_as_its_name() {
        accounting.create(BARE, "key-1");

        assertThat(xero.only(CREATE_PROJECT).body()).isEqualTo("{\"name\":\"P-1 - Harbour Bridge\"}");
        assertThat(xero.requests(CONTACTS)).isEmpty();
    }

    @Test
    void a_great_estimate_is_sent_as_a_plain_number() {
        accounting.create(new JobRequest("P-1 - Dam", null, new BigDecimal("999999999999.99"), null), "key-1");
        accounting.create(new JobRequest("P-2 - Dam", null, new BigDecimal("12500000"), null), "key-2");
        accounting.create(new JobRequest("P-3 - Shed", null, new BigDecimal("0.10"), null), "key-3");

        assertThat(xero.requests(CREATE_PROJECT))
                .extracting(ScriptedXero.Request::body)
                .containsExactly(
                        "{\"name\":\"P-1 - Dam\",\"estimateAmount\":999999999999.99}",
                        "{\"name\":\"P-2 - Dam\",\"estimateAmount\":12500000}",
                        "{\"name\":\"P-3 - Shed\",\"estimateAmount\":0.1}");
    }

    @Test
    void a_name_in_any_script_arrives_as_it_is() throws Exception {
        String name = "P-1 - Brücke \"Łódź\" {1} 50% & <b> 橋 🏗";
        accounting.create(new JobRequest(name, null, null, null), "key-1");

        assertThat(new ObjectMapper()
                        .readTree(xero.only(CREATE_PROJECT).body())
                        .path("name")
                        .textValue())
                .isEqualTo(name);
    }

    @Test
    void the_request_carries_key_and_token() {
        accounting.create(BARE, "key-1");

        ScriptedXero.Request sent = xero.only(CREATE_PROJECT);
        assertThat(sent.header("Idempotency-Key")).isEqualTo("key-1");
        assertThat(sent.header("Authorization")).isEqualTo("Bearer token-1");
        assertThat(sent.header("Content-Type")).startsWith("application/json");
        assertThat(sent.header("Accept")).isEqualTo("application/json");
    }

    @Test
    void the_tenant_header_is_sent_when_a_tenant_is_set() {
        xero.accounting(xero.settings(XeroSettings.JobType.PROJECT, "tenant-7", null))
                .create(BRIDGE, "key-1");

        assertThat(xero.only(CREATE_PROJECT).header("Xero-Tenant-Id")).isEqualTo("tenant-7");
        assertThat(xero.only(CONTACTS).header("Xero-Tenant-Id")).isEqualTo("tenant-7");
    }

    @Test
    void no_tenant_header_is_sent_for_a_custom_connection() {
        accounting.create(BRIDGE, "key-1");

        assertThat(xero.only(CREATE_PROJECT).headers()).doesNotContainKey("Xero-Tenant-Id");
        assertThat(xero.only(CONTACTS).headers()).doesNotContainKey("Xero-Tenant-Id");
    }

    @Test
    void all_projects_of_that_name_in_whichever_letters_are_found_on_all_pages() {
        UUID other = UUID.randomUUID();
        UUID inOtherLetters = UUID.randomUUID();
        List<String> first = new ArrayList<>(IntStream.range(0, 499)
                .mapToObj(i -> project(UUID.randomUUID(), "P-1 - Harbour Bridge " + i))
                .toList());
        first.add(project(PROJECT, "P-1 - Harbour Bridge"));
        xero.on(
                PROJECTS,
                page(1, first),
                page(2, List.of(project(inOtherLetters, "p\u20111 - harbour\u00a0 bridge"))),
                page(3, List.of(project(other, "P-1 - Harbour Bridge").replace("INPROGRESS", "CLOSED"))));

        assertThat(accounting.find("P-1 - Harbour Bridge", NOW).same())
                .extracting(found -> found.job().id())
                .containsExactly(PROJECT.toString(), inOtherLetters.toString(), other.toString());
        assertThat(xero.requests(PROJECTS))
                .extracting(ScriptedXero.Request::rawQuery)
                .containsExactly("page=1&pageSize=500", "page=2&pageSize=500", "page=3&pageSize=500");
    }

    private static ScriptedXero.Answer page(int number, List<String> items) {
        return json(
                200,
                "{\"pagination\": {\"page\": %d, \"pageSize\": 500, \"pageCount\": 3, \"itemCount\": 502}, \"items\": %s}"
                        .formatted(number, items.stream().collect(Collectors.joining(",", "[", "]"))));
    }

    @Test
    void what_xero_tells_about_a_project_of_the_name_helps_to_tell_it_from_others() {
        xero.on(PROJECTS, onlyPage(project(PROJECT, "P-1 - Harbour Bridge")));

        assertThat(accounting.find("P-1 - Harbour Bridge", NOW).same())
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.job().url()).endsWith(PROJECT.toString());
                    // the deadline is told in Auckland's time
                    assertThat(found.details())
                            .isEqualTo("status: in progress, estimate: NZD 99.99, deadline: 4 Mar 2020");
                });
    }

    @Test
    void many_look_ups_that_need_not_be_new_share_one_list() {
        xero.on(PROJECTS, onlyPage(project(PROJECT, "P-1 - Harbour Bridge")));

        assertThat(accounting.find("P-2 - Dam", NOW.minusSeconds(60)).same()).isEmpty();
        assertThat(accounting.find("P-1 - Harbour Bridge", NOW.minusSeconds(60)).same())
                .hasSize(1);
        assertThat(xero.requests(PROJECTS)).hasSize(1);

        accounting.find("P-1 - Harbour Bridge", NOW);
        assertThat(xero.requests(PROJECTS)).hasSize(2);
    }

    private static ScriptedXero.Answer onlyPage(String item) {
        return json(200, "{\"pagination\": {\"page\": 1, \"pageCount\": 1}, \"items\": [" + item + "]}");
    }

    @Test
    void a_contact_that_cannot_be_found_or_created_means_that_nothing_was_created() {
        for (ScriptedXero.Answer failure : List.of(html(503), dropped(), hanging())) {
            xero.on(CONTACTS, failure);

            ExportFailure refused = catchThrowableOfType(ExportFailure.class, () -> accounting.create(BRIDGE, "key-1"));

            assertThat(refused.isNothingCreated()).isTrue();
        }
        assertThat(xero.requests(CREATE_PROJECT)).isEmpty();
    }

    @Test
    void a_job_is_not_created_when_that_comes_too_late() {
        Iterator<Instant> hours =
                Stream.iterate(NOW, hour -> hour.plusSeconds(3600)).iterator();
        Clock quick = new Clock() {
            @Override
            public Instant instant() {
                return hours.next();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
        Accounting late = AccountingConfiguration.accounting(
                xero.settings(),
                ScriptedXero.tokens(xero.settings()),
                new FakeCallQueue(),
                new FakeCallPermits(),
                new InMemoryConnectionBreaks(quick),
                quick,
                Runnable::run);

        ExportFailure refused = catchThrowableOfType(ExportFailure.class, () -> late.create(BRIDGE, "key-1"));

        assertThat(refused.isNothingCreated()).isTrue();
        assertThat(xero.requests(CREATE_PROJECT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "\"P-9 - Text\"",
                "[]",
                "{}",
                "{\"projectId\": 7, \"name\": {\"first\": \"P-1 - Dam\"}}",
                "{\"projectId\": \"no-id\", \"name\": \"P-1 - Dam\"}",
                "{\"projectId\": \"ed957eee-bc6f-4f52-a663-aa42e6af9621\", \"name\": \"P-9\", \"status\": \"ON_HOLD\"}",
                "{\"projectId\": \"ed957eee-bc6f-4f52-a663-aa42e6af9621\", \"name\": \"P-9\", \"deadlineUtc\": \"2027-03-31T00:00:00\"}",
                "{\"projectId\": \"ed957eee-bc6f-4f52-a663-aa42e6af9621\", \"name\": \"P-9\", \"estimate\": {\"currency\": \"XXY\", \"value\": \"much\"}}"
            })
    void an_item_that_nobody_can_read_is_passed_over(String unreadable) {
        xero.on(PROJECTS, onlyPage(unreadable + "," + project(PROJECT, "P-1 - Harbour Bridge")));

        FoundJobs found = accounting.find("P-1 - Harbour Bridge", NOW);

        assertThat(found.likely()).extracting(job -> job.job().id()).containsExactly(PROJECT.toString());
        assertThat(found.others()).isEmpty();
    }

    @Test
    void a_wanted_item_is_found_whatever_else_of_it_nobody_can_read() {
        xero.on(PROJECTS, onlyPage("""
                {"projectId": "%s", "name": "P-1 - Harbour Bridge", "status": "ON_HOLD", "currencyCode": "XXY",
                 "deadlineUtc": "2027-03-31T00:00:00", "estimate": {"currency": "XXY", "value": 5}}""".formatted(PROJECT)));

        assertThat(accounting.find("P-1 - Harbour Bridge", NOW).same())
                .singleElement()
                .satisfies(found -> assertThat(found.details()).isEqualTo("status: on_hold, estimate: XXY 5.00"));
    }

    @Test
    void a_wanted_item_without_an_id_is_not_taken_for_absent() {
        xero.on(PROJECTS, onlyPage("{\"name\": \"P-1 - Harbour Bridge\"}"));

        assertThat(catchThrowableOfType(ExportFailure.class, () -> accounting.find("P-1 - Harbour Bridge", NOW)))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"items\": {}}", "{\"items\": \"none\"}", "[]"})
    void an_answer_without_a_list_is_no_empty_list(String answer) {
        xero.on(PROJECTS, json(200, answer));

        ExportFailure failure =
                catchThrowableOfType(ExportFailure.class, () -> accounting.find("P-1 - Harbour Bridge", NOW));

        assertThat(failure.reason()).isEqualTo(ExportFailure.Reason.UNAVAILABLE);
        assertThat(failure).hasMessage("Xero's answer could not be read.");
    }

    @Test
    void the_id_counts_in_an_answer_of_which_nobody_can_read_the_rest() {
        xero.on(CREATE_PROJECT, json(201, """
                {"projectId": "%s", "status": "ON_HOLD", "currencyCode": "XXY", "deadlineUtc": "soon"}""".formatted(PROJECT)));

        assertThat(accounting.create(BARE, "key-1").id()).isEqualTo(PROJECT.toString());
    }

    @Test
    void names_in_xero_come_as_one_plain_line() {
        xero.on(PROJECTS, onlyPage(project(PROJECT, "P-1 - Dam\\u0000 of\\nthe \\u202elake" + "!".repeat(3000))));

        assertThat(accounting.find("P-1 - Harbour Bridge", NOW).others())
                .singleElement()
                .satisfies(found -> assertThat(found.details())
                        .startsWith("name: P-1 - Dam of the lake!!!")
                        .doesNotContain("\u0000", "\n", "\u202e")
                        .hasSizeLessThan(700));
    }

    @Test
    void nothing_is_found_among_no_projects() {
        xero.on(PROJECTS, json(200, "{\"pagination\": {\"page\": 1, \"pageCount\": 0}, \"items\": null}"));

        assertThat(accounting.find("P-1 - Harbour Bridge", NOW).same()).isEmpty();
    }

    @Test
    void pages_without_a_count_are_read_until_one_is_empty() {
        xero.on(
                PROJECTS,
                json(200, "{\"items\": [" + project(UUID.randomUUID(), "Other") + "]}"),
                json(200, "{\"items\": [" + project(PROJECT, "P-1 - Harbour Bridge") + "]}"),
                json(200, "{\"items\": []}"));

        assertThat(accounting.find("P-1 - Harbour Bridge", NOW).same())
                .extracting(found -> found.job().id())
                .containsExactly(PROJECT.toString());
        assertThat(xero.requests(PROJECTS)).hasSize(3);
    }

    @Test
    void a_page_that_comes_again_and_again_is_the_last_one() {
        xero.on(PROJECTS, json(200, "{\"items\": [" + project(PROJECT, "P-1 - Harbour Bridge") + "]}"));

        assertThat(accounting.find("P-1 - Harbour Bridge", NOW).same()).hasSize(1);
        assertThat(xero.requests(PROJECTS)).hasSize(2);
    }

    @Test
    void a_full_page_that_comes_again_and_again_tells_nothing_about_what_it_hides() {
        String full = String.join(",", Collections.nCopies(500, project(PROJECT, "Other")));
        xero.on(PROJECTS, json(200, "{\"items\": [" + full + "]}"));

        assertThat(catchThrowableOfType(ExportFailure.class, () -> accounting.find("P-1 - Harbour Bridge", NOW))
                        .reason())
                .isEqualTo(ExportFailure.Reason.UNAVAILABLE);
        assertThat(xero.requests(PROJECTS)).hasSize(2);
    }

    @Test
    void the_preview_says_what_will_be_created() {
        assertThat(accounting.preview(BRIDGE)).isEqualTo("""
                        Project: P-1 - Harbour Bridge
                        Contact: ACME
                        Estimate: 12,500.00
                        Deadline: 31 Mar 2027""");
        assertThat(accounting.preview(BARE)).isEqualTo("Project: P-1 - Harbour Bridge");
        assertThat(xero.requests(ScriptedXero.TOKEN)).isEmpty();
    }

    @Test
    void a_turn_pays_for_the_first_call_and_all_others_are_paid_when_they_are_made() {
        FakeCallPermits permits = new FakeCallPermits();
        Accounting paying = AccountingConfiguration.accounting(
                xero.settings(),
                ScriptedXero.tokens(xero.settings()),
                new FakeCallQueue(),
                permits,
                new InMemoryConnectionBreaks(Clock.systemUTC()),
                Clock.systemUTC(),
                Runnable::run);
        xero.on(PROJECTS, onlyPage(project(PROJECT, "P-1 - Harbour Bridge")));
        xero.on(CONTACTS, json(200, "{\"Contacts\": []}"));
        xero.on(ScriptedXero.CREATE_CONTACT, json(200, "{\"Contacts\": [{\"ContactID\": \"" + CONTACT + "\"}]}"));

        permits.holding(UUID.randomUUID(), () -> {
            paying.find("P-1 - Harbour Bridge", Instant.now());
            return paying.create(BRIDGE, "key-1");
        });

        // the list, the contact that is looked up by name and by search and created, the organisation, which is not
        // known yet, and the job
        assertThat(permits.begun()).isEqualTo(6);
        assertThat(permits.extra()).isEqualTo(5);
        assertThat(permits.running()).isEmpty();
    }

    @Test
    void projects_have_contacts_and_names_of_255_characters() {
        assertThat(accounting.hasContacts()).isTrue();
        assertThat(accounting.maxNameLength()).isEqualTo(255);
    }
}
