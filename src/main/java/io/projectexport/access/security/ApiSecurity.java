package io.projectexport.access.security;

import io.projectexport.access.group.EngineIdentities;
import io.projectexport.access.login.BasicLogin;
import io.projectexport.access.login.EngineIdentityFilter;
import io.projectexport.access.login.SessionLimits;
import jakarta.servlet.http.HttpServletRequest;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.web.servlet.filter.OrderedRequestContextFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.web.filter.RequestContextFilter;

/** HTTP Basic for programs, and the session of whoever logged in to a page: the JSON API with its description, and the engine's REST API. */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    @Bean
    @Order(10)
    SecurityFilterChain apiChain(
            HttpSecurity http,
            ApiProblems problems,
            IdentityService identityService,
            EngineIdentities identities,
            CsrfTokens tokens,
            CrossSiteRequests foreignPages)
            throws Exception {
        return http.securityMatcher(Paths.anyOf("/api/**", "/engine-rest/**"))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(RequestCacheConfigurer::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(tokens)
                        .requireCsrfProtectionMatcher(
                                request -> foreignPages.matches(request) || isChangeOfSession(request)))
                .headers(headers -> headers.contentSecurityPolicy(
                        csp -> csp.policyDirectives("default-src 'none'; frame-ancestors 'none'")))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .addFilterBefore(new SessionLimits(identities), BasicAuthenticationFilter.class)
                .addFilterAfter(new EngineIdentityFilter(identityService, identities), AuthorizationFilter.class)
                .build();
    }

    /** The description is read by programs and by people, so that only a page that a browser loads leads to the login. */
    @Bean
    @Order(15)
    SecurityFilterChain descriptionChain(
            HttpSecurity http,
            ApiProblems problems,
            EngineIdentities identities,
            ReturnPath returnPath,
            CsrfTokens tokens)
            throws Exception {
        return http.securityMatcher(Paths.anyOf("/v3/api-docs/**", "/swagger-ui/**", "/swagger-ui.html"))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(cache -> cache.requestCache(returnPath))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens))
                .headers(headers -> PageHeaders.apply(headers))
                .addFilterBefore(new SessionLimits(identities), BasicAuthenticationFilter.class)
                .exceptionHandling(refused -> refused.defaultAuthenticationEntryPointFor(
                                PagesSecurity.TO_LOGIN, ReturnPath::isPage)
                        .defaultAuthenticationEntryPointFor(problems, request -> true)
                        .accessDeniedHandler(problems))
                .build();
    }

    /** In front of all logins, which ask where a request comes from; without it, one is made that stands behind them. */
    @Bean
    RequestContextFilter requestContextFilter() {
        return new OrderedRequestContextFilter();
    }

    // a browser that remembers a Basic login sends it with the form of any other site, too, and a session always
    private static boolean isChangeOfSession(HttpServletRequest request) {
        boolean isSession = !BasicLogin.isIn(request) && request.getSession(false) != null;
        return isSession && CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request);
    }
}
