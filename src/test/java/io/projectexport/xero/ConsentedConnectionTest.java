package io.projectexport.xero;

import static io.projectexport.export.ConnectionState.Status.BROKEN;
import static io.projectexport.export.ConnectionState.Status.CONNECTED;
import static io.projectexport.export.ConnectionState.Status.NOT_CONNECTED;
import static io.projectexport.export.ConnectionState.Status.TO_BE_CHOSEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.projectexport.export.Accounting;
import io.projectexport.export.ConnectionRequest;
import io.projectexport.export.ConnectionState.Organisation;
import io.projectexport.export.ExportRefused;
import io.projectexport.export.FakePlaces;
import io.projectexport.export.FakeRunningCalls;
import io.projectexport.export.JobRequest;
import io.projectexport.export.XeroConnection;
import io.projectexport.sandbox.Answer;
import io.projectexport.sandbox.Fault;
import io.projectexport.sandbox.SandboxXero;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.UriComponentsBuilder;

/** From consent to job, with a Xero over HTTP. */
class ConsentedConnectionTest {

    private static final String REDIRECT_URI = "https://erp.example.com/xero/connect/callback";

    private final SandboxXero xero = new SandboxXero(0);
    private final InMemoryConnections stored = new InMemoryConnections();
    private final XeroConnection connection = connection(null);
    private final Accounting accounting = accounting();

    @AfterEach
    void stop() {
        xero.close();
    }

    private XeroSettings settings(String tenantId) {
        return new XeroSettings(
                "sandbox-client",
                "sandbox-secret",
                tenantId,
                xero.url(),
                xero.tokenUrl(),
                XeroSettings.GrantType.AUTHORIZATION_CODE,
                xero.authorizeUrl(),
                XeroSettings.JobType.PROJECT,
                null,
                null,
                60,
                5,
                Duration.ofSeconds(2),
                Duration.ofSeconds(2));
    }

    private Consents consents(XeroSettings settings) {
        return new Consents(stored, new TokenCipher(new byte[32]), settings);
    }

    private XeroConnection connection(String tenantId) {
        XeroSettings settings = settings(tenantId);
        Clock clock = Clock.systemUTC();
        return new ConsentedConnection(
                settings,
                consents(settings),
                new CodeGrant(settings, REDIRECT_URI, XeroConfiguration.tokenClient(settings), clock),
                new ConsentCalls(XeroConfiguration.client(settings).build(), settings),
                new XeroErrors(clock),
                clock);
    }

    private Accounting accounting() {
        XeroSettings settings = settings(null);
        StoredTokens tokens = new StoredTokens(
                settings, consents(settings), XeroConfiguration.tokenClient(settings), Clock.systemUTC());
        return XeroConfiguration.accounting(
                settings,
                tokens,
                ZoneOffset.UTC,
                new FakePlaces(),
                new FakeRunningCalls(),
                Clock.systemUTC(),
                task -> {});
    }

    @Test
    void a_consent_connects_and_jobs_are_created_in_its_organisation() {
        assertThat(connection.state().status()).isEqualTo(NOT_CONNECTED);
        assertThat(refused().reason()).isEqualTo(ExportRefused.Reason.NOT_CONNECTED);

        connect(connection);
        createJob();

        assertThat(connection.state().status()).isEqualTo(CONNECTED);
        assertThat(connection.state().connectedBy()).isEqualTo("root");
        assertThat(connection.state().chosen())
                .contains(new Organisation(SandboxXero.TENANT_ID, SandboxXero.ORGANISATION));
        assertThat(xero.projects().all()).hasSize(1);
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
        String code = consent(connection.begin());

        ExportRefused refused =
                catchThrowableOfType(ExportRefused.class, () -> connection.complete(code, connection.begin(), "root"));

        assertThat(refused.reason()).isEqualTo(ExportRefused.Reason.NOT_CONNECTED);
        assertThat(connection.state().status()).isEqualTo(NOT_CONNECTED);
    }

