package io.projectexport.access.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;

/** Repository of authorized clients that stores none, since nothing is asked of the provider after the login. */
final class NoAuthorizedClients implements OAuth2AuthorizedClientRepository {

    @Override
    public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(
            String registrationId, Authentication person, HttpServletRequest request) {
        return null;
    }

    @Override
    public void saveAuthorizedClient(
            OAuth2AuthorizedClient tokens,
            Authentication person,
            HttpServletRequest request,
            HttpServletResponse response) {
        // forgotten
    }

    @Override
    public void removeAuthorizedClient(
            String registrationId, Authentication person, HttpServletRequest request, HttpServletResponse response) {
        // there is none
    }
}
