package io.projectexport.export.permission;

import io.projectexport.export.text.EmailAddress;
import java.util.Set;

/**
 * Somebody who works with the tool.
 *
 * @param userId the login
 * @param name first and last name, or the login where there is none
 * @param email as it was entered, so that perhaps no mail server takes it; null when none is known
 * @param privileges as of now; a person is looked up anew for each action
 */
public record Person(String userId, String name, String email, Set<Privilege> privileges) {

    public Person {
        privileges = Set.copyOf(privileges);
    }

    public boolean may(Privilege privilege) {
        return privileges.contains(privilege);
    }

    /** Whether this address is the person's own, however it is spelled. */
    public boolean hasEmail(String other) {
        return EmailAddress.same(email, other);
    }

    /** Whether a mail can reach the person at all. */
    public boolean getsMail() {
        return email != null && EmailAddress.problem(email).isEmpty();
    }
}
