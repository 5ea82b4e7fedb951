package io.projectexport.xero.client;

import static io.projectexport.export.accounting.ExportFailure.Reason.NOT_CONNECTED;
import static io.projectexport.export.accounting.ExportFailure.Reason.RATE_LIMITED;
import static io.projectexport.export.accounting.ExportFailure.Reason.UNAVAILABLE;
import static io.projectexport.xero.ScriptedXero.CREATE_PROJECT;
import static io.projectexport.xero.ScriptedXero.NOW;
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
import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.accounting.JobRequest;
import io.projectexport.xero.ScriptedXero;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ClientCredentialsTokensTest {

    @AutoClose
    private final ScriptedXero xero = new ScriptedXero();

    private final Accounting accounting = xero.accounting(xero.settings());

    @BeforeEach
    void xero_creates_projects() {
        xero.on(CREATE_PROJECT, json(201, "{\"projectId\": \"ed957eee-bc6f-4f52-a663-aa42e6af9620\"}"));
    }

    private void createJob() {
        accounting.create(new JobRequest("P-1 - Harbour Bridge", null, null, null), "key-1");
    }

    @Test
    void a_token_is_asked_for_with_client_credentials_and_scopes() {
        createJob();

        ScriptedXero.Request sent = xero.only(TOKEN);
        assertThat(URLDecoder.decode(sent.body(), StandardCharsets.UTF_8).split("&"))
                .containsExactlyInAnyOrder(
                        "grant_type=client_credentials", "scope=projects accounting.settings accounting.contacts");
        assertThat(sent.header("Authorization"))
                .isEqualTo("Basic "
                        + Base64.getEncoder()
                                .encodeToString("the-client:the-secret".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void a_custom_connection_has_one_organisation_that_is_known_without_a_call() {
        assertThat(accounting.organisation())
                .contains(xero.settings().plan().organisation())
                .map(accounting::organisationName)
                .isEqualTo(accounting.organisation());
        assertThat(xero.requests(TOKEN)).isEmpty();
    }

    @Test
    void a_token_serves_many_calls() {
        createJob();
        createJob();

        assertThat(xero.requests(CREATE_PROJECT)).hasSize(2);
        assertThat(xero.requests(TOKEN)).hasSize(1);
    }

    @Test
    void calls_at_the_same_moment_share_one_token() {
        CompletableFuture<?>[] calls = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.runAsync(this::createJob))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(calls).join();

        assertThat(xero.requests(CREATE_PROJECT)).hasSize(8);
        assertThat(xero.requests(TOKEN)).hasSize(1);
    }

    @Test
    void a_token_about_to_expire_is_replaced() {
        xero.on(TOKEN, token("token-1", 1), token("token-2", 1));
        createJob();
        createJob();

        assertThat(xero.requests(CREATE_PROJECT))
                .extracting(request -> request.header("Authorization"))
                .containsExactly("Bearer token-1", "Bearer token-2");
    }

    static Stream<Arguments> refused_logins() {
        return Stream.of(
                arguments(json(400, "{\"error\": \"invalid_client\"}"), "invalid_client"),
                arguments(json(400, "{\"error\": \"invalid_grant\"}"), "invalid_grant"),
                arguments(json(400, "{\"error\": \"unauthorized_client\"}"), "unauthorized_client"),
                arguments(json(400, "{\"error\": \"invalid_scope\"}"), "invalid_scope"),
                arguments(json(401, "{\"error\": \"invalid_client\"}"), "invalid_client"),
                arguments(empty(401), "login."),
                arguments(html(403), "login."),
                arguments(empty(404), "login."));
    }

    @ParameterizedTest
    @MethodSource("refused_logins")
    void a_refused_login_is_not_connected_and_says_how_to_reconnect(ScriptedXero.Answer answer, String words) {
        ExportFailure refused = failing(answer);

        assertThat(refused.reason()).isEqualTo(NOT_CONNECTED);
        assertThat(refused)
                .hasMessageStartingWith("Xero does not accept this application's login")
                .hasMessageEndingWith(words);
        assertThat(refused.errors().get(0).remedy()).contains("XERO_CLIENT_ID", "XERO_CLIENT_SECRET");
    }

    static Stream<Arguments> failed_logins() {
        return Stream.of(
                arguments(html(503), "Xero's login failed (503)."),
                arguments(empty(500), "Xero's login failed (500)."),
                arguments(html(200), "Xero's answer could not be read."),
                arguments(empty(200), "Xero's answer could not be read."),
                arguments(json(200, "{\"token_type\": \"Bearer\"}"), "Xero's answer could not be read."),
                arguments(hanging(), "Xero did not answer in time."),
                arguments(dropped(), "The connection to Xero broke before its answer arrived."));
    }

    @ParameterizedTest
    @MethodSource("failed_logins")
    void a_failed_login_is_unavailable(ScriptedXero.Answer answer, String message) {
        ExportFailure refused = failing(answer);

        assertThat(refused.reason()).isEqualTo(UNAVAILABLE);
        assertThat(refused).hasMessage(message);
    }

    @Test
    void a_login_beyond_the_limit_waits() {
        ExportFailure refused = failing(empty(429).with("Retry-After", "3"));

        assertThat(refused.reason()).isEqualTo(RATE_LIMITED);
        assertThat(refused.retryAt()).isEqualTo(NOW.plusSeconds(3));
    }

    private ExportFailure failing(ScriptedXero.Answer answer) {
        xero.on(TOKEN, answer);
        ExportFailure refused = catchThrowableOfType(ExportFailure.class, this::createJob);
        assertThat(xero.requests(CREATE_PROJECT)).isEmpty();
        assertThat(stackTrace(refused)).doesNotContain("the-secret");
        return refused;
    }

    private static String stackTrace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void a_login_is_tried_anew_after_it_failed() {
        xero.on(TOKEN, json(400, "{\"error\": \"invalid_client\"}"), token("token-1", 1800));
        assertThat(catchThrowableOfType(ExportFailure.class, this::createJob)).isNotNull();
        createJob();

        assertThat(xero.requests(CREATE_PROJECT)).hasSize(1);
    }
}
