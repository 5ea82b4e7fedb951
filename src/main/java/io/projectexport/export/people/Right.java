package io.projectexport.export.people;

import io.projectexport.export.permission.GroupIds;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** What administrators give to a person; each is the membership of one group. */
public enum Right {
    SUBMIT(GroupIds.PORTFOLIO, "May submit", "Submits projects; corrects, retrieves and withdraws the own ones."),
    ERP_ACCESS(GroupIds.ERP_STANDARD, "ERP access", "Looks at all projects."),
    ERP_ADMINISTRATION(
            GroupIds.ERP_ADMIN,
            "ERP administrator",
            "ERP access, and a mail when a project waits for a decision too long."),
    PUSH(
            GroupIds.CAN_PUSH_TO_ACCOUNTING,
            "Can push to accounting",
            "With ERP access an accounting approver, who accepts, rejects and retries; nothing without it."),
    WATCH(GroupIds.PROCESS_OWNERS, "Process owner", "Watches in Cockpit and on the pages with figures and models."),
    ADMINISTER(
            GroupIds.ADMINS,
            "Administrator",
            "Looks after people, models and the connection to Xero; does not decide, unless also an approver.");

    private final String groupId;
    private final String label;
    private final String hint;

    Right(String groupId, String label, String hint) {
        this.groupId = groupId;
        this.label = label;
        this.hint = hint;
    }

    public String groupId() {
        return groupId;
    }

    public String label() {
        return label;
    }

    /** What it is good for, in a sentence. */
    public String hint() {
        return hint;
    }

    /** Those that follow from groups. */
    public static Set<Right> of(Collection<String> groupIds) {
        return Arrays.stream(values())
                .filter(right -> groupIds.contains(right.groupId))
                .collect(Collectors.toSet());
    }
}
