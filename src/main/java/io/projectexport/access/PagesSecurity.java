package io.projectexport.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What browsers show: Camunda's web applications behind their own login, and nothing else unless it is named. */
@Configuration(proxyBeanMethods = false)
class PagesSecurity implements WebMvcConfigurer {

    private static final String HOME = "/camunda/app/tasklist/";

    @Bean
    @Order(30)
    SecurityFilterChain camundaChain(HttpSecurity http) throws Exception {
        return http.securityMatcher(Paths.anyOf("/camunda/**"))
                .authorizeHttpRequests(requests -> requests
                        // would let the first visitor become administrator where ADMIN_USER is not set
                        .requestMatchers(Paths.anyOf("/camunda/api/admin/setup/**"))
                        .denyAll()
                        .anyRequest()
                        .permitAll())
                // tokens against forged requests and caching are these applications' own
                .csrf(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable))
                .build();
    }

    @Bean
    @Order(40)
    SecurityFilterChain otherPagesChain(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                Paths.anyOf("/", "/error", "/favicon.ico", "/jobs", "/jobs/*"))
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/", HOME);
    }
}
