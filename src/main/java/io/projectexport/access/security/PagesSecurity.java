package io.projectexport.access.security;

import io.projectexport.access.group.EngineIdentities;
import io.projectexport.access.login.CamundaLogin;
import io.projectexport.access.login.CamundaSessionFilter;
import io.projectexport.access.login.EngineIdentityFilter;
import io.projectexport.access.login.SessionBegins;
import io.projectexport.access.login.SessionLimits;
import io.projectexport.access.oidc.SingleSignOn;
import io.projectexport.access.password.LoginThrottled;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.Http403ForbiddenEntryPoint;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What browsers show, behind one login: our own pages, Camunda's web applications, and nothing else unless it is named. */
@Configuration(proxyBeanMethods = false)
class PagesSecurity implements WebMvcConfigurer {

    private static final String HOME = "/jobs";
    static final String LOGIN = "/login";
    private static final RequestMatcher CAMUNDA_PAGES = Paths.anyOf(Paths.CAMUNDA + "/app/**");
    private static final RequestMatcher OWN_PAGES = Paths.anyOf("/jobs/**", "/profile", "/figures/**");
    private static final RequestMatcher PUBLIC = Paths.anyOf(
            "/",
            LOGIN,
            "/error",
            "/favicon.ico",
            "/icon.svg",
            "/app.css",
            "/app.js",
            "/jobs.js",
            "/login.js",
            "/narrow.js",
            "/password",
            "/password.js",
            "/time-zone.js",
            "/model.js",
            "/model-editor/**",
            "/webjars/bpmn-js/**",
            "/webjars/htmx.org/**");
    private static final RequestMatcher REFRESHES = request -> request.getHeader("HX-Request") != null;
    static final AuthenticationEntryPoint TO_LOGIN = LoginPage.entryPoint();

    @Bean
    @Order(30)
    SecurityFilterChain camundaChain(
            HttpSecurity http,
            EngineIdentities identities,
            ReturnPath returnPath,
            CsrfTokens tokens,
            CrossSiteRequests foreignPages)
            throws Exception {
        PathPatternRequestMatcher.Builder path = PathPatternRequestMatcher.withDefaults();
        return http.securityMatcher(Paths.anyOf(Paths.CAMUNDA + "/**"))
                .authorizeHttpRequests(requests -> requests
                        // would let the first visitor become administrator where ADMIN_USER is not set
                        .requestMatchers(Paths.anyOf(Paths.CAMUNDA + "/api/admin/setup/**"))
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                // the login form that these applications show after a logout is this login, too
                .with(new CamundaLogin(Paths.CAMUNDA), Customizer.withDefaults())
                .logout(logout -> logout.logoutRequestMatcher(
                                path.matcher(HttpMethod.POST, Paths.CAMUNDA + "/api/admin/auth/user/*/logout"))
                        .logoutSuccessHandler(
                                (request, response, login) -> response.setStatus(HttpServletResponse.SC_NO_CONTENT)))
                .exceptionHandling(refused -> refused.defaultAuthenticationEntryPointFor(TO_LOGIN, CAMUNDA_PAGES)
                        .defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), Paths.anyOf(Paths.CAMUNDA + "/**")))
                .requestCache(cache -> cache.requestCache(returnPath))
                .with(new SessionBegins(identities), Customizer.withDefaults())
                .addFilterBefore(new SessionLimits(identities), AnonymousAuthenticationFilter.class)
                .addFilterAfter(new CamundaSessionFilter(identities), AuthorizationFilter.class)
                .addFilterAfter(new CspNonceFilter(), CamundaSessionFilter.class)
                // tokens against forged requests and caching of files are these applications' own
                .csrf(csrf -> csrf.csrfTokenRepository(tokens).requireCsrfProtectionMatcher(foreignPages))
                .headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                                Paths.anyOf("/camunda/api/**"), new CacheControlHeadersWriter())))
                .build();
    }

    @Bean
    @Order(40)
    SecurityFilterChain otherPagesChain(
            HttpSecurity http,
            IdentityService identityService,
            EngineIdentities identities,
            SingleSignOn singleSignOn,
            ReturnPath returnPath,
            CsrfTokens tokens)
            throws Exception {
        http.authorizeHttpRequests(requests -> requests.requestMatchers(PUBLIC)
                        .permitAll()
                        .requestMatchers(OWN_PAGES)
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .formLogin(form -> form.loginPage(LOGIN)
                        .defaultSuccessUrl(HOME)
                        .failureHandler(PagesSecurity::explain)
                        .permitAll())
                .csrf(csrf -> csrf.csrfTokenRepository(tokens))
                .logout(logout -> logout.logoutSuccessUrl(LOGIN + "?logout"))
                .exceptionHandling(
                        refused -> refused.defaultAuthenticationEntryPointFor(PagesSecurity::reload, REFRESHES)
                                .defaultAuthenticationEntryPointFor(TO_LOGIN, OWN_PAGES)
                                .defaultAuthenticationEntryPointFor(new Http403ForbiddenEntryPoint(), request -> true)
                                .accessDeniedHandler(PagesSecurity::refuse))
                .requestCache(cache -> cache.requestCache(returnPath))
                .with(new SessionBegins(identities), Customizer.withDefaults())
                .addFilterBefore(new SessionLimits(identities), AnonymousAuthenticationFilter.class)
                // who logs out logs out at the provider, too
                .headers(headers -> PageHeaders.apply(headers, singleSignOn.issuer()))
                .addFilterAfter(new EngineIdentityFilter(identityService, identities), AuthorizationFilter.class);
        singleSignOn.addTo(http, LOGIN, HOME);
        return http.build();
    }

    /** Whoever is logged in may open all that is named above; anything else is not there. */
    private static void refuse(HttpServletRequest request, HttpServletResponse response, Exception refused)
            throws IOException {
        boolean isForged = refused instanceof CsrfException;
        response.sendError(isForged ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_NOT_FOUND);
    }

    /** The address says it all, so that strangers get no session. */
    private static void explain(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String why = failure instanceof LoginThrottled throttled ? "wait=" + throttled.seconds() : "error";
        response.sendRedirect(request.getContextPath() + LOGIN + "?" + why);
    }

    /** Has the whole page ask for the login, where only a part of it was asked for. */
    private static void reload(HttpServletRequest request, HttpServletResponse response, Exception notLoggedIn) {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader("HX-Refresh", "true");
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/", HOME);
    }
}
