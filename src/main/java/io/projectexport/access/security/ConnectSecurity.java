package io.projectexport.access.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** The page that connects Xero, for administrators who are logged in. */
@Configuration(proxyBeanMethods = false)
class ConnectSecurity {

    @Bean
    @Order(35)
    SecurityFilterChain connectChain(HttpSecurity http, AdminsOnly admins, ReturnPath returnPath, CsrfTokens tokens)
            throws Exception {
        return http.securityMatcher(Paths.anyOf("/xero/**"))
                .authorizeHttpRequests(requests -> requests.anyRequest().access(admins))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(LoginPage.entryPoint()))
                .requestCache(cache -> cache.requestCache(returnPath))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens))
                .build();
    }
}
