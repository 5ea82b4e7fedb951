package io.projectexport.access.login;

import io.projectexport.export.permission.People;
import io.projectexport.export.permission.Person;
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
        if (!LoginState.isPerson(login)) {
            throw new AuthenticationCredentialsNotFoundException("Nobody is logged in.");
        }
        return people.person(login.getName());
    }
}
