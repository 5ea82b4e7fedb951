package io.projectexport.access;

import static io.projectexport.access.UserGroup.ERP_ADMIN;
import static io.projectexport.access.UserGroup.ERP_STANDARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.projectexport.export.Person;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;

class EngineErpAdminsTest {

    @Test
    void members_of_this_moment_come_with_their_addresses() {
        try (TestEngine engine = new TestEngine()) {
            engine.user("erik", ERP_STANDARD);
            engine.user("bea", ERP_ADMIN);
            User ada = engine.user("ada", ERP_ADMIN);
            ada.setEmail("ada@example.com");
            engine.identityService().saveUser(ada);
            engine.leave("bea", ERP_ADMIN);
            engine.user("cleo", ERP_ADMIN);
            engine.logIn("erik");

            assertThat(new EngineErpAdmins(new Identities(engine.engine()), engine.people()).all())
                    .extracting(Person::userId, Person::email)
                    .containsExactly(tuple("ada", "ada@example.com"), tuple("cleo", null));
        }
    }
}
