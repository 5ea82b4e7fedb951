package io.projectexport.access.login;

import io.projectexport.access.group.EngineIdentities;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells Camunda's web applications with each request who is logged in, with the groups of this moment. A request that is on its way while
 * its session ends ends, too: it would begin another session, to which the login page that is open by then does not belong.
 */
public final class CamundaSessionFilter extends OncePerRequestFilter {

    private static final String ENGINE = "default";

    private final EngineIdentities identities;

    public CamundaSessionFilter(EngineIdentities identities) {
        this.identities = identities;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        if (LoginState.isPerson(login) && !isTold(request.getSession(false), login.getName())) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        chain.doFilter(request, response);
    }

    /** Whether the session goes on. */
    private boolean isTold(HttpSession session, String userId) {
        if (session == null) {
            return false;
        }
        Authentications current = new Authentications();
        current.addOrReplace(AuthenticationUtil.createAuthentication(
                ENGINE, userId, List.copyOf(identities.groupsOf(userId)), List.of()));
        try {
            // replaced and not changed, because requests at the same moment share it
            AuthenticationUtil.updateSession(session, current);
            return true;
        } catch (IllegalStateException ended) {
            return false;
        }
    }
}
