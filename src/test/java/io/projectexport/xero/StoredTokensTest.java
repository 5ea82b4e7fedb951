package io.projectexport.xero;

import static io.projectexport.xero.ScriptedXero.TOKEN;
import static io.projectexport.xero.ScriptedXero.dropped;
import static io.projectexport.xero.ScriptedXero.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.projectexport.export.ExportRefused;
import io.projectexport.export.StoredConnections;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;

class StoredTokensTest {

    private static final String ORGANISATION = "organisation";
    private static final ScriptedXero.Answer ROTATED = json(200, """
            {"access_token": "new-access", "token_type": "Bearer", "expires_in": 1800, "refresh_token": "new-refresh"}""");

    private final ScriptedXero xero = new ScriptedXero().on(TOKEN, ROTATED);
    private final InMemoryConnections connections = new InMemoryConnections();
    private final TokenCipher cipher = new TokenCipher(new byte[32]);
    private final StoredTokens node = node();
    private final StoredTokens otherNode = node();

    private StoredTokens node() {
        return new StoredTokens(
                xero.settings(),
                ORGANISATION,
                connections,
                cipher,
                XeroConfiguration.tokenClient(xero.settings()),
                Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        xero.close();
    }

    private void connected(long expiresAt) {
        connections.save(ORGANISATION, cipher.encrypt(new StoredToken("old-access", expiresAt, "old-refresh", false)));
    }

    @Test
    void a_valid_token_is_used_as_it_is() {
        connected(Long.MAX_VALUE);

        assertThat(node.current()).isEqualTo("old-access");
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
        assertThat(node.current()).isEqualTo("new-access");
    }

    @Test
    void a_refresh_without_an_answer_is_repeated_with_the_old_refresh_token() {
        xero.on(TOKEN, dropped(), dropped(), ROTATED);
        connected(0);
        assertThatThrownBy(node::current).isInstanceOf(OAuth2AuthorizationException.class);
        xero.on(TOKEN, ROTATED);

        assertThat(node.current()).isEqualTo("new-access");
        assertThat(xero.requests(TOKEN))
                .allSatisfy(request -> assertThat(request.body()).contains("refresh_token=old-refresh"));
    }

    @Test
    void a_refused_refresh_token_is_not_tried_again() {
        xero.on(TOKEN, json(400, "{\"error\": \"invalid_grant\"}"));
        connected(0);

        for (StoredTokens each : new StoredTokens[] {node, otherNode}) {
            ExportRefused refused = catchThrowableOfType(ExportRefused.class, each::current);
            assertThat(refused.reason()).isEqualTo(ExportRefused.Reason.NOT_CONNECTED);
        }
        assertThat(xero.requests(TOKEN)).hasSize(1);
    }

    @Test
    void what_is_stored_shows_no_token() {
        connected(0);

        assertThat(connections.find(ORGANISATION).orElseThrow()).doesNotContain("old-access", "old-refresh");
        assertThat(new StoredToken("old-access", 0, "old-refresh", false).toString())
                .doesNotContain("old-access", "old-refresh");
    }

    private static final class InMemoryConnections implements StoredConnections {

        private final Map<String, String> stored = new ConcurrentHashMap<>();

        @Override
        public Optional<String> find(String organisation) {
            return Optional.ofNullable(stored.get(organisation));
        }

        @Override
        public void save(String organisation, String encrypted) {
            stored.put(organisation, encrypted);
        }

        @Override
        public Optional<String> change(String organisation, UnaryOperator<String> change) {
            return Optional.ofNullable(stored.computeIfPresent(organisation, (id, old) -> change.apply(old)));
        }
    }
}
