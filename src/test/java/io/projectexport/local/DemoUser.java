package io.projectexport.local;

import java.util.List;

/** The people of the local run, one for each role. */
enum DemoUser {
    SAM("Sam", "Taylor", "submits projects", "portfolio"),
    SUE("Sue", "Walker", "submits projects", "portfolio"),
    ANNA("Anna", "Keller", "accounting approver", "erp-standard", "can-push-to-accounting"),
    BEN("Ben", "Ito", "accounting approver", "erp-admin", "can-push-to-accounting"),
    ERIK("Erik", "Lund", "looks at projects, decides nothing", "erp-standard"),
    PIA("Pia", "Moreau", "process owner, in Cockpit", "process-owners");

    static final String PASSWORD = "demo-1234";

    private final String firstName;
    private final String lastName;
    private final String does;
    private final List<String> groups;

    DemoUser(String firstName, String lastName, String does, String... groups) {
        this.firstName = firstName;
        this.lastName = lastName;
        this.does = does;
        this.groups = List.of(groups);
    }

    String login() {
        return firstName.toLowerCase();
    }

    String email() {
        return login() + "@demo.example";
    }

    String firstName() {
        return firstName;
    }

    String lastName() {
        return lastName;
    }

    String does() {
        return does;
    }

    List<String> groups() {
        return groups;
    }
}
