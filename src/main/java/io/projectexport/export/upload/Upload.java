package io.projectexport.export.upload;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that somebody submitted, and how far it has come.
 *
 * @param owner login of the person
 * @param token of the button that was pressed, so that a second press finds the first one's upload
 * @param total number of its rows
 * @param submitted how many of them became a project, or a correction of one
 * @param refused how many of them did not
 */
public record Upload(UUID id, String owner, String token, Instant submittedAt, int total, int submitted, int refused) {

    public boolean isDone() {
        return submitted + refused >= total;
    }
}
