package io.projectexport.access.login;

import io.projectexport.access.group.Deactivation;
import io.projectexport.access.group.EngineIdentities;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.camunda.bpm.engine.identity.User;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends sessions twelve hours after the login, however much a page that refreshes itself keeps them in use, and when the person's password
 * was changed, or the user deactivated or deleted, since. Stands before logins that come with the request itself, so that whom it finds
 * logged in is the session's, whatever headers say.
 */
public final class SessionLimits extends OncePerRequestFilter {

    private static final Duration LONGEST = Duration.ofHours(12);
    public static final String BEGUN = SessionLimits.class.getName();

    private final EngineIdentities identities;

    public SessionLimits(EngineIdentities identities) {
        this.identities = identities;
    }

    /** How a session began; the hash is null where the login was by single sign-on. */
    public record Begun(Instant at, String passwordHash) implements Serializable {}

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        HttpSession session = request.getSession(false);
        if (session != null && LoginState.isPerson(login) && isOver(session, login.getName())) {
            SecurityContextHolder.clearContext();
        }
        chain.doFilter(request, response);
    }

    private boolean isOver(HttpSession session, String userId) {
        User user =
                identities.ask(users -> users.createUserQuery().userId(userId).singleResult());
        try {
            boolean isOver = user == null || Deactivation.isOf(user) || hasRunOut(session, user);
            if (isOver) {
                session.invalidate();
            }
            return isOver;
        } catch (IllegalStateException ended) {
            // by a logout or in time, while this request was under way
            return true;
        }
    }

    private static boolean hasRunOut(HttpSession session, User user) {
        return !(session.getAttribute(BEGUN) instanceof Begun begun)
                || begun.at().plus(LONGEST).isBefore(Instant.now())
                || !Objects.equals(begun.passwordHash(), user.getPassword());
    }
}
