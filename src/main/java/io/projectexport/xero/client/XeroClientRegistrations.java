package io.projectexport.xero.client;

import io.projectexport.xero.client.XeroSettings.JobType;
import java.util.Map;
import java.util.Set;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;

/** OAuth client registrations of this application with Xero. */
public final class XeroClientRegistrations {

    private static final String STAYS = "offline_access";

    /** No more than jobs of that kind need: the organisation itself is read with the settings. */
    private static final Map<JobType, Set<String>> SCOPES = Map.of(
            JobType.PROJECT, Set.of("projects", "accounting.contacts", "accounting.settings.read", STAYS),
            JobType.TRACKING_OPTION, Set.of("accounting.settings", STAYS));

    private XeroClientRegistrations() {}

    /** Makes authorization requests, whose callback is the redirect URI. */
    public static ClientRegistration withConsent(XeroSettings settings, String redirectUri) {
        return registration(settings, AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationUri(settings.authorizeUrl())
                .redirectUri(redirectUri)
                .scope(SCOPES.get(settings.jobType()))
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
