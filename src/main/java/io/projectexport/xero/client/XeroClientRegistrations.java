package io.projectexport.xero.client;

import java.util.Set;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;

/** OAuth client registrations of this application with Xero. */
public final class XeroClientRegistrations {

    private static final Set<String> SCOPES =
            Set.of("projects", "accounting.settings", "accounting.contacts", "offline_access");

    private XeroClientRegistrations() {}

    /** Makes authorization requests, whose callback is the redirect URI. */
    public static ClientRegistration withConsent(XeroSettings settings, String redirectUri) {
        return registration(settings, AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationUri(settings.authorizeUrl())
                .redirectUri(redirectUri)
                .scope(SCOPES)
                .build();
    }

    /** Refreshes what a consent gave. */
    public static ClientRegistration refreshing(XeroSettings settings) {
        return registration(settings, AuthorizationGrantType.REFRESH_TOKEN).build();
    }

    private static ClientRegistration.Builder registration(XeroSettings settings, AuthorizationGrantType grant) {
        return ClientRegistration.withRegistrationId("xero")
                .authorizationGrantType(grant)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .tokenUri(settings.tokenUrl());
    }
}
