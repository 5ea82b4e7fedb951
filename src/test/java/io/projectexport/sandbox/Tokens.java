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

/** Xero's identity service, as far as custom connections need it. */
public final class Tokens {

    private static final Set<String> SCOPES = Set.of(
            "projects",
            "projects.read",
            "accounting.settings",
            "accounting.settings.read",
            "accounting.contacts",
            "accounting.contacts.read",
            "offline_access");

    /** An access token and what it is good for. */
    record Token(Set<String> scopes, Instant expiresAt) {}

    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
    private final Clock clock;
    private volatile String clientId = "sandbox-client";
    private volatile String clientSecret = "sandbox-secret";
    private volatile Duration lifetime = Duration.ofMinutes(30);

    Tokens(Clock clock) {
        this.clock = clock;
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

    /** A new access token for everything. */
    public String issue() {
        return issue(SCOPES);
    }

    /** Makes every token that was issued so far worthless. */
    public void revokeAll() {
        tokens.clear();
    }

    Optional<Token> find(String accessToken) {
        return Optional.ofNullable(tokens.get(accessToken));
    }

    /** Answers {@code POST /connect/token}. */
    Answer answer(Request request) {
        Map<String, String> form = request.form();
        if (!credentials(request).equals(List.of(clientId, clientSecret))) {
            return Answer.json(401, Map.of("error", "invalid_client"));
        }
        if (!"client_credentials".equals(form.get("grant_type"))) {
            return Answer.json(400, Map.of("error", "unsupported_grant_type"));
        }
        Set<String> wanted = Set.of(StringUtils.tokenizeToStringArray(form.getOrDefault("scope", ""), " "));
        return SCOPES.containsAll(wanted)
                ? issued(wanted.isEmpty() ? SCOPES : wanted)
                : Answer.json(400, Map.of("error", "invalid_scope"));
    }

    private Answer issued(Set<String> scopes) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("access_token", issue(scopes));
        json.put("expires_in", lifetime.toSeconds());
        json.put("token_type", "Bearer");
        json.put("scope", String.join(" ", scopes));
        return Answer.json(200, json);
    }

    private String issue(Set<String> scopes) {
        String token = UUID.randomUUID().toString();
        tokens.put(token, new Token(scopes, clock.instant().plus(lifetime)));
        return token;
    }

    /** Id and secret, from HTTP Basic or else from the form. */
    private static List<String> credentials(Request request) {
        String basic = request.header(HttpHeaders.AUTHORIZATION);
        if (basic == null) {
            return List.of(
                    request.form().getOrDefault("client_id", ""), request.form().getOrDefault("client_secret", ""));
        }
        return ClientCredentials.fromBasic(basic);
    }
}