    @Test
    void one_of_several_organisations_has_to_be_chosen_and_stays_chosen() {
        xero.tokens().consents().tenant("another", "Another Ltd");
        connect(connection);
        assertThat(connection.state().status()).isEqualTo(TO_BE_CHOSEN);
        assertThat(refused()).hasMessage("No organisation in Xero is chosen yet.");

        connection.choose("unknown");
        assertThat(connection.state().status()).isEqualTo(TO_BE_CHOSEN);
        connection.choose(SandboxXero.TENANT_ID);
        createJob();
        connect(connection);

        assertThat(connection.state().status()).isEqualTo(CONNECTED);
        assertThat(connection.state().organisations()).hasSize(2);
        assertThat(xero.projects().all()).hasSize(1);
    }

    @Test
    void the_organisation_of_the_settings_needs_no_choice_and_no_other_will_do() {
        xero.tokens().consents().tenant("another", "Another Ltd");
        XeroConnection named = connection("another");
        connect(named);
        assertThat(named.state().chosenId()).isEqualTo("another");

        XeroConnection missing = connection("missing");
        ExportRefused refused = catchThrowableOfType(ExportRefused.class, () -> connect(missing));
        assertThat(refused).hasMessage("The consent does not include the organisation missing.");
        assertThat(missing.state().status()).isEqualTo(NOT_CONNECTED);
    }

    @Test
    void a_consent_that_was_revoked_at_xero_is_not_connected_and_names_the_page() {
        connect(connection);
        xero.tokens().revokeAll();
        xero.tokens().consents().revokeAll();

        assertThat(refused()).hasMessageStartingWith("Xero does not accept this connection any more");
        ExportRefused refused = refused();

        assertThat(refused).hasMessage("Xero no longer accepts the connection.");
        assertThat(refused.errors().get(0).remedy()).contains("/xero/connect");
        assertThat(connection.state().status()).isEqualTo(BROKEN);
        connect(connection);
        createJob();
    }

    @Test
    void an_expired_or_lost_access_token_is_replaced() {
        connect(connection);
        xero.tokens().revokeAll();
        refused();
        createJob();

        assertThat(xero.projects().all()).hasSize(1);
    }

    @Test
    void what_xero_forbids_keeps_the_token() {
        connect(connection);
        xero.nextCreate(Fault.answer(Answer.empty(403)));
        assertThat(refused().errors().get(0).remedy()).contains("plan must include Xero Projects");
        createJob();

        assertThat(xero.requests(request -> request.is("POST", "/connect/token")))
                .hasSize(1);
    }

    @Test
    void a_refresh_whose_answer_was_lost_is_repeated() {
        connect(connection);
        xero.tokens().revokeAll();
        refused();
        AtomicBoolean lost = new AtomicBoolean(true);
        xero.otherwise(
                request -> lost.get() && request.is("POST", "/connect/token") ? Fault.dropAfterCreate() : Fault.none());
        assertThat(refused().reason()).isEqualTo(ExportRefused.Reason.UNAVAILABLE);
        lost.set(false);
        createJob();

        assertThat(connection.state().status()).isEqualTo(CONNECTED);
    }

    @Test
    void disconnecting_takes_the_consent_back_at_xero_first() {
        connect(connection);
        xero.on(request -> request.is("POST", "/connect/revocation"), Fault.unavailable());
        assertThat(catchThrowableOfType(ExportRefused.class, connection::disconnect)
                        .reason())
                .isEqualTo(ExportRefused.Reason.UNAVAILABLE);
        assertThat(connection.state().status()).isEqualTo(CONNECTED);

        connection.disconnect();

        assertThat(connection.state().status()).isEqualTo(NOT_CONNECTED);
        assertThat(xero.tokens().consents().live()).isZero();
        assertThat(refused()).hasMessage("Xero is not connected.");
    }

    private void connect(XeroConnection connection) {
        ConnectionRequest request = connection.begin();
        connection.complete(consent(request), request, "root");
    }

    /** What a browser does: goes there, and is sent back with a code. */
    private static String consent(ConnectionRequest request) {
        try {
            HttpURLConnection browser =
                    (HttpURLConnection) request.address().toURL().openConnection();
            browser.setInstanceFollowRedirects(false);
            String back = browser.getHeaderField("Location");
            assertThat(back).startsWith(REDIRECT_URI);
            return UriComponentsBuilder.fromUriString(back)
                    .build()
                    .getQueryParams()
                    .getFirst("code");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void createJob() {
        accounting.create(new JobRequest("P-1 - Harbour Bridge", null, null, null), "key-1");
    }

    private ExportRefused refused() {
        return catchThrowableOfType(ExportRefused.class, this::createJob);
    }
}
