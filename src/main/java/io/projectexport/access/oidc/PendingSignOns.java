package io.projectexport.access.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** Authorization requests in the session, which strangers have for the few minutes that a login at the provider takes, and no longer. */
final class PendingSignOns implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private static final Duration FOR_A_LOGIN = Duration.ofMinutes(5);

    private final AuthorizationRequestRepository<OAuth2AuthorizationRequest> sessions =
            new HttpSessionOAuth2AuthorizationRequestRepository();

    @Override
    public OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return sessions.loadAuthorizationRequest(request);
    }

    @Override
    public void saveAuthorizationRequest(
            OAuth2AuthorizationRequest started, HttpServletRequest request, HttpServletResponse response) {
        boolean isStranger = request.getSession(false) == null;
        sessions.saveAuthorizationRequest(started, request, response);
        if (isStranger) {
            request.getSession().setMaxInactiveInterval((int) FOR_A_LOGIN.toSeconds());
        }
    }

    @Override
    public OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest started = sessions.removeAuthorizationRequest(request, response);
        HttpSession session = request.getSession(false);
        if (started != null && session != null) {
            Duration usual = Duration.ofMinutes(request.getServletContext().getSessionTimeout());
            session.setMaxInactiveInterval((int) usual.toSeconds());
        }
        return started;
    }
}
