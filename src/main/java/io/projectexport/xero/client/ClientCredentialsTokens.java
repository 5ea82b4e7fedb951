package io.projectexport.xero.client;

import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.xero.failure.ExportFailureFactory;
import io.projectexport.xero.failure.Remedy;
import java.util.Optional;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ClientCredentialsOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.web.client.RestClient;

/** A custom connection's access token, fetched when it is needed and kept until shortly before it expires. */
public class ClientCredentialsTokens implements AccessTokens {

    private static final String REGISTRATION = "xero";
    private static final String PRINCIPAL = "project-export";

    private final String tenantId;
    private final String organisation;
    private final ConnectedOrganisations connected;
    private final OAuth2AuthorizedClientService kept;
    private final AuthorizedClientServiceOAuth2AuthorizedClientManager clients;

    public ClientCredentialsTokens(XeroSettings settings, RestClient http) {
        tenantId = settings.tenantId();
        organisation = settings.plan().organisation();
        connected = new ConnectedOrganisations(settings);
        InMemoryClientRegistrationRepository registrations =
                new InMemoryClientRegistrationRepository(registration(settings));
        RestClientClientCredentialsTokenResponseClient endpoint = new RestClientClientCredentialsTokenResponseClient();
        endpoint.setRestClient(http);
        ClientCredentialsOAuth2AuthorizedClientProvider grant = new ClientCredentialsOAuth2AuthorizedClientProvider();
        grant.setAccessTokenResponseClient(endpoint);
        kept = new InMemoryOAuth2AuthorizedClientService(registrations);
        clients = new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations, kept);
        clients.setAuthorizedClientProvider(grant);
    }

    private static ClientRegistration registration(XeroSettings settings) {
        return ClientRegistration.withRegistrationId(REGISTRATION)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .tokenUri(settings.tokenUrl())
                .scope("projects", "accounting.settings", "accounting.contacts")
                .build();
    }

    /** A token that is valid now; one caller fetches it, the others wait for that one. */
    @Override
    public synchronized Access current() {
        OAuth2AuthorizeRequest request = OAuth2AuthorizeRequest.withClientRegistrationId(REGISTRATION)
                .principal(PRINCIPAL)
                .build();
        return new Access(clients.authorize(request).getAccessToken().getTokenValue(), tenantId);
    }

    @Override
    public synchronized void forget(Access refused) {
        OAuth2AuthorizedClient client = kept.loadAuthorizedClient(REGISTRATION, PRINCIPAL);
        if (client != null && client.getAccessToken().getTokenValue().equals(refused.token())) {
            kept.removeAuthorizedClient(REGISTRATION, PRINCIPAL);
        }
    }

    @Override
    public Optional<ExportFailure> forbidden(Access access) {
        return connected.none(access.token()).orElse(false)
                ? Optional.of(ExportFailureFactory.notConnected(
                        "The organisation was disconnected from this application in Xero.", null))
                : Optional.empty();
    }

    @Override
    public Optional<String> organisation() {
        return Optional.ofNullable(organisation);
    }

    @Override
    public String remedy() {
        return Remedy.RECONNECT;
    }
}
