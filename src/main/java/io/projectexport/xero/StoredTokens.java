package io.projectexport.xero;

import io.projectexport.export.StoredConnections;
import java.time.Clock;
import java.util.Optional;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.web.client.RestClient;

/** Tokens by a person's consent: stored once for all nodes, and refreshed by one caller at a time because they rotate. */
class StoredTokens implements AccessTokens {

    private final String organisation;
    private final StoredConnections connections;
    private final TokenCipher cipher;
    private final Clock clock;
    private final ClientRegistration client;
    private final RestClientRefreshTokenTokenResponseClient endpoint = new RestClientRefreshTokenTokenResponseClient();
    private volatile String handedOut;

    StoredTokens(
            XeroSettings settings,
            String organisation,
            StoredConnections connections,
            TokenCipher cipher,
            RestClient http,
            Clock clock) {
        this.organisation = organisation;
        this.connections = connections;
        this.cipher = cipher;
        this.clock = clock;
        client = ClientRegistration.withRegistrationId("xero")
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .tokenUri(settings.tokenUrl())
                .build();
        endpoint.setRestClient(http);
    }

    @Override
    public String current() {
        StoredToken token = stored(connections.find(organisation));
        if (!token.broken() && !token.isValid(clock.instant())) {
            token = stored(connections.change(organisation, this::refreshed));
        }
        if (token.broken()) {
            throw Refusals.notConnected("Xero no longer accepts the connection.", null);
        }
        handedOut = token.accessToken();
        return token.accessToken();
    }

    /** Leaves a token that another caller has fetched since. */
    @Override
    public void forget() {
        connections.change(organisation, encrypted -> {
            StoredToken token = cipher.decrypt(encrypted);
            return token.accessToken().equals(handedOut) ? cipher.encrypt(token.expired()) : encrypted;
        });
    }

    private StoredToken stored(Optional<String> encrypted) {
        return encrypted.map(cipher::decrypt).orElseThrow(() -> Refusals.notConnected("Xero is not connected.", null));
    }

    private String refreshed(String encrypted) {
        StoredToken token = cipher.decrypt(encrypted);
        return token.broken() || token.isValid(clock.instant()) ? encrypted : cipher.encrypt(refreshed(token));
    }

    private StoredToken refreshed(StoredToken old) {
        try {
            OAuth2AccessTokenResponse answer = endpoint.getTokenResponse(new OAuth2RefreshTokenGrantRequest(
                    client,
                    new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, old.accessToken(), null, null),
                    new OAuth2RefreshToken(old.refreshToken(), null)));
            return new StoredToken(
                    answer.getAccessToken().getTokenValue(),
                    answer.getAccessToken().getExpiresAt().getEpochSecond(),
                    answer.getRefreshToken().getTokenValue(),
                    false);
        } catch (OAuth2AuthorizationException failure) {
            if (failure.getError().getErrorCode().equals("invalid_grant")) {
                return old.refused();
            }
            throw failure;
        }
    }
}
