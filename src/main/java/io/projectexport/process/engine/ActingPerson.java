package io.projectexport.process.engine;

import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.People;
import io.projectexport.export.permission.Person;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The authenticated person behind the engine's current command; taken from the login, since a variable could claim anybody. */
@Component
public class ActingPerson {

    private final IdentityService identity;
    private final People people;

    ActingPerson(@Lazy IdentityService identity, @Lazy People people) {
        this.identity = identity;
        this.people = people;
    }

    public Person person() {
        Authentication authentication = identity.getCurrentAuthentication();
        if (authentication == null || authentication.getUserId() == null) {
            throw ActionRefused.forbidden("Log in first.");
        }
        return people.person(authentication.getUserId());
    }
}
