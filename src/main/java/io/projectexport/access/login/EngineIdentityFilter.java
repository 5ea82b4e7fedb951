package io.projectexport.access.login;

import io.projectexport.access.group.EngineIdentities;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells the engine for the time of a request who asks, so that it applies that person's permissions. */
public final class EngineIdentityFilter extends OncePerRequestFilter {

    private final IdentityService identityService;
    private final EngineIdentities identities;

    public EngineIdentityFilter(IdentityService identityService, EngineIdentities identities) {
        this.identityService = identityService;
        this.identities = identities;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        try {
            if (LoginState.isPerson(login)) {
                identityService.setAuthentication(login.getName(), List.copyOf(identities.groupsOf(login.getName())));
            }
            chain.doFilter(request, response);
        } finally {
            identityService.clearAuthentication();
        }
    }
}
