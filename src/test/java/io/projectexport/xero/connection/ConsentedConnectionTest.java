package io.projectexport.xero.connection;

import static io.projectexport.export.connection.ConnectionState.Status.BROKEN;
import static io.projectexport.export.connection.ConnectionState.Status.CONNECTED;
import static io.projectexport.export.connection.ConnectionState.Status.NOT_CONNECTED;
import static io.projectexport.export.connection.ConnectionState.Status.TO_BE_CHOSEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.accounting.JobRequest;
import io.projectexport.export.connection.ConnectionRequest;
import io.projectexport.export.connection.ConnectionState.Organisation;
import io.projectexport.export.connection.XeroConnection;
import io.projectexport.sandbox.Fault;
import io.projectexport.sandbox.SandboxXero;
import io.projectexport.sandbox.SentAnswer;
import io.projectexport.xero.client.AccessTokens.Access;
import io.projectexport.xero.client.XeroHttp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** From consent to job, with a Xero over HTTP. */
class ConsentedConnectionTest {

    @AutoClose
    private final SandboxXero xero = new SandboxXero(0);

    private final InMemoryConnections stored = new InMemoryConnections();
    private final ConsentedNode node = new ConsentedNode(xero, stored, Clock.systemUTC());
    private final XeroConnection connection = node.connection;

    @Test
    void a_consent_connects_and_jobs_are_created_in_its_organisation() {
        assertThat(connection.state().status()).isEqualTo(NOT_CONNECTED);
        assertThat(refused().reason()).isEqualTo(ExportFailure.Reason.NOT_CONNECTED);

        node.connect();
        createJob();

        assertThat(connection.state().status()).isEqualTo(CONNECTED);
        assertThat(connection.state().connectedBy()).isEqualTo("root");
        assertThat(connection.state().chosen())
                .contains(new Organisation(SandboxXero.TENANT_ID, SandboxXero.ORGANISATION));
        assertThat(xero.projects().all()).hasSize(1);
    }

    @Test
    void another_organisation_has_its_currency_read_anew() {
        node.connect();
        node.accounting.reload();
        assertThat(node.accounting.currency()).contains(SandboxXero.CURRENCY);

        connection.disconnect(null);
        node.accounting.reload();

        assertThat(node.accounting.currency()).isEmpty();
    }

    @Test
    void a_request_has_a_state_and_a_challenge_of_its_own_and_hides_its_secrets() {
        ConnectionRequest request = connection.begin();
        ConnectionRequest another = connection.begin();

        assertThat(request.address().toString())
                .startsWith(xero.authorizeUrl())
                .contains("code_challenge_method=S256", "offline_access", "state=")
                .doesNotContain(request.verifier());
        assertThat(request.state()).isNotEqualTo(another.state()).hasSizeGreaterThan(40);
        assertThat(request.verifier()).isNotEqualTo(another.verifier());
        assertThat(request.toString()).doesNotContain(request.state(), request.verifier());
    }

    @Test
    void a_code_is_worth_nothing_to_somebody_elses_request() {
        String code = ConsentedNode.consent(connection.begin());

        ExportFailure failure =
                catchThrowableOfType(ExportFailure.class, () -> connection.complete(code, connection.begin(), "root"));

        assertThat(failure.reason()).isEqualTo(ExportFailure.Reason.NOT_CONNECTED);
        assertThat(connection.state().status()).isEqualTo(NOT_CONNECTED);
    }

    @Test
    void one_of_several_organisations_has_to_be_chosen_and_stays_chosen() {
        xero.tokens().consents().tenant("another", "Another Ltd");
        node.connect();
        assertThat(connection.state().status()).isEqualTo(TO_BE_CHOSEN);
        assertThat(refused()).hasMessage("No organisation in Xero is chosen yet.");

        connection.choose("unknown");
        assertThat(connection.state().status()).isEqualTo(TO_BE_CHOSEN);
        connection.choose(SandboxXero.TENANT_ID);
        createJob();
        node.connect();

        assertThat(connection.state().status()).isEqualTo(CONNECTED);
        assertThat(connection.state().organisations()).hasSize(2);
        assertThat(xero.projects().all()).hasSize(1);
    }

