package io.projectexport.export.permission;

import java.util.Set;

/**
 * Somebody who works with the tool.
 *
 * @param userId the login
 * @param name first and last name, or the login where there is none
 * @param email null when none is known
 * @param privileges as of now; a person is looked up anew for each action
 */
public record Person(String userId, String name, String email, Set<Privilege> privileges) {

    public Person {
        privileges = Set.copyOf(privileges);
    }

    public boolean may(Privilege privilege) {
        return privileges.contains(privilege);
    }

    public boolean hasEmail(String other) {
        return email != null && email.equalsIgnoreCase(other);
    }
}
