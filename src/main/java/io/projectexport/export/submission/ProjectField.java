package io.projectexport.export.submission;

import java.util.Arrays;
import java.util.Optional;

/** The fields of a submission: their names in the API, the forms and CSV files, and how long they may be. */
public enum ProjectField {
    PROJECT_NUMBER("projectNumber", "Project number", 50),
    PROJECT_NAME("projectName", "Project name", 255),
    STREET("street", "Street", 255),
    CITY("city", "City", 255),
    STATE("state", "State or region", 255),
    POSTAL_CODE("postalCode", "Postal code", 20),
    COUNTRY("country", "Country", 255),
    CLIENT("client", "Client", 255),
    ESTIMATE_AMOUNT("estimateAmount", "Estimate", 40),
    DEADLINE("deadline", "Deadline", 40),
    CREATOR_EMAIL("creatorEmail", "Creator's e-mail address", 254);

    private final String key;
    private final String label;
    private final int maxLength;

    ProjectField(String key, String label, int maxLength) {
        this.key = key;
        this.label = label;
        this.maxLength = maxLength;
    }

    /** The name in the API, the forms and CSV files. */
    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    int maxLength() {
        return maxLength;
    }

    public static Optional<ProjectField> byKey(String key) {
        return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
    }
}
