package io.projectexport.access.people;

import io.projectexport.access.group.Deactivation;
import io.projectexport.access.group.EngineIdentities;
import io.projectexport.access.group.UserGroup;
import io.projectexport.access.password.PasswordRule;
import io.projectexport.export.people.AccountDetails;
import io.projectexport.export.people.AccountField;
import io.projectexport.export.people.Accounts;
import io.projectexport.export.people.Right;
import io.projectexport.export.people.SetPassword;
import io.projectexport.export.permission.ActionRefused;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** Adapter of the port {@link Accounts}. */
@Component
class EngineAccounts implements Accounts {

    /** Class of the codes that the SQL standard gives errors. */
    private static final String INTEGRITY_CONSTRAINT_VIOLATION = "23";

    private final EngineIdentities identities;

    EngineAccounts(EngineIdentities identities) {
        this.identities = identities;
    }

    @Override
    public String passwordRule() {
        return PasswordRule.HINT;
    }

    @Override
    public void create(AccountDetails details, String by) {
        as(by, ActionRefused::conflict, users -> {
            User user = users.newUser(details.userId());
            describe(user, details);
            save(user, users);
        });
    }

    /** Where two administrators add the same person at the same moment, the database knows which was second. */
    private static void save(User user, IdentityService users) {
        try {
            users.saveUser(user);
        } catch (BadUserRequestException | AuthorizationException refused) {
            throw refused;
        } catch (ProcessEngineException second) {
            throw ActionRefused.conflict(
                    AccountField.USER_ID.key(),
                    "User name %s was taken a moment ago: look for it in the list.".formatted(user.getId()));
        }
    }

    @Override
    public void describe(AccountDetails details, String by) {
        as(by, ActionRefused::conflict, users -> {
            User user = user(details.userId(), users);
            describe(user, details);
            users.saveUser(user);
        });
    }

    private static void describe(User user, AccountDetails details) {
        user.setFirstName(details.firstName());
        user.setLastName(details.lastName());
        user.setEmail(details.email());
    }

    @Override
    public void change(String userId, Set<Right> given, Set<Right> taken, String by) {
        as(by, ActionRefused::conflict, users -> {
            List<String> present = groups(user(userId, users).getId(), users);
            given.stream()
                    .map(Right::groupId)
                    .filter(group -> !present.contains(group))
                    .forEach(group -> users.createMembership(userId, group));
            taken.stream()
                    .map(Right::groupId)
                    .filter(present::contains)
                    .forEach(group -> users.deleteMembership(userId, group));
        });
    }

    @Override
    public void deactivate(String userId, String by) {
        as(by, ActionRefused::conflict, users -> {
            // first, so that a second administrator waits at the user's row until all that follows is there
            identities.deactivate(userId);
            groups(userId, users).forEach(group -> {
                users.deleteMembership(userId, group);
                users.setUserInfo(userId, AccountKeys.FORMER_GROUP + group, group);
            });
            users.setUserInfo(userId, AccountKeys.DEACTIVATED, Instant.now().toString());
            if (!Deactivation.isOf(user(userId, users))) {
                throw changedMeanwhile();
            }
        });
    }

    @Override
    public void activate(String userId, String by) {
        as(by, ActionRefused::conflict, users -> {
            identities.activate(userId);
            if (Deactivation.isOf(user(userId, users))) {
                throw changedMeanwhile();
            }
            users.deleteUserInfo(userId, AccountKeys.DEACTIVATED);
            users.getUserInfoKeys(userId).stream()
                    .filter(key -> key.startsWith(AccountKeys.FORMER_GROUP))
                    .forEach(key -> giveBack(userId, key, users));
        });
    }

    private static void giveBack(String userId, String key, IdentityService users) {
        String group = key.substring(AccountKeys.FORMER_GROUP.length());
        users.deleteUserInfo(userId, key);
        // it may have been deleted meanwhile
        if (users.createGroupQuery().groupId(group).count() > 0) {
            users.createMembership(userId, group);
        }
    }

    @Override
    public void setPassword(String userId, String password) {
        as(
                userId,
                refusal -> ActionRefused.invalid(SetPassword.PASSWORD, refusal),
                own -> identities.ask(users -> {
                    User user = user(userId, users);
                    user.setPassword(password);
                    users.saveUser(user);
                    return null;
                }));
    }

    /** Those that somebody was put into: the derived one is nobody's to take. */
    private static List<String> groups(String userId, IdentityService users) {
        return users.createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .filter(group -> !UserGroup.ACCOUNTING_APPROVERS.id().equals(group))
                .toList();
    }

    private static User user(String userId, IdentityService users) {
        User user = users.createUserQuery().userId(userId).singleResult();
        if (user == null) {
            throw ActionRefused.conflict("User %s was deleted a moment ago.".formatted(userId));
        }
        return user;
    }

    private void as(String userId, Function<String, ActionRefused> refusal, Consumer<IdentityService> change) {
        try {
            identities.as(userId, change);
        } catch (BadUserRequestException refused) {
            throw refusal.apply(refused.getMessage());
        } catch (AuthorizationException refused) {
            throw ActionRefused.forbidden("Only administrators look after the people of this installation.");
        } catch (OptimisticLockingException first) {
            throw changedMeanwhile();
        } catch (ProcessEngineException failure) {
            // such as of the same right, given twice
            throw isSecond(failure) ? changedMeanwhile() : failure;
        }
    }

    /** Whether the database refused it because of what somebody else has stored or deleted since. */
    private static boolean isSecond(ProcessEngineException failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException refusal
                        && String.valueOf(refusal.getSQLState()).startsWith(INTEGRITY_CONSTRAINT_VIOLATION));
    }

    private static ActionRefused changedMeanwhile() {
        return ActionRefused.conflict(
                "Nothing was changed: somebody else changed this person at the same moment. Look again.");
    }
}
