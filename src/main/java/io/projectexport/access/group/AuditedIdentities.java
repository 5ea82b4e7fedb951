package io.projectexport.access.group;

import io.projectexport.access.password.PasswordCheck;
import io.projectexport.export.audit.AuditKind;
import io.projectexport.export.audit.AuditedChange;
import io.projectexport.export.audit.WriteAudit;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbGroupQueryImpl;
import org.camunda.bpm.engine.impl.identity.db.DbUserQueryImpl;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.util.StringUtils;

/** The engine's users and groups, each change of which is noted in its own transaction, whichever interface or login makes it. */
public final class AuditedIdentities extends AccountRules {

    private final WriteAudit audit;

    public AuditedIdentities(PasswordCheck passwords, WriteAudit audit) {
        super(passwords);
        this.audit = audit;
    }

    @Override
    public IdentityOperationResult saveUser(User user) {
        String before = describe(stored(UserEntity.class, user.getId()));
        boolean isNewPassword = user instanceof UserEntity changed && changed.hasNewPassword();
        IdentityOperationResult saved = super.saveUser(user);
        if (before == null) {
            audit.write(user("User created", user.getId()).to(describe(user)));
            return saved;
        }
        if (!before.equals(describe(user))) {
            audit.write(user("User changed", user.getId()).from(before).to(describe(user)));
        }
        if (isNewPassword) {
            audit.write(user("Password changed", user.getId()));
        }
        return saved;
    }

    @Override
    public IdentityOperationResult deleteUser(String userId) {
        String before = describe(stored(UserEntity.class, userId));
        String groups = groupsOf(userId);
        IdentityOperationResult deleted = super.deleteUser(userId);
        if (isDone(deleted)) {
            audit.write(user("User deleted", userId).from(before + (groups.isEmpty() ? "" : "\nin " + groups)));
        }
        return deleted;
    }

    @Override
    void deactivate(String userId) {
        super.deactivate(userId);
        audit.write(user("User deactivated", userId));
    }

    @Override
    void activate(String userId) {
        super.activate(userId);
        audit.write(user("User activated", userId));
    }

    @Override
    public IdentityOperationResult createMembership(String userId, String groupId) {
        IdentityOperationResult added = super.createMembership(userId, groupId);
        if (isDone(added)) {
            audit.write(group("Member added", userId).to(groupId));
        }
        return added;
    }

    @Override
    public IdentityOperationResult deleteMembership(String userId, String groupId) {
        IdentityOperationResult removed = super.deleteMembership(userId, groupId);
        if (isDone(removed)) {
            audit.write(group("Member removed", userId).from(groupId));
        }
        return removed;
    }

    @Override
    public IdentityOperationResult saveGroup(Group group) {
        GroupEntity stored = stored(GroupEntity.class, group.getId());
        String before = stored == null ? null : stored.getName();
        IdentityOperationResult saved = super.saveGroup(group);
        if (stored == null) {
            audit.write(group("Group created", group.getId()).to(group.getName()));
        } else if (!Objects.equals(before, group.getName())) {
            audit.write(group("Group renamed", group.getId()).from(before).to(group.getName()));
        }
        return saved;
    }

    @Override
    public IdentityOperationResult deleteGroup(String groupId) {
        String members = membersOf(groupId);
        IdentityOperationResult deleted = super.deleteGroup(groupId);
        if (isDone(deleted)) {
            audit.write(group("Group deleted", groupId).from(members.isEmpty() ? null : "with " + members));
        }
        return deleted;
    }

    private static AuditedChange user(String what, String userId) {
        return AuditedChange.of(AuditKind.USER, what, userId);
    }

    private static AuditedChange group(String what, String subject) {
        return AuditedChange.of(AuditKind.GROUP, what, subject);
    }

    private static boolean isDone(IdentityOperationResult result) {
        return !IdentityOperationResult.OPERATION_NONE.equals(result.getOperation());
    }

    /** As the database has it: the engine's cache may hold the very object that is about to be saved. */
    private static <T extends DbEntity> T stored(Class<T> type, String id) {
        return Context.getCommandContext().getDbSqlSession().selectById(type, id);
    }

    private static String describe(User user) {
        if (user == null) {
            return null;
        }
        String email =
                StringUtils.hasText(user.getEmail()) ? "<%s>".formatted(user.getEmail()) : "without e-mail address";
        return Stream.of(user.getFirstName(), user.getLastName(), email)
                .filter(StringUtils::hasText)
                .collect(Collectors.joining(" "));
    }

    private static String groupsOf(String userId) {
        return unchecked(() -> new DbGroupQueryImpl()
                .groupMember(userId).list().stream().map(Group::getId).toList());
    }

    private static String membersOf(String groupId) {
        return unchecked(() -> new DbUserQueryImpl()
                .memberOfGroup(groupId).list().stream().map(User::getId).toList());
    }

    private static String unchecked(Callable<List<String>> question) {
        return String.join(", ", Context.getCommandContext().runWithoutAuthorization(question));
    }
}
