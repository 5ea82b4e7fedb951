package io.projectexport.export.audit;

/** What an entry of the audit log is about; the constant is stored, the label is what people read. */
public enum AuditKind {
    SIGN_IN("Sign-in"),
    REFUSED_SIGN_IN("Refused sign-in"),
    USER("User"),
    GROUP("Group"),
    PERMISSION("Permission"),
    MODEL("Model"),
    CONNECTION("Connection to Xero"),
    REASONS("Usual reasons"),
    SETTING("Setting"),
    RECOVERY("Recovery"),
    PROJECT("Project");

    private final String label;

    AuditKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
