package io.projectexport.access.group;

import io.projectexport.export.audit.Actor;
import io.projectexport.export.audit.CurrentActor;
import io.projectexport.export.project.HistoryEntry;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Adapter of the port {@link CurrentActor}: whom the engine works for, because work in somebody's name has no request; else who is logged
 * in. The address is the one that trusted proxies tell.
 */
@Component
class EngineActor implements CurrentActor {

    private static final AuthenticationTrustResolver TRUST = new AuthenticationTrustResolverImpl();

    @Override
    public Actor get() {
        return new Actor(userId(), address());
    }

    private static String userId() {
        CommandContext command = Context.getCommandContext();
        if (command != null && command.getAuthentication() != null) {
            return command.getAuthentication().getUserId();
        }
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        return TRUST.isAuthenticated(login) ? login.getName() : HistoryEntry.SYSTEM;
    }

    private static String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
                ? current.getRequest().getRemoteAddr()
                : null;
    }
}
