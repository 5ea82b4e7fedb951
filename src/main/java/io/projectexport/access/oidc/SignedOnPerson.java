package io.projectexport.access.oidc;

import java.util.List;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** A person who came by single sign-on, under the name of the engine's user; groups are looked up where they matter. */
final class SignedOnPerson extends DefaultOidcUser {

    private static final long serialVersionUID = 1L;

    private final String userId;

    SignedOnPerson(OidcUser person, String userId) {
        super(List.of(), person.getIdToken(), person.getUserInfo());
        this.userId = userId;
    }

    @Override
    public String getName() {
        return userId;
    }
}
