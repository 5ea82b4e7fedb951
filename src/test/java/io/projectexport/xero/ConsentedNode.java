package io.projectexport.xero;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.ConnectionRequest;
import io.projectexport.export.FakePlaces;
import io.projectexport.export.FakeRunningCalls;
import io.projectexport.export.StoredConnections;
import io.projectexport.export.XeroConnection;
import io.projectexport.sandbox.SandboxXero;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.time.Clock;
import java.time.Duration;
import org.springframework.web.util.UriComponentsBuilder;

/** One node of an installation that works by an administrator's consent. */
final class ConsentedNode {

    private static final String REDIRECT_URI = "https://erp.example.com/xero/connect/callback";

    final XeroSettings settings;
    final Consents consents;
    final StoredTokens tokens;
    final XeroConnection connection;
    final XeroAccounting accounting;

    ConsentedNode(SandboxXero xero, StoredConnections stored, Clock clock) {
        this(xero, stored, clock, null);
    }

    ConsentedNode(SandboxXero xero, StoredConnections stored, Clock clock, String tenantId) {
        settings = settings(xero, tenantId);
        consents = new Consents(stored, new TokenCipher(new byte[32]), settings);
        tokens = new StoredTokens(settings, consents, XeroHttp.tokenClient(settings), clock);
        connection = new ConsentedConnection(
                settings,
                consents,
                new CodeGrant(settings, REDIRECT_URI, XeroHttp.tokenClient(settings), clock),
                new ConsentCalls(XeroHttp.client(settings).build(), settings),
                new XeroErrors(clock),
                clock);
        accounting = XeroConfiguration.accounting(
                settings, tokens, new FakePlaces(), new FakeRunningCalls(), clock, Runnable::run);
    }

    private static XeroSettings settings(SandboxXero xero, String tenantId) {
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

    void connect() {
        ConnectionRequest request = connection.begin();
        connection.complete(consent(request), request, "root");
    }

    /** The code that a browser brings back from Xero. */
    static String consent(ConnectionRequest request) {
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
}
