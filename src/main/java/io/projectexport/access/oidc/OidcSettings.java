package io.projectexport.access.oidc;

import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * Settings of single sign-on by OpenID Connect.
 *
 * @param issuerUri where the provider describes itself; none: there is no single sign-on
 * @param scopes what the provider is asked for, separated by blanks or commas
 * @param userClaim the claim that a new user's id is taken from
 * @param groupsClaim the claim that holds the names of groups
 * @param emailTrusted whether an e-mail address counts that the provider does not say it has verified
 */
@ConfigurationProperties("oidc")
record OidcSettings(
        String issuerUri,
        String clientId,
        String clientSecret,
        @DefaultValue("openid profile email") String scopes,
        @DefaultValue("preferred_username") String userClaim,
        @DefaultValue("groups") String groupsClaim,
        @DefaultValue("false") boolean emailTrusted) {

    boolean isWanted() {
        return StringUtils.hasText(issuerUri);
    }

    Set<String> scopeNames() {
        return Set.copyOf(List.of(scopes.strip().split("[\\s,]+")));
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "OidcSettings[issuerUri=%s, clientId=%s]".formatted(issuerUri, clientId);
    }
}
