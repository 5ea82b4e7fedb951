package io.projectexport.sandbox;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.springframework.util.StringUtils;

/** Refuses calls without a token that is good for them. */
final class Authorization {

    private static final DateTimeFormatter EXPIRY =
            DateTimeFormatter.ofPattern("MM/dd/yyyy HH:mm:ss").withZone(ZoneOffset.UTC);

    private final Tokens tokens;
    private final Clock clock;

    Authorization(Tokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Why Xero does not answer the call; empty when it does. */
    Optional<SentAnswer> refusal(ReceivedRequest request) {
        String header = request.header("Authorization");
        if (header == null || !header.startsWith("Bearer ")) {
            return Optional.of(Problems.unauthorized("AuthenticationUnsuccessful"));
        }
        return tokens.find(header.substring("Bearer ".length()))
                .map(token -> refusal(token, request))
                .orElseGet(() -> Optional.of(Problems.unauthorized("AuthenticationUnsuccessful")));
    }

    private Optional<SentAnswer> refusal(Tokens.Token token, ReceivedRequest request) {
        if (!token.expiresAt().isAfter(clock.instant())) {
            return Optional.of(
                    Problems.unauthorized("TokenExpired: token expired at " + EXPIRY.format(token.expiresAt())));
        }
        String scope = scope(request);
        boolean readable = request.method().equals("GET") && token.scopes().contains(scope + ".read");
        if (!readable && !token.scopes().contains(scope)) {
            return Optional.of(Problems.unauthorized("AuthorizationUnsuccessful"));
        }
        String tenant = request.header("Xero-Tenant-Id");
        boolean named = token.ofConsent() || StringUtils.hasText(tenant);
        return named && !SandboxXero.TENANT_ID.equals(tenant)
                ? Optional.of(Problems.forbidden("AuthenticationUnsuccessful"))
                : Optional.empty();
    }

    private static String scope(ReceivedRequest request) {
        if (request.path().startsWith("/projects.xro/")) {
            return "projects";
        }
        return request.path().endsWith("/Contacts") ? "accounting.contacts" : "accounting.settings";
    }
}
