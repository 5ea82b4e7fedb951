package io.projectexport.access.group;

import java.util.Objects;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/**
 * Identity provider of the engine's users and groups, with a derived group that responds like any other but cannot be changed by anyone,
 * e-mail addresses that people cannot change themselves, and users without a password.
 */
public final class DerivedGroupProvider extends DbIdentityServiceProvider {

    @Override
    public UserQuery createUserQuery() {
        return new DerivedMemberQuery(executor());
    }

    @Override
    public UserQueryImpl createUserQuery(CommandContext context) {
        return new DerivedMemberQuery();
    }

    @Override
    public GroupQuery createGroupQuery() {
        return new DerivedGroupQuery(executor());
    }

    @Override
    public GroupQuery createGroupQuery(CommandContext context) {
        return new DerivedGroupQuery();
    }

    // the engine fails where there is no password to compare with
    @Override
    public boolean checkPassword(String userId, String password) {
        UserEntity user = findUserById(userId);
        return user != null && user.getPassword() != null && super.checkPassword(userId, password);
    }

    @Override
    public IdentityOperationResult saveUser(User user) {
        if (isOwn(user) && !getAuthorizationManager().isCamundaAdmin(getCurrentAuthentication())) {
            refuseOtherEmail(user);
        }
        refusePasswordBesideSingleSignOn(user);
        return super.saveUser(user);
    }

    @Override
    public IdentityOperationResult saveGroup(Group group) {
        refuseByPerson(group.getId());
        return super.saveGroup(group);
    }

    @Override
    public IdentityOperationResult deleteGroup(String groupId) {
        refuseByPerson(groupId);
        return super.deleteGroup(groupId);
    }

    @Override
    public IdentityOperationResult createMembership(String userId, String groupId) {
        refuse(groupId);
        return super.createMembership(userId, groupId);
    }

    private boolean isOwn(User user) {
        Authentication login = getCurrentAuthentication();
        return login != null && user.getId().equals(login.getUserId());
    }

    private void refuseOtherEmail(User user) {
        User saved = findUserById(user.getId());
        if (saved != null && !email(saved).equals(email(user))) {
            throw new BadUserRequestException(
                    "Ask an administrator to change your e-mail address; who may see and correct"
                            + " a project depends on it.");
        }
    }

    // it would still let people in after the provider has shut them out
    private static void refusePasswordBesideSingleSignOn(User user) {
        boolean bySingleSignOn = Context.getCommandContext()
                        .getIdentityInfoManager()
                        .findUserInfoByUserIdAndKey(user.getId(), EngineIdentities.SIGN_ON_LINK)
                != null;
        if (bySingleSignOn && user instanceof UserEntity changed && changed.hasNewPassword()) {
            throw new BadUserRequestException(
                    "User %s logs in by single sign-on and has no password here.".formatted(user.getId()));
        }
    }

    // a form that was left empty sends an empty text
    private static String email(User user) {
        return Objects.requireNonNullElse(user.getEmail(), "");
    }

    // nobody is logged in while the application sets itself up
    private void refuseByPerson(String groupId) {
        if (getCurrentAuthentication() != null) {
            refuse(groupId);
        }
    }

    private static void refuse(String groupId) {
        if (UserGroup.ACCOUNTING_APPROVERS.id().equals(groupId)) {
            throw new BadUserRequestException(
                    ("The group %s cannot be changed: its members are the users in %s who also are in %s (%s) or %s"
                                    + " (%s). Change those groups instead.")
                            .formatted(
                                    groupId,
                                    UserGroup.CAN_PUSH_TO_ACCOUNTING.id(),
                                    UserGroup.ERP_STANDARD.id(),
                                    UserGroup.ERP_STANDARD.label(),
                                    UserGroup.ERP_ADMIN.id(),
                                    UserGroup.ERP_ADMIN.label()));
        }
    }

    private static CommandExecutor executor() {
        return Context.getProcessEngineConfiguration().getCommandExecutorTxRequired();
    }
}
