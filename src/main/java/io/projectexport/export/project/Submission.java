package io.projectexport.export.project;

import java.time.Instant;
import java.util.stream.Stream;

/**
 * One round of a project export: what was submitted, by whom and when.
 *
 * @param submitter login of the person who submitted the first round; who resubmitted stands in the history
 * @param submitterName their first and last name at the time of the submission, or the login where there was none
 * @param creator login of the person with {@code creatorEmail} when the project was submitted; null when that was no user
 * @param creatorEmail where notices to the creator go; null when neither given nor known
 * @param round 1 for the first submission, one more with each resubmission
 */
public record Submission(
        Project project,
        String submitter,
        String submitterName,
        String creator,
        String creatorEmail,
        int round,
        Instant submittedAt) {

    public Submission {
        submitterName = submitterName == null ? submitter : submitterName;
    }

    /** Whether the project is this user's own, as creator or submitter. */
    public boolean isOwn(String userId) {
        return Stream.of(submitter, creator).anyMatch(userId::equals);
    }
}
