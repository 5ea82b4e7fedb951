package io.projectexport.export.bulk;

import java.time.Instant;
import java.util.UUID;

/**
 * Batch of what somebody sent at once, as the rows of a file or decisions about many projects, and how far it has come.
 *
 * @param owner login of the person
 * @param token of the button that was pressed, so that a second press finds the first one's batch
 * @param total number of its rows
 * @param done how many of them went through
 * @param refused how many of them did not
 */
public record Batch(UUID id, String owner, String token, Instant submittedAt, int total, int done, int refused) {

    public boolean isDone() {
        return done + refused >= total;
    }
}
