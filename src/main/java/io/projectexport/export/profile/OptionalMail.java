package io.projectexport.export.profile;

import io.projectexport.export.permission.Person;
import io.projectexport.export.permission.Privilege;

/** The mails that people choose to get or not; any other mail comes to whom it concerns. */
public enum OptionalMail {
    /** Once a day, while projects wait for a decision. */
    DAILY_SUMMARY("dailySummary", Privilege.APPROVE, true),
    /** At once, when projects that the person can decide about were submitted for the first time. */
    NEW_SUBMISSION("newSubmission", Privilege.APPROVE, false),
    /** At once, when a project that the person can decide about was submitted again. */
    RESUBMISSION("resubmission", Privilege.APPROVE, false),
    /** At once, when a project that the person submitted is linked to its job. */
    SYNC("sync", Privilege.SUBMIT, false);

    private final String key;
    private final Privilege privilege;
    private final boolean wantedByDefault;

    OptionalMail(String key, Privilege privilege, boolean wantedByDefault) {
        this.key = key;
        this.privilege = privilege;
        this.wantedByDefault = wantedByDefault;
    }

    /** Its name in forms. */
    public String key() {
        return key;
    }

    boolean isFor(Person person) {
        return person.may(privilege);
    }

    /** Whether somebody wants it who chose this, or null for nothing. */
    boolean isWanted(Boolean chosen) {
        return chosen == null ? wantedByDefault : chosen;
    }
}
