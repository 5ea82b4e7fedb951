package io.projectexport.access.oidc;

import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;

/** The provider as it describes itself, asked when the first person logs in: a provider that is down does not keep a node from starting. */
final class OidcProvider implements ClientRegistrationRepository {

    static final String ID = "oidc";

    private final OidcSettings settings;
    private final String baseUrl;
    private volatile ClientRegistration described;

    OidcProvider(OidcSettings settings, String baseUrl) {
        this.settings = settings;
        this.baseUrl = baseUrl;
    }

    @Override
    public ClientRegistration findByRegistrationId(String registrationId) {
        if (!ID.equals(registrationId)) {
            return null;
        }
        if (described == null) {
            described = describe();
        }
        return described;
    }

    private ClientRegistration describe() {
        return ClientRegistrations.fromIssuerLocation(settings.issuerUri())
                .registrationId(ID)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .scope(settings.scopeNames())
                .redirectUri(baseUrl + "/login/oauth2/code/" + ID)
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .build();
    }
}
