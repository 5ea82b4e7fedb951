package io.projectexport.export.project;

/** Where a project export stands; the labels are the words that every page, mail and response uses. */
public enum ExportStatus {
    READY_TO_EXPORT("Ready to Export"),
    EXPORTING("Exporting"),
    SYNCED("Synced"),
    FAILED_TO_EXPORT("Failed to Export"),
    REJECTED("Rejected"),
    RETRIEVED("Retrieved"),
    WITHDRAWN("Withdrawn");

    private final String label;

    ExportStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether nothing happens to it any more. */
    public boolean isFinal() {
        return this == SYNCED || this == WITHDRAWN;
    }
}