    @Test
    void the_organisation_of_the_settings_needs_no_choice_and_no_other_will_do() {
        xero.tokens().consents().tenant("another", "Another Ltd");
        ConsentedNode named = new ConsentedNode(xero, stored, Clock.systemUTC(), "another");
        named.connect();
        assertThat(named.connection.state().chosenId()).isEqualTo("another");

        ConsentedNode missing = new ConsentedNode(xero, stored, Clock.systemUTC(), "missing");
        ExportFailure failure = catchThrowableOfType(ExportFailure.class, missing::connect);
        assertThat(failure).hasMessage("The consent does not include the organisation missing.");
        assertThat(missing.connection.state().status()).isEqualTo(NOT_CONNECTED);
    }

    @Test
    void a_consent_that_was_revoked_at_xero_is_not_connected_and_names_the_page() {
        node.connect();
        xero.tokens().revokeAll();
        xero.tokens().consents().revokeAll();

        assertThat(refused()).hasMessage("Xero no longer accepts the connection.");
        ExportFailure failure = refused();

        assertThat(failure).hasMessage("Xero no longer accepts the connection.");
        assertThat(failure.errors().get(0).remedy()).contains("/xero/connect");
        assertThat(connection.state().status()).isEqualTo(BROKEN);
        node.connect();
        createJob();
    }

    @Test
    void an_expired_or_lost_access_token_is_replaced() {
        node.connect();
        xero.tokens().revokeAll();
        createJob();

        assertThat(xero.projects().all()).hasSize(1);
    }

    @Test
    void what_xero_forbids_keeps_the_token() {
        node.connect();
        xero.nextCreate(Fault.answer(SentAnswer.empty(403)));
        assertThat(refused().errors().get(0).remedy()).contains("plan must include Xero Projects");
        createJob();

        assertThat(xero.requests(request -> request.is("POST", "/connect/token")))
                .hasSize(1);
    }

    @Test
    void a_refresh_whose_response_was_lost_is_repeated() {
        node.connect();
        xero.tokens().revokeAll();
        AtomicBoolean lost = new AtomicBoolean(true);
        xero.otherwise(
                request -> lost.get() && request.is("POST", "/connect/token") ? Fault.dropAfterCreate() : Fault.none());
        assertThat(refused().reason()).isEqualTo(ExportFailure.Reason.UNAVAILABLE);
        lost.set(false);
        createJob();

        assertThat(connection.state().status()).isEqualTo(CONNECTED);
    }

    @Test
    void disconnecting_takes_the_consent_back_at_xero_first() {
        node.connect();
        xero.on(request -> request.is("POST", "/connect/revocation"), Fault.unavailable());
        assertThat(catchThrowableOfType(ExportFailure.class, () -> connection.disconnect(null))
                        .reason())
                .isEqualTo(ExportFailure.Reason.UNAVAILABLE);
        assertThat(connection.state().status()).isEqualTo(CONNECTED);

        connection.disconnect(null);

        assertThat(connection.state().status()).isEqualTo(NOT_CONNECTED);
        assertThat(xero.tokens().consents().live()).isZero();
        assertThat(refused()).hasMessage("Xero is not connected.");
    }

    @Test
    void whoever_connects_anew_while_xero_ends_the_old_consent_stays_connected() {
        node.connect();
        StoredConsent anew = with("ada", node.store.find().orElseThrow());
        xero.otherwise(request -> {
            if (request.is("POST", "/connect/revocation")) {
                node.store.save(anew, () -> {});
            }
            return Fault.none();
        });

        connection.disconnect(null);

        assertThat(connection.state().status()).isEqualTo(CONNECTED);
        assertThat(connection.state().connectedBy()).isEqualTo("ada");
    }

    private static StoredConsent with(String by, StoredConsent consent) {
        return new StoredConsent(consent.token(), consent.tenants(), consent.tenantId(), by, consent.at(), false);
    }

