package io.projectexport.export.exactlyonce;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Port to the stored attempts: the record of creating calls to Xero that outlives a crash. */
public interface ExportAttempts {

    Optional<ExportAttempt> last(UUID exportId);

    /** Those of these project exports whose last creating call has an unknown outcome, and was given up or began before then. */
    Set<UUID> unanswered(Collection<UUID> exportIds, Instant begunBefore);

    /**
     * Stores a change and commits it, whatever becomes of the caller's transaction.
     *
     * @return as stored; empty when somebody else stored a change first. A job that was created is stored in any case.
     */
    Optional<ExportAttempt> store(ExportAttempt attempt);

    /** Like {@link #store}, but as part of the caller's transaction. */
    Optional<ExportAttempt> storeWithCaller(ExportAttempt attempt);
}
