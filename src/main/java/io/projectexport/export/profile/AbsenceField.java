package io.projectexport.export.profile;

/** What an approver who goes away enters. */
public enum AbsenceField {
    DEPUTY("deputy", "Deputy"),
    FROM("awayFrom", "First day"),
    UNTIL("awayUntil", "Last day");

    private final String key;
    private final String label;

    AbsenceField(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** Its name in forms. */
    public String key() {
        return key;
    }

    public String label() {
        return label;
    }
}
