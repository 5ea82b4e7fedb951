package io.projectexport.access.login;

import io.projectexport.access.group.EngineIdentities;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells Camunda's web applications with each request who is logged in, with the groups of this moment. */
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
        if (LoginState.isPerson(login)) {
            String userId = login.getName();
            Authentications current = new Authentications();
            current.addOrReplace(AuthenticationUtil.createAuthentication(
                    ENGINE, userId, List.copyOf(identities.groupsOf(userId)), List.of()));
            // replaced and not changed, because requests at the same moment share it
            AuthenticationUtil.updateSession(request.getSession(), current);
        }
        chain.doFilter(request, response);
    }
}
