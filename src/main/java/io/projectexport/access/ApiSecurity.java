package io.projectexport.access;

import jakarta.servlet.http.HttpServletRequest;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfFilter;

/** HTTP Basic for programs: the JSON API and the engine's REST API. */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    @Bean
    @Order(10)
    SecurityFilterChain apiChain(
            HttpSecurity http, ApiProblems problems, IdentityService identityService, Identities identities)
            throws Exception {
        return http.securityMatcher(Paths.anyOf("/api/**", "/engine-rest/**"))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(ApiSecurity::isSentByForeignPage))
                .headers(headers -> headers.contentSecurityPolicy(
                        csp -> csp.policyDirectives("default-src 'none'; frame-ancestors 'none'")))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .addFilterAfter(new EngineIdentityFilter(identityService, identities), AuthorizationFilter.class)
                .build();
    }

    // a browser that remembers a Basic login sends it with the form of any other site, too
    private static boolean isSentByForeignPage(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request)
                && ("cross-site".equals(site) || "same-site".equals(site));
    }
}
