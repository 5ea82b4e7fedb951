package io.projectexport.export.people;

/** What is entered about a person. */
public enum AccountField {
    USER_ID("userId", "User name"),
    FIRST_NAME("firstName", "First name"),
    LAST_NAME("lastName", "Last name"),
    EMAIL("email", "E-mail address");

    private final String key;
    private final String label;

    AccountField(String key, String label) {
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
