package io.projectexport.access.group;

import static io.projectexport.access.group.UserGroup.ACCOUNTING_APPROVERS;
import static io.projectexport.access.group.UserGroup.CAN_PUSH_TO_ACCOUNTING;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.db.DbGroupQueryImpl;
import org.camunda.bpm.engine.impl.identity.db.DbUserQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/**
 * The derived group of accounting approvers, which nobody can be put into: membership follows from other groups, computed again with each
 * question.
 */
final class AccountingApprovers {

    private static final List<UserGroup> ERP_GROUPS = List.of(UserGroup.ERP_STANDARD, UserGroup.ERP_ADMIN);

    private AccountingApprovers() {}

    /** Ids of the user's groups among those asked for, this one included exactly when it follows from the others. */
    static Set<String> groupsOf(String userId, String[] asked, CommandContext context) {
        Set<String> groups = context.runWithoutAuthorization(() -> given(userId));
        groups.remove(ACCOUNTING_APPROVERS.id());
        boolean inErp = ERP_GROUPS.stream().anyMatch(group -> groups.contains(group.id()));
        if (inErp && groups.contains(CAN_PUSH_TO_ACCOUNTING.id())) {
            groups.add(ACCOUNTING_APPROVERS.id());
        }
        return among(groups, asked);
    }

    /** Ids of all members among those asked for. */
    static Set<String> members(String[] asked, CommandContext context) {
        return context.runWithoutAuthorization(() -> {
            Set<String> inErp = new HashSet<>();
            ERP_GROUPS.forEach(group -> inErp.addAll(given(group)));
            Set<String> members = given(CAN_PUSH_TO_ACCOUNTING);
            members.retainAll(inErp);
            return among(members, asked);
        });
    }

    // a query that names no ids asks for all
    private static Set<String> among(Set<String> ids, String[] asked) {
        Set<String> wanted = new TreeSet<>(ids);
        if (asked != null && asked.length > 0) {
            wanted.retainAll(List.of(asked));
        }
        return wanted;
    }

    private static Set<String> given(String userId) {
        return new DbGroupQueryImpl()
                .groupMember(userId).list().stream().map(Group::getId).collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<String> given(UserGroup group) {
        return new DbUserQueryImpl()
                .memberOfGroup(group.id()).list().stream()
                        .map(User::getId)
                        .collect(Collectors.toCollection(HashSet::new));
    }
}
