package io.projectexport.access.security;

import io.micrometer.observation.ObservationPredicate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.info.InfoEndpoint;
import org.springframework.boot.actuate.metrics.export.prometheus.PrometheusScrapeEndpoint;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Health for everybody, figures for those who watch, so that Prometheus needs no administrator's password, all else for administrators. */
@Configuration(proxyBeanMethods = false)
class OperationsSecurity {

    /** Probes and scrapes come every few seconds, and are no requests that anybody wants measured or traced. */
    @Bean
    ObservationPredicate onlyRequestsOfPeopleAndPrograms(
            @Value("${management.endpoints.web.base-path:/actuator}") String operations) {
        return (name, context) -> !(context instanceof ServerRequestObservationContext request
                && request.getCarrier().getServletPath().startsWith(operations + "/"));
    }

    @Bean
    @Order(20)
    SecurityFilterChain operationsChain(HttpSecurity http, AdminsOnly admins, ApiProblems problems, CsrfTokens tokens)
            throws Exception {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                EndpointRequest.to(HealthEndpoint.class, InfoEndpoint.class))
                        .permitAll()
                        .requestMatchers(EndpointRequest.to(PrometheusScrapeEndpoint.class))
                        .access(admins.orWatchers())
                        .anyRequest()
                        .access(admins))
                .httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .requestCache(RequestCacheConfigurer::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(tokens))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }
}
