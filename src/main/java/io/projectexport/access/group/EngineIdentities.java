package io.projectexport.access.group;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/**
 * Reads users and groups of the engine without its authorization checks, which would hide what the person who is logged in may not see.
 */
@Component
public class EngineIdentities {

    /** Key of the engine's user info that ties a user to the person at the provider of single sign-on. */
    public static final String SIGN_ON_LINK = "single-sign-on";

    private final IdentityService identityService;
    private final ProcessEngineConfigurationImpl engine;

    public EngineIdentities(ProcessEngine processEngine) {
        this.identityService = processEngine.getIdentityService();
        this.engine = (ProcessEngineConfigurationImpl) processEngine.getProcessEngineConfiguration();
    }

    public <T> T ask(Function<IdentityService, T> question) {
        return engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> question.apply(identityService)));
    }

    /** Carries out in the name of a person, with the permissions of this moment; afterwards the login at the engine is as before. */
    public void as(String userId, Consumer<IdentityService> work) {
        Authentication before = identityService.getCurrentAuthentication();
        identityService.setAuthentication(userId, List.copyOf(groupsOf(userId)));
        try {
            work.accept(identityService);
        } finally {
            identityService.setAuthentication(before);
        }
    }

    /** Ends every way in for the user, whose memberships are taken before. */
    public void deactivate(String userId) {
        change(users -> users.deactivate(userId));
    }

    public void activate(String userId) {
        change(users -> users.activate(userId));
    }

    private void change(Consumer<AccountRules> change) {
        engine.getCommandExecutorTxRequired().execute(context -> {
            change.accept((AccountRules) context.getWritableIdentityProvider());
            return null;
        });
    }

    /** Members of this moment, ordered by login. */
    List<User> members(UserGroup group) {
        return members(group.id());
    }

    /** Members of this moment, ordered by login. */
    List<User> members(String groupId) {
        return ask(identity -> identity.createUserQuery()
                .memberOfGroup(groupId)
                .orderByUserId()
                .asc()
                .list());
    }

    /** As it is at this moment, or was when this request checked the password. */
    public Optional<User> user(String userId) {
        return RequestIdentities.user(
                userId,
                () -> ask(identity -> Optional.ofNullable(
                        identity.createUserQuery().userId(userId).singleResult())));
    }

    /** Ids of the user's groups at this moment, or at the beginning of this request; the derived one included. */
    public Set<String> groupsOf(String userId) {
        return RequestIdentities.groupsOf(
                userId, () -> ask(identity -> AccountingApprovers.groupsOf(userId, null, Context.getCommandContext())));
    }
}
