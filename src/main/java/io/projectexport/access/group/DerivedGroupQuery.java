package io.projectexport.access.group;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.identity.db.DbGroupQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;

/** The engine's group query, where a user's groups include the derived one. */
final class DerivedGroupQuery extends DbGroupQueryImpl {

    private static final long serialVersionUID = 1L;

    DerivedGroupQuery() {}

    DerivedGroupQuery(CommandExecutor executor) {
        super(executor);
    }

    @Override
    public long executeCount(CommandContext context) {
        return search(context, () -> super.executeCount(context), 0L);
    }

    @Override
    public List<Group> executeList(CommandContext context, Page page) {
        return search(context, () -> super.executeList(context, page), List.of());
    }

    // whoever sees a group of their own would learn here who else is in it
    private boolean mayAsk(CommandContext context) {
        Authentication login = context.getAuthentication();
        return login == null
                || !context.isAuthorizationCheckEnabled()
                || userId.equals(login.getUserId())
                || context.getAuthorizationManager().isCamundaAdmin(login);
    }

    // asks for ids instead of membership, so that sorting, paging and permissions stay the database's work
    private <T> T search(CommandContext context, Supplier<T> database, T nothing) {
        if (userId == null) {
            return database.get();
        }
        if (!mayAsk(context)) {
            return nothing;
        }
        String member = userId;
        String[] asked = ids;
        Set<String> wanted = AccountingApprovers.groupsOf(member, asked, context);
        try {
            userId = null;
            ids = wanted.toArray(String[]::new);
            return wanted.isEmpty() ? nothing : database.get();
        } finally {
            userId = member;
            ids = asked;
        }
    }
}
