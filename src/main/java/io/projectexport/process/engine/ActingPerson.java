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

    private final ThreadLocal<Boolean> itself = ThreadLocal.withInitial(() -> false);
    private final IdentityService identity;
    private final People people;

    ActingPerson(@Lazy IdentityService identity, @Lazy People people) {
        this.identity = identity;
        this.people = people;
    }

    /** Works as the application itself, in whose name no request and no variable can speak. */
    public void asItself(Runnable work) {
        itself.set(true);
        try {
            work.run();
        } finally {
            itself.remove();
        }
    }

    /** Whether it is nobody, but the application itself. */
    public boolean isItself() {
        return itself.get();
    }

    public Person person() {
        Authentication authentication = identity.getCurrentAuthentication();
        if (authentication == null || authentication.getUserId() == null) {
            throw ActionRefused.forbidden("Log in first.");
        }
        return people.person(authentication.getUserId());
    }
}
