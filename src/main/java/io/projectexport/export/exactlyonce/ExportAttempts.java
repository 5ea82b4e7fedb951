package io.projectexport.export.exactlyonce;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Port to the stored attempts: the record of creating calls to Xero that outlives a crash. */
public interface ExportAttempts {

    /** The time by which all nodes tell when calls began and ended, because their own clocks may differ. */
    Instant now();

    Optional<ExportAttempt> last(UUID exportId);

    /** Those of these project exports whose last creating call has no definite answer, and was given up or began longer ago than that. */
    Set<UUID> unanswered(Collection<UUID> exportIds, Duration longerThan);

    /**
     * Stores a change and commits it, whatever becomes of the caller's transaction.
     *
     * @return as stored; empty when somebody else stored a change first. A job that was created is stored in any case.
     */
    Optional<ExportAttempt> store(ExportAttempt attempt);

    /** The project exports with an attempt that ended with this job, or was linked to it. */
    Set<UUID> withJob(String jobId);

    /** Like {@link #store}, but as part of the caller's transaction. */
    Optional<ExportAttempt> storeWithCaller(ExportAttempt attempt);
}
