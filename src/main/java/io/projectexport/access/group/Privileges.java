package io.projectexport.access.group;

import static io.projectexport.access.group.UserGroup.ACCOUNTING_APPROVERS;
import static io.projectexport.access.group.UserGroup.ADMINS;
import static io.projectexport.access.group.UserGroup.ERP_ADMIN;
import static io.projectexport.access.group.UserGroup.ERP_STANDARD;
import static io.projectexport.access.group.UserGroup.PORTFOLIO;
import static io.projectexport.access.group.UserGroup.PROCESS_OWNERS;
import static java.util.stream.Collectors.toSet;

import io.projectexport.export.permission.Privilege;
import java.util.Collections;
import java.util.Map;
import java.util.Set;

/** The one place that says which privileges follow from which groups. */
final class Privileges {

    private static final Map<Privilege, Set<UserGroup>> GIVEN_BY = Map.of(
            Privilege.SUBMIT, Set.of(PORTFOLIO),
            Privilege.APPROVE, Set.of(ACCOUNTING_APPROVERS),
            Privilege.READ_ALL, Set.of(ACCOUNTING_APPROVERS, ERP_STANDARD, ERP_ADMIN, PROCESS_OWNERS, ADMINS),
            Privilege.WATCH, Set.of(PROCESS_OWNERS, ADMINS),
            Privilege.ADMINISTER, Set.of(ADMINS));

    private Privileges() {}

    static Set<Privilege> of(Set<UserGroup> groups) {
        return GIVEN_BY.entrySet().stream()
                .filter(given -> !Collections.disjoint(given.getValue(), groups))
                .map(Map.Entry::getKey)
                .collect(toSet());
    }
}
