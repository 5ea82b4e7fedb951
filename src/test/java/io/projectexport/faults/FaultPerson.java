package io.projectexport.faults;

import java.util.List;

/** Who works with the installation. */
enum FaultPerson {
    ADMIN,
    SUBMITTER("portfolio"),
    APPROVER("erp-standard", "can-push-to-accounting");

    static final String PASSWORD = "Fault-run-1234";

    private final List<String> groups;

    FaultPerson(String... groups) {
        this.groups = List.of(groups);
    }

    String login() {
        return name().toLowerCase();
    }

    List<String> groups() {
        return groups;
    }
}
