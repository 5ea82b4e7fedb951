package io.projectexport.access;

import io.projectexport.export.People;
import io.projectexport.export.Person;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The person who is logged in. */
@Component
public class CurrentPerson {

    private final People people;

    CurrentPerson(People people) {
        this.people = people;
    }

    /**
     * Looked up anew with each call, so that the privileges are those of this moment.
     *
     * @throws AuthenticationCredentialsNotFoundException when nobody is logged in
     */
    public Person get() {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        if (!Logins.isPerson(login)) {
            throw new AuthenticationCredentialsNotFoundException("Nobody is logged in.");
        }
        return people.person(login.getName());
    }
}
