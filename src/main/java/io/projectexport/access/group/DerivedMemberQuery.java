package io.projectexport.access.group;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.identity.db.DbUserQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;

/** The engine's user query, where the derived group has members. */
final class DerivedMemberQuery extends DbUserQueryImpl {

    private static final long serialVersionUID = 1L;

    DerivedMemberQuery() {}

    DerivedMemberQuery(CommandExecutor executor) {
        super(executor);
    }

    @Override
    public long executeCount(CommandContext context) {
        return search(context, () -> super.executeCount(context), 0L);
    }

    @Override
    public List<User> executeList(CommandContext context, Page page) {
        return search(context, () -> super.executeList(context, page), List.of());
    }

    private <T> T search(CommandContext context, Supplier<T> database, T nothing) {
        if (!UserGroup.ACCOUNTING_APPROVERS.id().equals(groupId)) {
            return database.get();
        }
        String group = groupId;
        String[] asked = ids;
        Set<String> wanted = AccountingApprovers.members(asked, context);
        try {
            groupId = null;
            ids = wanted.toArray(String[]::new);
            return wanted.isEmpty() ? nothing : database.get();
        } finally {
            groupId = group;
            ids = asked;
        }
    }
}