    @Test
    void organisation_that_is_chosen_while_xero_is_asked_about_another_one_is_not_taken_for_missing() {
        xero.tokens().consents().tenant("another", "Another Ltd");
        node.connect();
        connection.choose("another");
        Access access = node.tokens.current();
        new ConsentApi(XeroHttp.client(node.settings).build(), node.settings)
                .disconnect(node.store.find().orElseThrow().token(), List.of("another"));
        xero.otherwise(request -> {
            if (request.is("GET", "/connections")) {
                connection.choose(SandboxXero.TENANT_ID);
            }
            return Fault.none();
        });

        assertThat(node.tokens.forbidden(access)).isEmpty();
        assertThat(connection.state().status()).isEqualTo(CONNECTED);
    }

    @Test
    void one_organisation_of_several_is_disconnected_and_the_others_stay_connected() {
        xero.tokens().consents().tenant("another", "Another Ltd");
        node.connect();
        connection.choose(SandboxXero.TENANT_ID);

        connection.disconnect("another");

        assertThat(connection.state().chosen()).map(Organisation::id).contains(SandboxXero.TENANT_ID);
        assertThat(connection.state().organisations()).hasSize(1);
        assertThat(xero.requests(request -> request.is("POST", "/connect/revocation")))
                .isEmpty();
        createJob();
    }

    @Test
    void after_the_chosen_organisation_is_disconnected_another_one_has_to_be_chosen() {
        xero.tokens().consents().tenant("another", "Another Ltd");
        node.connect();
        connection.choose(SandboxXero.TENANT_ID);

        connection.disconnect(SandboxXero.TENANT_ID);

        assertThat(connection.state().status()).isEqualTo(TO_BE_CHOSEN);
        assertThat(connection.state().organisations())
                .extracting(Organisation::id)
                .containsExactly("another");
        assertThat(refused()).hasMessage("No organisation in Xero is chosen yet.");
    }

    @Test
    void what_another_installation_of_the_same_app_is_connected_to_outlives_this_one() {
        xero.tokens().consents().tenant("of another installation", "Another Ltd");
        ConsentedNode named = new ConsentedNode(xero, stored, Clock.systemUTC(), SandboxXero.TENANT_ID);
        named.connect();

        named.connection.disconnect(null);

        assertThat(named.connection.state().status()).isEqualTo(NOT_CONNECTED);
        assertThat(xero.requests(request -> request.method().equals("DELETE"))).hasSize(1);
        assertThat(xero.tokens().consents().live()).isPositive();
    }

    @Test
    void an_unknown_organisation_is_not_disconnected() {
        node.connect();

        connection.disconnect("unknown");

        assertThat(connection.state().status()).isEqualTo(CONNECTED);
        assertThat(xero.requests(request -> request.method().equals("DELETE"))).isEmpty();
    }

    @Test
    void disconnecting_works_with_an_access_token_that_has_expired() {
        xero.tokens().lifetime(Duration.ofSeconds(1));
        node.connect();

        connection.disconnect(null);

        assertThat(connection.state().status()).isEqualTo(NOT_CONNECTED);
        assertThat(xero.tokens().consents().live()).isZero();
    }

    @Test
    void a_consent_that_xero_ended_is_forgotten_without_a_call() {
        node.connect();
        xero.tokens().revokeAll();
        xero.tokens().consents().revokeAll();
        refused();

        connection.disconnect(null);

        assertThat(connection.state().status()).isEqualTo(NOT_CONNECTED);
        assertThat(xero.requests(request -> request.method().equals("DELETE"))).isEmpty();
    }

    @Test
    void the_consent_asks_for_no_more_than_projects_need() {
        assertThat(connection.begin().address().getQuery().split("&"))
                .filteredOn(parameter -> parameter.startsWith("scope="))
                .singleElement()
                .asString()
                .contains("projects", "accounting.contacts", "accounting.settings.read", "offline_access")
                .doesNotContain("transactions", "accounting.settings ", "accounting.settings+");
    }

    private void createJob() {
        node.accounting.create(new JobRequest("P-1 - Harbour Bridge", null, null, null), "key-1");
    }

    private ExportFailure refused() {
        return catchThrowableOfType(ExportFailure.class, this::createJob);
    }
}
