package io.projectexport.xero.connection;

import static io.projectexport.xero.ScriptedXero.TOKEN;
import static io.projectexport.xero.ScriptedXero.dropped;
import static io.projectexport.xero.ScriptedXero.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.xero.ScriptedXero;
import io.projectexport.xero.client.AccessTokens.Access;
import io.projectexport.xero.client.XeroHttp;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;

class ConsentTokensTest {

    private static final ScriptedXero.Answer ROTATED = json(200, """
            {"access_token": "new-access", "token_type": "Bearer", "expires_in": 1800, "refresh_token": "new-refresh"}""");

    @AutoClose
    private final ScriptedXero xero = new ScriptedXero().on(TOKEN, ROTATED);

    private final InMemoryConnections connections = new InMemoryConnections();
    private final ConsentStore store = new ConsentStore(connections, new TokenCipher(new byte[32]), xero.settings());
    private final ConsentTokens node = node();
    private final ConsentTokens otherNode = node();

    private ConsentTokens node() {
        return new ConsentTokens(
                xero.settings(),
                store,
                XeroHttp.tokenClient(xero.settings()),
                new ConsentApi(XeroHttp.client(xero.settings()).build(), xero.settings()),
                Clock.systemUTC());
    }

    private void connected(long expiresAt) {
        store.save(consent(expiresAt), () -> {});
    }

    private static StoredConsent consent(long expiresAt) {
        StoredToken token = new StoredToken("old-access", expiresAt, "old-refresh", 0, false);
        return new StoredConsent(token, List.of(), "tenant", "root", 0, false);
    }

    @Test
    void a_valid_token_is_used_as_it_is() {
        connected(Long.MAX_VALUE);

        assertThat(node.current()).isEqualTo(new Access("old-access", "tenant"));
        assertThat(xero.requests(TOKEN)).isEmpty();
    }

    @Test
    void the_organisation_is_the_chosen_one_and_called_what_the_consent_tells() {
        assertThat(node.organisation()).isEmpty();

        StoredToken token = new StoredToken("access", 0, "refresh", 0, false);
        List<Tenant> tenants = List.of(
                new Tenant("tenant-1", "Harbour Ltd", "ORGANISATION"), new Tenant("tenant-2", "Quay", "ORGANISATION"));
        store.save(new StoredConsent(token, tenants, null, "root", 0, false), () -> {});
        assertThat(node.organisation()).isEmpty();

        store.change(consent -> consent.choosing("tenant-1"));
        assertThat(node.organisation()).contains("tenant-1");
        store.change(consent -> consent.choosing("tenant-2"));
        assertThat(otherNode.organisation()).contains("tenant-2");
        assertThat(node.organisationName("tenant-1")).isEqualTo("Harbour Ltd");
        assertThat(node.organisationName("tenant-3")).isEqualTo("tenant-3");
        assertThat(xero.requests(TOKEN)).isEmpty();
    }

    @Test
    void twenty_callers_on_two_nodes_refresh_an_expired_token_once() {
        connected(0);
        CompletableFuture.allOf(IntStream.range(0, 20)
                        .mapToObj(i -> CompletableFuture.runAsync(() -> (i % 2 == 0 ? node : otherNode).current()))
                        .toArray(CompletableFuture[]::new))
                .join();

        assertThat(xero.only(TOKEN).body()).contains("grant_type=refresh_token", "refresh_token=old-refresh");
        assertThat(node.current().token()).isEqualTo("new-access");
    }

    @Test
    void a_refresh_without_a_response_is_repeated_with_the_old_refresh_token() {
        xero.on(TOKEN, dropped(), dropped(), ROTATED);
        connected(0);
        assertThatThrownBy(node::current).isInstanceOf(OAuth2AuthorizationException.class);
        xero.on(TOKEN, ROTATED);

        assertThat(node.current().token()).isEqualTo("new-access");
        assertThat(xero.requests(TOKEN))
                .allSatisfy(request -> assertThat(request.body()).contains("refresh_token=old-refresh"));
    }

    @Test
    void a_refused_refresh_token_is_not_tried_again() {
        xero.on(TOKEN, json(400, "{\"error\": \"invalid_grant\"}"));
        connected(0);

        for (ConsentTokens each : new ConsentTokens[] {node, otherNode}) {
            ExportFailure failure = catchThrowableOfType(ExportFailure.class, each::current);
            assertThat(failure.reason()).isEqualTo(ExportFailure.Reason.NOT_CONNECTED);
        }
        assertThat(xero.requests(TOKEN)).hasSize(1);
    }

    @Test
    void what_is_stored_shows_no_token() {
        connected(0);

        assertThat(connections.find("chosen").orElseThrow()).doesNotContain("old-access", "old-refresh");
        assertThat(List.of(consent(0), node.current()).toString())
                .contains("tenant")
                .doesNotContain("old-access", "old-refresh", "new-access");
    }

    @Test
    void a_token_that_another_caller_has_fetched_since_is_not_forgotten() {
        connected(0);
        Access refreshed = node.current();
        node.forget(new Access("old-access", "tenant"));
        assertThat(otherNode.current()).isEqualTo(refreshed);

        node.forget(refreshed);
        node.current();
        assertThat(xero.requests(TOKEN)).hasSize(2);
    }

    @Test
    void a_new_key_takes_over_while_the_old_one_still_reads() {
        connected(Long.MAX_VALUE);
        byte[] newKey = new byte[32];
        newKey[0] = 1;
        ConsentStore both = new ConsentStore(connections, new TokenCipher(newKey, new byte[32]), xero.settings());
        ConsentStore newOnly = new ConsentStore(connections, new TokenCipher(newKey), xero.settings());

        assertThat(both.find()).isEqualTo(store.find()).isPresent();
        assertThat(newOnly.find()).isEmpty();
        both.change(consent -> consent);
        assertThat(newOnly.find()).isPresent();
        assertThat(store.find()).isEmpty();
    }

    @Test
    void what_was_stored_for_one_organisation_is_nothing_for_another() {
        connected(Long.MAX_VALUE);
        TokenCipher cipher = new TokenCipher(new byte[32]);
        String stored = cipher.encrypt(store.find().orElseThrow(), "one");

        assertThat(cipher.decrypt(stored, "one")).isEqualTo(store.find());
        assertThat(cipher.decrypt(stored, "another")).isEmpty();
    }

    @Test
    void what_another_key_has_encrypted_is_as_good_as_none() {
        connected(Long.MAX_VALUE);
        byte[] otherKey = new byte[32];
        otherKey[0] = 1;
        ConsentStore unreadable = new ConsentStore(connections, new TokenCipher(otherKey), xero.settings());

        assertThat(unreadable.find()).isEmpty();
        assertThat(unreadable.change(consent -> null)).isEmpty();
        assertThat(store.find()).isPresent();
    }
}
