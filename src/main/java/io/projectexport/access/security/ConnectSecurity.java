package io.projectexport.access.security;

import io.projectexport.access.group.EngineIdentities;
import io.projectexport.access.login.SessionLimits;
import io.projectexport.access.oidc.SingleSignOn;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

/** Pages for administrators who are logged in: the one that connects Xero, and what they keep. */
@Configuration(proxyBeanMethods = false)
class ConnectSecurity {

    @Bean
    @Order(35)
    SecurityFilterChain connectChain(
            HttpSecurity http,
            AdminsOnly admins,
            EngineIdentities identities,
            ReturnPath returnPath,
            CsrfTokens tokens,
            SingleSignOn singleSignOn,
            @Value("${xero.authorize-url:}") String consentPage)
            throws Exception {
        return http.securityMatcher(Paths.anyOf("/xero/**", "/admin/**", "/people/**"))
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, "/admin/models/**")
                        .access(admins.orWatchers())
                        .requestMatchers(HttpMethod.POST, "/admin/models/check", "/admin/models/rehearse")
                        .access(admins.orWatchers())
                        .anyRequest()
                        .access(admins))
                .addFilterBefore(new SessionLimits(identities), AnonymousAuthenticationFilter.class)
                .exceptionHandling(refused -> refused.authenticationEntryPoint(LoginPage.entryPoint()))
                .requestCache(cache -> cache.requestCache(returnPath))
                .headers(headers -> PageHeaders.apply(headers, singleSignOn.issuer(), consentPage))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens))
                .build();
    }
}
