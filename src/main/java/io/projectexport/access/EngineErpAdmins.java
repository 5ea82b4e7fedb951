package io.projectexport.access;

import io.projectexport.export.ErpAdmins;
import io.projectexport.export.People;
import io.projectexport.export.Person;
import java.util.List;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** The engine's members of {@code erp-admin} as people of the business. */
@Component
class EngineErpAdmins implements ErpAdmins {

    private final Identities identities;
    private final People people;

    EngineErpAdmins(Identities identities, People people) {
        this.identities = identities;
        this.people = people;
    }

    @Override
    public List<Person> all() {
        return identities.members(UserGroup.ERP_ADMIN).stream()
                .map(User::getId)
                .map(people::person)
                .toList();
    }
}
