package io.projectexport.access.group;

import io.projectexport.access.password.PasswordCheck;
import io.projectexport.export.project.HistoryEntry;
import io.projectexport.export.text.EmailAddress;
import io.projectexport.export.text.PlainText;
import java.util.Objects;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/**
 * The rules for accounts of people, at every door: e-mail addresses that people cannot change themselves, users without a password or
 * without a way in, the last administrator, and guesses that slow down who guesses.
 */
class AccountRules extends DerivedGroupProvider {

    private static final int LONGEST_NAME = 100;

    private final PasswordCheck passwords;
    private final LastAdministrator lastAdministrator = new LastAdministrator();

    AccountRules(PasswordCheck passwords) {
        this.passwords = passwords;
    }

    /** The engine's own counting would let strangers lock a user out. */
    @Override
    public boolean checkPassword(String userId, String password) {
        UserEntity user = userId == null ? null : activeUser(userId);
        boolean passes = userId != null && password != null && passwords.passes(userId, user, password);
        if (passes) {
            RequestIdentities.remember(user, AccountingApprovers.groupsOf(userId, null, Context.getCommandContext()));
        }
        return passes;
    }

    // whoever is deactivated is nobody to whoever tries to log in; PostgreSQL takes no such character, and no user has
    // one
    private UserEntity activeUser(String userId) {
        UserEntity user = userId.indexOf('\0') < 0 ? findUserById(userId) : null;
        return Deactivation.isOf(user) ? null : user;
    }

    @Override
    public IdentityOperationResult saveUser(User user) {
        if (isOwn(user) && !getAuthorizationManager().isCamundaAdmin(getCurrentAuthentication())) {
            refuseOtherEmail(user);
        }
        refusePasswordBesideSingleSignOn(user);
        refuseNameOfTheTool(user);
        refuseUnusableEmail(user);
        user.setFirstName(PlainText.name(user.getFirstName(), LONGEST_NAME));
        user.setLastName(PlainText.name(user.getLastName(), LONGEST_NAME));
        RequestIdentities.forget();
        return super.saveUser(user);
    }

    @Override
    public IdentityOperationResult deleteUser(String userId) {
        Authentication login = getCurrentAuthentication();
        if (login != null && userId.equals(login.getUserId())) {
            throw new BadUserRequestException(
                    "Ask another administrator to delete your user; nobody deletes the own one.");
        }
        checkAuthorization(Permissions.DELETE, Resources.USER, userId);
        lastAdministrator.refuseToLose(userId);
        RequestIdentities.forget();
        return super.deleteUser(userId);
    }

    /** Ends every way in; the memberships are taken before, by their own rules. */
    void deactivate(String userId) {
        checkAuthorization(Permissions.UPDATE, Resources.USER, userId);
        Deactivation.begin(present(userId));
        RequestIdentities.forget();
    }

    void activate(String userId) {
        checkAuthorization(Permissions.UPDATE, Resources.USER, userId);
        Deactivation.end(present(userId));
        RequestIdentities.forget();
    }

    private UserEntity present(String userId) {
        UserEntity user = findUserById(userId);
        if (user == null) {
            throw new BadUserRequestException("User %s was deleted a moment ago.".formatted(userId));
        }
        return user;
    }

    /** Which counts for nothing else here, since wrong passwords lock nobody. */
    @Override
    public IdentityOperationResult unlockUser(String userId) {
        refuseDeactivated(userId);
        return super.unlockUser(userId);
    }

    @Override
    public IdentityOperationResult deleteGroup(String groupId) {
        checkAuthorization(Permissions.DELETE, Resources.GROUP, groupId);
        lastAdministrator.refuseToLoseGroup(groupId);
        return super.deleteGroup(groupId);
    }

    @Override
    public IdentityOperationResult createMembership(String userId, String groupId) {
        refuseDeactivated(userId);
        return super.createMembership(userId, groupId);
    }

    @Override
    public IdentityOperationResult deleteMembership(String userId, String groupId) {
        if (UserGroup.ADMINS.id().equals(groupId)) {
            checkAuthorization(Permissions.DELETE, Resources.GROUP_MEMBERSHIP, groupId);
            lastAdministrator.refuseToLose(userId);
        }
        return super.deleteMembership(userId, groupId);
    }

    private static void refuseNameOfTheTool(User user) {
        if (HistoryEntry.SYSTEM.equalsIgnoreCase(user.getId())) {
            throw new BadUserRequestException(
                    "Nobody can be called %s: histories name this application so.".formatted(user.getId()));
        }
    }

    // they would count among the members, and nobody would see why
    private void refuseDeactivated(String userId) {
        if (Deactivation.isOf(findUserById(userId))) {
            throw new BadUserRequestException(
                    "%s is deactivated: activate the user on the page People first.".formatted(userId));
        }
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

    // single sign-on does not ask anybody; the profile page tells whom no mail reaches
    private void refuseUnusableEmail(User user) {
        if (getCurrentAuthentication() == null || email(user).isBlank()) {
            return;
        }
        User saved = findUserById(user.getId());
        if (saved != null && email(saved).equals(email(user))) {
            return;
        }
        try {
            user.setEmail(EmailAddress.parse(user.getEmail()).toString());
        } catch (EmailAddress.Unusable unusable) {
            throw new BadUserRequestException("E-mail address " + unusable.getMessage());
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
}
