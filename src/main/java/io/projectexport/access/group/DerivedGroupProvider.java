package io.projectexport.access.group;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;

/** The engine's users and groups, with a derived group that answers like any other but cannot be changed by anyone. */
class DerivedGroupProvider extends DbIdentityServiceProvider {

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

    @Override
    public IdentityOperationResult saveGroup(Group group) {
        refuseByPerson(group.getId());
        return super.saveGroup(group);
    }

    @Override
    public IdentityOperationResult deleteGroup(String groupId) {
        refuseByPerson(groupId);
        RequestIdentities.forget();
        return super.deleteGroup(groupId);
    }

    @Override
    public IdentityOperationResult createMembership(String userId, String groupId) {
        refuse(groupId);
        RequestIdentities.forget();
        return super.createMembership(userId, groupId);
    }

    @Override
    public IdentityOperationResult deleteMembership(String userId, String groupId) {
        refuse(groupId);
        RequestIdentities.forget();
        return super.deleteMembership(userId, groupId);
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
