package io.projectexport.access.login;

import io.projectexport.access.security.Paths;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractAuthenticationFilterConfigurer;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Makes the login form of Camunda's web applications log in to everything; they get their own answer, which says who it is. */
public final class CamundaLogin
        extends AbstractAuthenticationFilterConfigurer<
                HttpSecurity, CamundaLogin, UsernamePasswordAuthenticationFilter> {

    private static final String PROFILE = Paths.CAMUNDA + "/api/admin/auth/user/default";

    public CamundaLogin() {
        super(new UsernamePasswordAuthenticationFilter(), Paths.CAMUNDA + "/api/admin/auth/user/*/login/*");
        successHandler((request, response, login) -> response.sendRedirect(request.getContextPath() + PROFILE));
        failureHandler(new AuthenticationEntryPointFailureHandler(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)));
    }

    @Override
    protected RequestMatcher createLoginProcessingUrlMatcher(String loginProcessingUrl) {
        return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, loginProcessingUrl);
    }
}
