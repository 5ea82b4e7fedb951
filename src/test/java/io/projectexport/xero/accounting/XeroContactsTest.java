package io.projectexport.xero.accounting;

import static io.projectexport.xero.ScriptedXero.CONTACTS;
import static io.projectexport.xero.ScriptedXero.CREATE_CONTACT;
import static io.projectexport.xero.ScriptedXero.CREATE_PROJECT;
import static io.projectexport.xero.ScriptedXero.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.projectexport.export.accounting.Accounting;
import io.projectexport.export.accounting.ExportError;
import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.accounting.JobRequest;
import io.projectexport.xero.ScriptedXero;
import io.projectexport.xero.client.AccessTokens;
import io.projectexport.xero.client.AccessTokens.Access;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XeroContactsTest {

    private static final UUID CONTACT = UUID.fromString("216830cb-9a68-487e-928b-c1a7ccc4fc81");
    private static final String NONE = "{\"Contacts\": []}";
    private static final String TAKEN = """
            {"ErrorNumber": 10, "Type": "ValidationException", "Message": "A validation exception occurred",
             "Elements": [{"ContactID": "00000000-0000-0000-0000-000000000000", "Name": "ACME", "ValidationErrors": [
              {"Message": "The contact name ACME is already assigned to another contact."}]}]}""";

    @AutoClose
    private final ScriptedXero xero = new ScriptedXero();

    private final Accounting accounting = xero.accounting(xero.settings());

    @BeforeEach
    void xero_creates_projects() {
        xero.on(CREATE_PROJECT, json(201, "{\"projectId\": \"ed957eee-bc6f-4f52-a663-aa42e6af9620\"}"));
    }

    private void createJobFor(String contactName) {
        accounting.create(new JobRequest("P-1 - Harbour Bridge", contactName, null, null), "key-1");
    }

    private static ScriptedXero.Answer contacts(String status, String... names) throws Exception {
        var root = new ObjectMapper().createObjectNode();
        for (String name : names) {
            root.withArray("Contacts")
                    .addObject()
                    .put("ContactID", CONTACT.toString())
                    .put("Name", name)
                    .put("ContactStatus", status)
                    .put("UpdatedDateUTC", "/Date(1488391422280+0000)/");
        }
        return json(200, root.toString());
    }

    private void assertContactUsed() {
        assertThat(xero.only(CREATE_PROJECT).body()).contains("\"contactId\":\"" + CONTACT + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACME", "H&M {1} + 100%", "O'Brien; Söhne = 橋, Ltd. #1?", "{name} %41 /x"})
    void a_contact_is_found_by_its_exact_name(String name) throws Exception {
        xero.on(CONTACTS, contacts("ACTIVE", name));
        createJobFor(name);

        assertThat(xero.only(CONTACTS).query().getFirst("where")).isEqualTo("Name==\"" + name + "\"");
        assertThat(xero.requests(CREATE_CONTACT)).isEmpty();
        assertContactUsed();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bat \"Quote\" Man", "Back\\slash"})
    void a_name_that_no_filter_can_hold_is_searched_on_every_page(String name) throws Exception {
        xero.on(
                CONTACTS,
                contacts("ACTIVE", Collections.nCopies(100, name + " & Sons").toArray(String[]::new)),
                contacts("ACTIVE", name));
        createJobFor(name);

        assertThat(xero.requests(CONTACTS)).hasSize(2).allSatisfy(request -> {
            assertThat(request.query().getFirst("searchTerm")).isEqualTo(name);
            assertThat(request.query()).doesNotContainKey("where");
        });
        assertContactUsed();
    }

    @Test
    void a_missing_contact_is_created_with_a_key_of_its_own() throws Exception {
        xero.on(CONTACTS, json(200, NONE));
        xero.on(CREATE_CONTACT, contacts("ACTIVE", "ACME \"North\""));
        createJobFor("ACME \"North\"");

        ScriptedXero.Request created = xero.only(CREATE_CONTACT);
        JsonNode sent = new ObjectMapper().readTree(created.body()).path("Contacts");
        assertThat(sent).hasSize(1);
        assertThat(sent.path(0).path("Name").textValue()).isEqualTo("ACME \"North\"");
        assertThat(created.header("Idempotency-Key")).isEqualTo("key-1-contact");
        assertThat(created.query().getFirst("summarizeErrors")).isEqualTo("true");
        assertContactUsed();
    }

    @Test
    void a_contact_is_looked_up_once_for_many_jobs() throws Exception {
        xero.on(CONTACTS, contacts("ACTIVE", "ACME"));

        createJobFor("ACME");
        createJobFor("ACME");

        assertThat(xero.requests(CONTACTS)).hasSize(1);
        assertThat(xero.requests(CREATE_PROJECT))
                .extracting(ScriptedXero.Request::body)
                .hasSize(2)
                .allMatch(body -> body.contains(CONTACT.toString()));
    }

    @Test
    void a_contact_is_looked_up_again_after_xero_refused_a_job_that_names_it() throws Exception {
        xero.on(CONTACTS, contacts("ACTIVE", "ACME"));
        xero.on(
                CREATE_PROJECT,
                json(400, "{\"message\": \"The contact is archived\"}"),
                json(201, "{\"projectId\": \"ed957eee-bc6f-4f52-a663-aa42e6af9620\"}"));
        catchThrowableOfType(ExportFailure.class, () -> createJobFor("ACME"));

        createJobFor("ACME");

        assertThat(xero.requests(CONTACTS)).hasSize(2);
    }

    @Test
    void archived_and_similar_contacts_are_not_used() throws Exception {
        xero.on(CONTACTS, contacts("ARCHIVED", "ACME"));
        xero.on(CREATE_CONTACT, contacts("ACTIVE", "ACME"));
        createJobFor("ACME");
        xero.on(CONTACTS, contacts("ACTIVE", "Bolt Ltd", "Bolts", "A Bolt"));
        xero.on(CREATE_CONTACT, contacts("ACTIVE", "Bolt"));
        createJobFor("Bolt");

        assertThat(xero.requests(CREATE_CONTACT)).hasSize(2);
    }

    @Test
    void a_contact_that_somebody_else_just_created_is_used() throws Exception {
        xero.on(CONTACTS, json(200, NONE), contacts("ACTIVE", "Acme"));
        xero.on(CREATE_CONTACT, json(400, TAKEN));
        createJobFor("ACME");

        assertContactUsed();
    }

    @Test
    void a_contact_that_another_node_creates_at_the_same_moment_is_used() throws Exception {
        xero.on(CONTACTS, json(200, NONE), json(200, NONE), contacts("ACTIVE", "Acme"));
        xero.on(CREATE_CONTACT, json(400, TAKEN));
        createJobFor("ACME");

        assertThat(xero.requests(CREATE_CONTACT)).hasSize(1);
        assertContactUsed();
    }

    @ParameterizedTest
    @CsvSource({
        "Harbour Council, harbour",
        "O\u2019Brien & Sons, brien",
        "ACME\u2013North (NZ) Ltd, north",
        "\uFF28\uFF21\uFF32\uFF22\uFF2F\uFF35\uFF32 Ltd, harbour",
    })
    void a_name_in_other_letters_is_searched_by_a_word_that_both_have(String name, String word) throws Exception {
        xero.on(CONTACTS, json(200, NONE));
        xero.on(CREATE_CONTACT, contacts("ACTIVE", name));
        createJobFor(name);

        assertThat(xero.requests(CONTACTS))
                .extracting(request -> request.query().getFirst("searchTerm"))
                .containsExactly(null, word);
    }

    @Test
    void another_organisation_that_is_chosen_meanwhile_gets_neither_job_nor_contact() throws Exception {
        xero.on(CONTACTS, contacts("ACTIVE", "ACME"));
        assertThat(failureAfterSwitch(1).isNothingCreated()).isTrue();
        xero.on(CONTACTS, json(200, NONE));
        assertThat(failureAfterSwitch(2).isNothingCreated()).isTrue();

        assertThat(xero.requests(CREATE_PROJECT)).isEmpty();
        assertThat(xero.requests(CREATE_CONTACT)).isEmpty();
    }

    /** Another organisation is chosen after so many calls. */
    private ExportFailure failureAfterSwitch(int calls) {
        AccessTokens tokens = mock();
        AtomicInteger call = new AtomicInteger();
        given(tokens.organisation()).willReturn(Optional.of("harbour"));
        given(tokens.current())
                .willAnswer(asked -> new Access("token", call.incrementAndGet() <= calls ? "harbour" : "quay"));
        Accounting switching = xero.accounting(xero.settings(), tokens);
        JobRequest request = new JobRequest("P-1 - Harbour Bridge", "ACME", null, null);
        return catchThrowableOfType(ExportFailure.class, () -> switching.create(request, "key-1", "harbour"));
    }

    @Test
    void names_that_people_call_the_same_share_one_contact() throws Exception {
        xero.on(CONTACTS, json(200, NONE));
        xero.on(CREATE_CONTACT, contacts("ACTIVE", "Harbour Council"));

        for (String name : List.of(
                "Harbour Council",
                "HARBOUR council",
                "Harbour\u00a0Council",
                "Harbour  Council",
                "Har\u00adbour Council",
                "\u200eHarbour Council",
                "\uff28arbour Council",
                "Harbour\u2003Council\u2060")) {
            createJobFor(name);
        }

        assertThat(xero.requests(CREATE_CONTACT)).hasSize(1);
        assertThat(xero.requests(CONTACTS)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"acme\u2011north ltd", "ACME-North  Ltd", "\uff21CME-North Ltd\u200b", "Acme\u2013North\u00a0Ltd"
            })
    void a_contact_that_xero_has_in_other_letters_is_used(String inXero) throws Exception {
        xero.on(CONTACTS, json(200, NONE), contacts("ACTIVE", "Bolt", inXero));
        createJobFor("ACME-North Ltd");

        assertThat(xero.requests(CREATE_CONTACT)).isEmpty();
        assertContactUsed();
    }

    @Test
    void the_exact_name_comes_before_one_in_other_letters() {
        UUID other = UUID.randomUUID();
        xero.on(CONTACTS, json(200, """
                {"Contacts": [{"ContactID": "%s", "Name": "acme", "ContactStatus": "ACTIVE"},
                  {"ContactID": "%s", "Name": "ACME", "ContactStatus": "ACTIVE"}]}""".formatted(other, CONTACT)));
        createJobFor("ACME");

        assertContactUsed();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACME", "ACME \"North\""})
    void no_more_than_three_calls_are_spent_where_xeros_search_finds_everything(String name) throws Exception {
        ScriptedXero.Answer everything =
                contacts("ACTIVE", Collections.nCopies(100, "Somebody").toArray(String[]::new));
        xero.on(CONTACTS, everything);
        xero.on(CREATE_CONTACT, json(400, TAKEN));

        catchThrowableOfType(ExportFailure.class, () -> createJobFor(name));

        assertThat(xero.requests(CONTACTS)).hasSize(2);
        assertThat(xero.requests(CREATE_CONTACT)).hasSize(1);
    }

    @Test
    void a_refusal_because_of_an_archived_contact_says_so() throws Exception {
        xero.on(CONTACTS, contacts("ARCHIVED", "ACME"));
        xero.on(CREATE_CONTACT, json(400, TAKEN));

        ExportFailure failure = catchThrowableOfType(ExportFailure.class, () -> createJobFor("ACME"));

        assertThat(failure.errors())
                .extracting(ExportError::message)
                .containsExactly(
                        "The contact name ACME is already assigned to another contact.",
                        "Xero has archived a contact of this name.");
        assertThat(xero.requests(CONTACTS).get(0).query().getFirst("includeArchived"))
                .isEqualTo("true");
    }

    @Test
    void a_contact_that_nobody_can_read_hides_no_other() {
        xero.on(CONTACTS, json(200, """
                {"Contacts": [null, 7, {"Name": {}}, {"ContactID": "x", "Name": "Bolt", "ContactStatus": "FROZEN"},
                  {"ContactID": "%s", "Name": "ACME", "ContactStatus": "FROZEN", "UpdatedDateUTC": "today"}]}""".formatted(CONTACT)));
        createJobFor("ACME");

        assertContactUsed();
    }

    @Test
    void a_refused_contact_refuses_the_job_in_xeros_words() {
        xero.on(CONTACTS, json(200, NONE));
        xero.on(CREATE_CONTACT, json(400, TAKEN));

        ExportFailure failure = catchThrowableOfType(ExportFailure.class, () -> createJobFor("ACME"));
        assertThat(failure.reason()).isEqualTo(ExportFailure.Reason.REFUSED);
        assertThat(failure.errors())
                .extracting(ExportError::message)
                .containsExactly("The contact name ACME is already assigned to another contact.");
        assertThat(xero.requests(CREATE_PROJECT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", NONE, "{\"Contacts\": [{\"ContactID\": \"00000000-0000-0000-0000-000000000000\"}]}"})
    void a_created_contact_without_an_id_leaves_the_outcome_unknown(String answer) {
        xero.on(CONTACTS, json(200, NONE));
        xero.on(CREATE_CONTACT, json(200, answer));

        ExportFailure failure = catchThrowableOfType(ExportFailure.class, () -> createJobFor("ACME"));
        assertThat(failure.reason()).isEqualTo(ExportFailure.Reason.UNAVAILABLE);
        assertThat(xero.requests(CREATE_PROJECT)).isEmpty();
    }
}
