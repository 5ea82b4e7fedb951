package io.projectexport.access;

import io.projectexport.export.Administrators;
import io.projectexport.export.People;
import io.projectexport.export.Person;
import java.util.List;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** The engine's administrators as people of the business. */
@Component
class EngineAdministrators implements Administrators {

    private final Identities identities;
    private final People people;

    EngineAdministrators(Identities identities, People people) {
        this.identities = identities;
        this.people = people;
    }

    @Override
    public List<Person> all() {
        return identities.members(UserGroup.ADMINS).stream()
                .map(User::getId)
                .map(people::person)
                .toList();
    }
}
