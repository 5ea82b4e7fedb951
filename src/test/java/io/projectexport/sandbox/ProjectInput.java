package io.projectexport.sandbox;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** What a caller wants a project to be; a name that is missing is an error in the {@link ModelState} it was read from. */
record ProjectInput(String name, UUID contactId, BigDecimal estimate, Instant deadline) {

    static ProjectInput read(ModelState body) {
        ProjectInput input = new ProjectInput(
                body.text("name"), body.uuid("contactId"), body.number("estimateAmount"), body.dateTime("deadlineUtc"));
        if (body.isValid() && (input.name() == null || input.name().isBlank())) {
            body.add("name", "The Name field is required.");
        }
        return input;
    }

    /** Xero fails on such a name instead of refusing it. */
    boolean endsWithBlank() {
        return Character.isWhitespace(name.charAt(name.length() - 1));
    }
}
