package io.projectexport.access.group;

import java.util.Objects;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.db.DbUserQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/**
 * Rule of every door: people never take the administration from the last administrator who can log in, because nobody could give it back.
 * What single sign-on says of a person, and the setup at the start, are not asked.
 */
final class LastAdministrator {

    /** Refuses what would end this user's administration, when nobody else could go on with it. */
    void refuseToLose(String userId) {
        CommandContext context = Context.getCommandContext();
        if (context.getAuthentication() != null && isOnly(userId, context)) {
            throw new BadUserRequestException(
                    "%s is the only administrator who can log in: make somebody else one first.".formatted(userId));
        }
    }

    void refuseToLoseGroup(String groupId) {
        if (Context.getCommandContext().getAuthentication() != null
                && UserGroup.ADMINS.id().equals(groupId)) {
            throw new BadUserRequestException("The group of administrators stays: nobody could administer without it.");
        }
    }

    private static boolean isOnly(String userId, CommandContext context) {
        // held until the transaction ends, so that two who take it from each other do not both succeed
        context.getPropertyManager().acquireExclusiveLockForStartup();
        return context.runWithoutAuthorization(() -> {
            var administrators =
                    new DbUserQueryImpl().memberOfGroup(UserGroup.ADMINS.id()).list();
            return administrators.stream().anyMatch(user -> user.getId().equals(userId))
                    && administrators.stream()
                            .filter(user -> !user.getId().equals(userId))
                            .noneMatch(user -> canLogIn(user, context));
        });
    }

    private static boolean canLogIn(User user, CommandContext context) {
        boolean hasPassword = user instanceof UserEntity stored && stored.getPassword() != null;
        return hasPassword
                || Objects.nonNull(context.getIdentityInfoManager()
                        .findUserInfoByUserIdAndKey(user.getId(), EngineIdentities.SIGN_ON_LINK));
    }
}
