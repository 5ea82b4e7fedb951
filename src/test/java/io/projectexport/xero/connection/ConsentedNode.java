package io.projectexport.xero.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.FakeCallPermits;
import io.projectexport.export.FakeCallQueue;
import io.projectexport.export.InMemoryConnectionBreaks;
import io.projectexport.export.NotAudited;
import io.projectexport.export.connection.ConnectionBreaks;
import io.projectexport.export.connection.ConnectionRequest;
import io.projectexport.export.connection.StoredConnections;
import io.projectexport.export.connection.XeroConnection;
import io.projectexport.sandbox.SandboxXero;
import io.projectexport.xero.accounting.AccountingConfiguration;
import io.projectexport.xero.accounting.XeroAccounting;
import io.projectexport.xero.client.XeroHttp;
import io.projectexport.xero.client.XeroSettings;
import io.projectexport.xero.failure.XeroErrors;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.time.Clock;
import java.time.Duration;
import org.springframework.web.util.UriComponentsBuilder;

/** One node of an installation that works by an administrator's consent. */
final class ConsentedNode {

    private static final String REDIRECT_URI = "https://erp.example.com/xero/connect/callback";

    final XeroSettings settings;
    final ConsentStore store;
    final ConsentTokens tokens;
    final XeroConnection connection;
    final XeroAccounting accounting;

    ConsentedNode(SandboxXero xero, StoredConnections stored, Clock clock) {
        this(xero, stored, clock, null);
    }

    ConsentedNode(SandboxXero xero, StoredConnections stored, Clock clock, String tenantId) {
        this(xero, stored, new InMemoryConnectionBreaks(clock), clock, tenantId);
    }

    ConsentedNode(SandboxXero xero, StoredConnections stored, ConnectionBreaks breaks, Clock clock, String tenantId) {
        settings = settings(xero, tenantId);
        store = new ConsentStore(stored, new TokenCipher(new byte[32]), settings);
        tokens = new ConsentTokens(
                settings,
                store,
                XeroHttp.tokenClient(settings),
                new ConsentApi(XeroHttp.client(settings).build(), settings),
                clock);
        connection = new ConsentedConnection(
                settings,
                store,
                new AuthorizationCodeGrant(settings, REDIRECT_URI, XeroHttp.tokenClient(settings), clock),
                tokens,
                new ConsentApi(XeroHttp.client(settings).build(), settings),
                breaks,
                new XeroErrors(clock),
                clock,
                NotAudited.AUDIT);
        accounting = AccountingConfiguration.accounting(
                settings, tokens, new FakeCallQueue(), new FakeCallPermits(), breaks, clock, Runnable::run);
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
