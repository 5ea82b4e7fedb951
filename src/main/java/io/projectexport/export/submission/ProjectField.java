package io.projectexport.export.submission;

import java.util.Arrays;
import java.util.Optional;

/** The fields of a submission: their names in the API, the forms and CSV files, how long they may be, and an example of each. */
public enum ProjectField {
    PROJECT_NUMBER("projectNumber", "Project number", 50, "EXAMPLE-1"),
    PROJECT_NAME("projectName", "Project name", 255, "Harbour Bridge"),
    STREET("street", "Street", 255, "1 Quay Street, Level 2"),
    CITY("city", "City", 255, "Auckland"),
    STATE("state", "State or region", 255, "Auckland"),
    POSTAL_CODE("postalCode", "Postal code", 20, "1010"),
    COUNTRY("country", "Country", 255, "New Zealand"),
    CLIENT("client", "Client", 255, "Harbour Council"),
    ESTIMATE_AMOUNT("estimateAmount", "Estimate", 40, "12500.00"),
    DEADLINE("deadline", "Deadline", 40, "2027-03-31"),
    CREATOR_EMAIL("creatorEmail", "Creator's e-mail address", 254, "anna@example.com");

    private final String key;
    private final String label;
    private final int maxLength;
    private final String example;

    ProjectField(String key, String label, int maxLength, String example) {
        this.key = key;
        this.label = label;
        this.maxLength = maxLength;
        this.example = example;
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

    /** A value for whoever fills in a file or writes a client of the API. */
    public String example() {
        return example;
    }

    /** Whether no project is taken in without it. */
    public boolean isRequired() {
        return this == PROJECT_NUMBER || this == PROJECT_NAME;
    }

    public static Optional<ProjectField> byKey(String key) {
        return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
    }
}
