package io.projectexport.access.oidc;

import io.projectexport.access.tls.BaseUrl;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** A login by OpenID Connect beside the one by password, where the settings name a provider. */
@Component
@EnableConfigurationProperties(OidcSettings.class)
public class SingleSignOn {

    /** Where it begins. */
    public static final String START =
            OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI + "/" + OidcProvider.ID;

    private final OidcSettings settings;
    private final SignOnUsers users;
    private final String baseUrl;

    SingleSignOn(OidcSettings settings, SignOnUsers users, @Value("${" + BaseUrl.SETTING + ":}") String baseUrl) {
        this.settings = settings;
        this.users = users;
        this.baseUrl = StringUtils.trimTrailingCharacter(baseUrl.strip(), '/');
    }

    public boolean isOffered() {
        return settings.isWanted();
    }

    /** The provider's address, empty where there is none. */
    public String issuer() {
        return isOffered() ? settings.issuerUri() : "";
    }

    /** Adds it to a chain that has a login page. */
    public void addTo(HttpSecurity http, String loginPage, String home) throws Exception {
        if (!isOffered()) {
            return;
        }
        OidcProvider provider = new OidcProvider(settings, baseUrl);
        SignOnFailure failure = new SignOnFailure(loginPage);
        http.oauth2Login(login -> login.loginPage(loginPage)
                        .defaultSuccessUrl(home)
                        .failureHandler(failure)
                        .clientRegistrationRepository(provider)
                        .authorizedClientRepository(new NoAuthorizedClients())
                        .authorizationEndpoint(start -> start.authorizationRequestRepository(new PendingSignOns()))
                        .userInfoEndpoint(person -> person.oidcUserService(this::person))
                        .withObjectPostProcessor(startFails(failure)))
                .logout(logout -> logout.logoutSuccessHandler(logout(provider, loginPage)));
    }

    private OidcUser person(OidcUserRequest login) {
        OidcUser person = new OidcUserService().loadUser(login);
        return new SignedOnPerson(person, users.update(new OidcClaims(settings).read(person)));
    }

    private ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> startFails(SignOnFailure failure) {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O start) {
                start.setAuthenticationFailureHandler(failure::onUnavailableProvider);
                return start;
            }
        };
    }

    // ends the session at the provider too, if it can do that and the person came from there
    private LogoutSuccessHandler logout(OidcProvider provider, String loginPage) {
        OidcClientInitiatedLogoutSuccessHandler logout = new OidcClientInitiatedLogoutSuccessHandler(provider);
        logout.setPostLogoutRedirectUri(baseUrl + loginPage);
        logout.setDefaultTargetUrl(loginPage + "?logout");
        return logout;
    }
}
