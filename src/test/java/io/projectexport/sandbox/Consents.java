package io.projectexport.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.util.StringUtils;
import org.springframework.web.util.UriComponentsBuilder;

/** Xero's consents: everybody who is sent here agrees at once; codes serve once, and refresh tokens rotate. */
public final class Consents {

    private static final Duration UNUSED = Duration.ofDays(60);
    private static final Duration AFTER_USE = Duration.ofMinutes(30);

    private record Code(String redirectUri, String challenge, Set<String> scopes) {}

    private record Refresh(Set<String> scopes, Instant until) {}

    private final Map<String, Code> codes = new ConcurrentHashMap<>();
    private final Map<String, Refresh> refreshes = new ConcurrentHashMap<>();
    private final Map<String, String> tenants = new LinkedHashMap<>();
    private final Set<String> disconnected = ConcurrentHashMap.newKeySet();
    private final Clock clock;

    Consents(Clock clock) {
        this.clock = clock;
        tenants.put(SandboxXero.TENANT_ID, SandboxXero.ORGANISATION);
    }

    /** Adds an organisation to all consents; only the sandbox's own has an API. */
    public void tenant(String id, String name) {
        tenants.put(id, name);
    }

    /** Ends every consent, as a person does in Xero's settings. */
    public void revokeAll() {
        codes.clear();
        refreshes.clear();
    }

    /** How many refresh tokens still serve. */
    public int live() {
        return (int) refreshes.values().stream().filter(this::serves).count();
    }

    /** Answers {@code GET /identity/connect/authorize}, for this client. */
    SentAnswer authorize(ReceivedRequest request, String clientId) {
        Map<String, String> query = request.query();
        if (!"code".equals(query.get("response_type")) || !clientId.equals(query.get("client_id"))) {
            return SentAnswer.html(400, "unauthorized_client");
        }
        disconnected.clear();
        String code = UUID.randomUUID().toString();
        Set<String> scopes = Set.of(StringUtils.tokenizeToStringArray(query.get("scope"), " "));
        codes.put(code, new Code(query.get("redirect_uri"), query.get("code_challenge"), scopes));
        return SentAnswer.redirect(UriComponentsBuilder.fromUriString(query.get("redirect_uri"))
                .queryParam("code", code)
                .queryParam("state", "{state}")
                .encode()
                .buildAndExpand(query.get("state"))
                .toUriString());
    }

    /** The scopes of a code; empty when it does not serve, or not whoever sends it. */
    Optional<Set<String>> redeem(Map<String, String> form) {
        return Optional.ofNullable(codes.remove(form.getOrDefault("code", "")))
                .filter(code -> code.redirectUri().equals(form.get("redirect_uri")))
                .filter(code -> code.challenge().equals(challenge(form.getOrDefault("code_verifier", ""))))
                .map(Code::scopes);
    }

    /** The scopes of a refresh token, which serves for a while longer; empty when it does not serve. */
    Optional<Set<String>> refresh(Map<String, String> form) {
        String token = form.getOrDefault("refresh_token", "");
        Optional<Refresh> found = Optional.ofNullable(refreshes.get(token)).filter(this::serves);
        found.ifPresent(refresh -> refreshes.put(token, new Refresh(refresh.scopes(), soonest(refresh.until()))));
        return found.map(Refresh::scopes);
    }

    String issue(Set<String> scopes) {
        String token = UUID.randomUUID().toString();
        refreshes.put(token, new Refresh(scopes, clock.instant().plus(UNUSED)));
        return token;
    }

    void revoke(Map<String, String> form) {
        if (refreshes.containsKey(form.getOrDefault("token", ""))) {
            revokeAll();
        }
    }

    /** Ends the access to one organisation until somebody consents again; false for an unknown id. */
    boolean disconnect(String connectionId) {
        return connections().stream()
                .filter(connection -> connection.get("id").equals(connectionId))
                .map(connection -> connection.get("tenantId"))
                .anyMatch(disconnected::add);
    }

    private static String connectionId(String tenantId) {
        return UUID.nameUUIDFromBytes(tenantId.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Answers {@code GET /connections}. */
    List<Map<String, String>> connections() {
        return tenants.entrySet().stream()
                .filter(tenant -> !disconnected.contains(tenant.getKey()))
                .map(tenant -> Map.of(
                        "id", connectionId(tenant.getKey()),
                        "tenantId", tenant.getKey(),
                        "tenantType", "ORGANISATION",
                        "tenantName", tenant.getValue()))
                .toList();
    }

    private boolean serves(Refresh refresh) {
        return refresh.until().isAfter(clock.instant());
    }

    private Instant soonest(Instant until) {
        Instant afterUse = clock.instant().plus(AFTER_USE);
        return until.isBefore(afterUse) ? until : afterUse;
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
