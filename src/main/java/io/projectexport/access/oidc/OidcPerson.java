package io.projectexport.access.oidc;

import io.projectexport.access.group.UserGroup;
import java.util.Set;
import org.camunda.bpm.engine.identity.User;

/**
 * A person as OpenID Connect describes them at the login.
 *
 * @param link names the person at the provider for good, whatever else changes
 * @param userId the user name at the provider, from which the id here is made at the first login; null when the provider tells none
 * @param email null when the provider tells none, or does not vouch for it
 */
record OidcPerson(String link, String userId, String firstName, String lastName, String email, Set<UserGroup> groups) {

    /** What the provider does not tell stays as an administrator entered it. */
    void describe(User user) {
        if (firstName != null || lastName != null) {
            user.setFirstName(firstName);
            user.setLastName(lastName);
        }
        if (email != null) {
            user.setEmail(email);
        }
    }
}
