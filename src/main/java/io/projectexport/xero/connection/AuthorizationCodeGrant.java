package io.projectexport.xero.connection;

import io.projectexport.export.connection.ConnectionRequest;
import io.projectexport.xero.client.XeroClientRegistrations;
import io.projectexport.xero.client.XeroSettings;
import io.projectexport.xero.failure.ExportFailureFactory;
import java.net.URI;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.web.client.RestClient;

/**
 * OAuth's authorization code grant: asks for consent in the browser and redeems the code that comes back, which is worth nothing without
 * the verifier.
 */
class AuthorizationCodeGrant {

    private static final Base64StringKeyGenerator STATES =
            new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), 32);

    private final ClientRegistration client;
    private final InstantSource clock;
    private final RestClientAuthorizationCodeTokenResponseClient endpoint =
            new RestClientAuthorizationCodeTokenResponseClient();

    AuthorizationCodeGrant(XeroSettings settings, String redirectUri, RestClient http, InstantSource clock) {
        this.client = XeroClientRegistrations.withConsent(settings, redirectUri);
        this.clock = clock;
        endpoint.setRestClient(http);
    }

    ConnectionRequest begin() {
        OAuth2AuthorizationRequest.Builder builder = request(STATES.generateKey());
        OAuth2AuthorizationRequestCustomizers.withPkce().accept(builder);
        OAuth2AuthorizationRequest request = builder.build();
        return new ConnectionRequest(
                URI.create(request.getAuthorizationRequestUri()),
                request.getState(),
                request.getAttribute(PkceParameterNames.CODE_VERIFIER));
    }

    StoredToken redeem(String code, ConnectionRequest request) {
        OAuth2AuthorizationRequest asked = request(request.state())
                .attributes(Map.of(PkceParameterNames.CODE_VERIFIER, request.verifier()))
                .build();
        OAuth2AuthorizationResponse answered = OAuth2AuthorizationResponse.success(code)
                .redirectUri(client.getRedirectUri())
                .state(request.state())
                .build();
        OAuth2AccessTokenResponse tokens = endpoint.getTokenResponse(
                new OAuth2AuthorizationCodeGrantRequest(client, new OAuth2AuthorizationExchange(asked, answered)));
        if (tokens.getRefreshToken() == null) {
            throw ExportFailureFactory.notConnected(
                    "Xero's consent would end after half an hour (no offline_access).", null);
        }
        return StoredToken.of(tokens, clock.instant());
    }

    private OAuth2AuthorizationRequest.Builder request(String state) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(client.getProviderDetails().getAuthorizationUri())
                .clientId(client.getClientId())
                .redirectUri(client.getRedirectUri())
                .scopes(client.getScopes())
                .state(state);
    }
}
