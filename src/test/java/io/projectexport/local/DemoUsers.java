package io.projectexport.local;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;

/** Creates the demo users. */
@Order(1)
class DemoUsers implements ApplicationRunner {

    private final IdentityService identity;

    DemoUsers(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        for (DemoUser demoUser : DemoUser.values()) {
            User user = identity.newUser(demoUser.login());
            user.setFirstName(demoUser.firstName());
            user.setLastName(demoUser.lastName());
            user.setEmail(demoUser.email());
            user.setPassword(DemoUser.PASSWORD);
            identity.saveUser(user);
            demoUser.groups().forEach(group -> identity.createMembership(demoUser.login(), group));
        }
    }
}
