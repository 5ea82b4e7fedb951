package io.projectexport.process.engine;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Login of somebody at the engine for as long as some work takes, with the groups of this moment; afterwards it is as before. */
@Component
public class AssumedLogin {

    private final IdentityService identity;
    private final EngineCommands commands;

    AssumedLogin(IdentityService identity, EngineCommands commands) {
        this.identity = identity;
        this.commands = commands;
    }

    public <T> T as(String userId, Supplier<T> work) {
        Authentication before = identity.getCurrentAuthentication();
        identity.setAuthentication(userId, groups(userId));
        try {
            return work.get();
        } finally {
            identity.setAuthentication(before);
        }
    }

    private List<String> groups(String userId) {
        return commands.inTransaction(() ->
                commands.withoutAuthorization(() -> identity.createGroupQuery().groupMember(userId).list().stream()
                        .map(Group::getId)
                        .toList()));
    }
}
