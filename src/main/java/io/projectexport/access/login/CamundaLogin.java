package io.projectexport.access.login;

import io.projectexport.access.password.LoginThrottled;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractAuthenticationFilterConfigurer;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Security configurer that makes the login form of Camunda's web applications log in to everything; they get their own response, which says
 * who it is.
 */
public final class CamundaLogin
        extends AbstractAuthenticationFilterConfigurer<
                HttpSecurity, CamundaLogin, UsernamePasswordAuthenticationFilter> {

    /** For the applications below this path. */
    public CamundaLogin(String camunda) {
        super(new UsernamePasswordAuthenticationFilter(), camunda + "/api/admin/auth/user/*/login/*");
        String profile = camunda + "/api/admin/auth/user/default";
        successHandler((request, response, login) -> response.sendRedirect(request.getContextPath() + profile));
        failureHandler((request, response, failure) -> {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            if (failure instanceof LoginThrottled throttled) {
                response.setStatus(throttled.getStatusCode().value());
                response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(throttled.seconds()));
            }
        });
    }

    @Override
    protected RequestMatcher createLoginProcessingUrlMatcher(String loginProcessingUrl) {
        return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, loginProcessingUrl);
    }
}
