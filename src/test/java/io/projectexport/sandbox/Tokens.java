package io.projectexport.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpHeaders;
import org.springframework.util.StringUtils;

/** Xero's identity service: tokens of custom connections and of consents. */
public final class Tokens {

    private static final Set<String> SCOPES = Set.of(
            "projects",
            "projects.read",
            "accounting.settings",
            "accounting.settings.read",
            "accounting.contacts",
            "accounting.contacts.read",
            "offline_access");

    /** An access token and what it is good for; that of a consent only for the organisation that each call names. */
    record Token(Set<String> scopes, Instant expiresAt, boolean ofConsent) {}

    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Consents consents;
    private volatile String clientId = "sandbox-client";
    private volatile String clientSecret = "sandbox-secret";
    private volatile Duration lifetime = Duration.ofMinutes(30);

    Tokens(Clock clock) {
        this.clock = clock;
        consents = new Consents(clock);
    }

    public String clientId() {
        return clientId;
    }

    public String clientSecret() {
        return clientSecret;
    }

    /** Changes the only client that gets tokens. */
    public void client(String id, String secret) {
        clientId = id;
        clientSecret = secret;
    }

    public void lifetime(Duration accessTokens) {
        lifetime = accessTokens;
    }

    public Consents consents() {
        return consents;
    }

    /** A new access token for everything. */
    public String issue() {
        return issue(SCOPES, false);
    }

    /** Makes every token that was issued so far worthless. */
    public void revokeAll() {
        tokens.clear();
    }

    Optional<Token> find(String accessToken) {
        return Optional.ofNullable(tokens.get(accessToken));
    }

    /** Answers {@code POST /connect/token}. */
    SentAnswer answer(ReceivedRequest request) {
        Map<String, String> form = request.form();
        if (!credentials(request).equals(List.of(clientId, clientSecret))) {
            return SentAnswer.json(401, Map.of("error", "invalid_client"));
        }
        return switch (form.getOrDefault("grant_type", "")) {
            case "client_credentials" -> custom(form);
            case "authorization_code" -> consented(consents.redeem(form));
            case "refresh_token" -> consented(consents.refresh(form));
            default -> SentAnswer.json(400, Map.of("error", "unsupported_grant_type"));
        };
    }

    /** Answers {@code POST /connect/revocation}. */
    SentAnswer revoke(ReceivedRequest request) {
        if (!credentials(request).equals(List.of(clientId, clientSecret))) {
            return SentAnswer.json(401, Map.of("error", "invalid_client"));
        }
        consents.revoke(request.form());
        tokens.values().removeIf(Token::ofConsent);
        return SentAnswer.empty(200);
    }

    /** Answers {@code GET /connections}. */
    SentAnswer connections(ReceivedRequest request) {
        return consentOf(request)
                .map(token -> SentAnswer.json(200, consents.connections()))
                .orElseGet(() -> Problems.unauthorized("AuthenticationUnsuccessful"));
    }

    /** Answers {@code DELETE /connections/{id}}. */
    SentAnswer disconnect(ReceivedRequest request, String connectionId) {
        return consentOf(request)
                .map(token -> SentAnswer.empty(consents.disconnect(connectionId) ? 204 : 404))
                .orElseGet(() -> Problems.unauthorized("AuthenticationUnsuccessful"));
    }

    private Optional<Token> consentOf(ReceivedRequest request) {
        return find(String.valueOf(request.header(HttpHeaders.AUTHORIZATION)).replaceFirst("^Bearer ", ""))
                .filter(Token::ofConsent);
    }

    private SentAnswer custom(Map<String, String> form) {
        Set<String> wanted = Set.of(StringUtils.tokenizeToStringArray(form.getOrDefault("scope", ""), " "));
        return SCOPES.containsAll(wanted)
                ? SentAnswer.json(200, issued(wanted.isEmpty() ? SCOPES : wanted, false))
                : SentAnswer.json(400, Map.of("error", "invalid_scope"));
    }

    private SentAnswer consented(Optional<Set<String>> scopes) {
        if (scopes.isEmpty()) {
            return SentAnswer.json(400, Map.of("error", "invalid_grant"));
        }
        Map<String, Object> json = issued(scopes.get(), true);
        if (scopes.get().contains("offline_access")) {
            json.put("refresh_token", consents.issue(scopes.get()));
        }
        return SentAnswer.json(200, json);
    }

    private Map<String, Object> issued(Set<String> scopes, boolean ofConsent) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("access_token", issue(scopes, ofConsent));
        json.put("expires_in", lifetime.toSeconds());
        json.put("token_type", "Bearer");
        json.put("scope", String.join(" ", scopes));
        return json;
    }

    private String issue(Set<String> scopes, boolean ofConsent) {
        String token = UUID.randomUUID().toString();
        tokens.put(token, new Token(scopes, clock.instant().plus(lifetime), ofConsent));
        return token;
    }

    /** Id and secret, from HTTP Basic or else from the form. */
    private static List<String> credentials(ReceivedRequest request) {
        String basic = request.header(HttpHeaders.AUTHORIZATION);
        if (basic == null) {
            return List.of(
                    request.form().getOrDefault("client_id", ""), request.form().getOrDefault("client_secret", ""));
        }
        return ClientCredentials.fromBasic(basic);
    }
}
