package io.projectexport.access.group;

import static org.camunda.bpm.engine.authorization.Groups.GROUP_TYPE_SYSTEM;
import static org.camunda.bpm.engine.authorization.Groups.GROUP_TYPE_WORKFLOW;

import io.projectexport.export.permission.GroupIds;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The groups of every installation, as admins know them. */
public enum UserGroup {
    PORTFOLIO(GroupIds.PORTFOLIO, "Project teams", GROUP_TYPE_WORKFLOW),
    ERP_STANDARD(GroupIds.ERP_STANDARD, "ERP users", GROUP_TYPE_WORKFLOW),
    ERP_ADMIN(GroupIds.ERP_ADMIN, "ERP administrators", GROUP_TYPE_WORKFLOW),
    CAN_PUSH_TO_ACCOUNTING(
            GroupIds.CAN_PUSH_TO_ACCOUNTING,
            "Can push to accounting (approver, if also in an ERP group)",
            GROUP_TYPE_WORKFLOW),
    /** Follows from others, see {@link AccountingApprovers}. */
    ACCOUNTING_APPROVERS(GroupIds.ACCOUNTING_APPROVERS, "Accounting approvers (kept by itself)", GROUP_TYPE_WORKFLOW),
    PROCESS_OWNERS(GroupIds.PROCESS_OWNERS, "Process owners", GROUP_TYPE_WORKFLOW),
    ADMINS(GroupIds.ADMINS, "Administrators", GROUP_TYPE_SYSTEM);

    private final String id;
    private final String label;
    private final String type;

    UserGroup(String id, String label, String type) {
        this.id = id;
        this.label = label;
        this.type = type;
    }

    public String id() {
        return id;
    }

    public String label() {
        return label;
    }

    public String type() {
        return type;
    }

    /** Whether people are put into it, instead of its following from others. */
    public boolean isGiven() {
        return this != ACCOUNTING_APPROVERS;
    }

    public static Set<UserGroup> of(Set<String> ids) {
        return Arrays.stream(values()).filter(group -> ids.contains(group.id)).collect(Collectors.toSet());
    }
}
