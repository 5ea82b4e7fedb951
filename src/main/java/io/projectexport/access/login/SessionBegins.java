package io.projectexport.access.login;

import io.projectexport.access.group.EngineIdentities;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import org.camunda.bpm.engine.identity.User;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;

/**
 * Security configurer that notes in the session, with each login that it keeps, what {@link SessionLimits} measure it by. A later request
 * would be too late: until then a new password, or another person who logs in within the same session, would not count.
 */
public final class SessionBegins extends AbstractHttpConfigurer<SessionBegins, HttpSecurity> {

    private final EngineIdentities identities;

    public SessionBegins(EngineIdentities identities) {
        this.identities = identities;
    }

    /** Comes behind what renews the session's id and the token against forged requests, which ask whether there was a session before. */
    @Override
    public void configure(HttpSecurity http) throws Exception {
        http.sessionManagement(session -> session.addSessionAuthenticationStrategy(this::begin));
    }

    private void begin(Authentication login, HttpServletRequest request, HttpServletResponse response) {
        String passwordHash =
                identities.user(login.getName()).map(User::getPassword).orElse(null);
        request.getSession().setAttribute(SessionLimits.BEGUN, new SessionLimits.Begun(Instant.now(), passwordHash));
    }
}
