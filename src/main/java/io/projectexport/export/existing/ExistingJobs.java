package io.projectexport.export.existing;

import io.projectexport.export.accounting.FoundJob;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Port to what was found in Xero for projects that wait for a review; what was found in one organisation says nothing about another. */
public interface ExistingJobs {

    /** Whether a project waits that was not looked for in this organisation since it was submitted. */
    boolean isSomethingNew(String organisation);

    /**
     * Claims a look, so that of all nodes one looks.
     *
     * @return whether nobody has claimed one within that time
     */
    boolean claimLook(String organisation, Duration atMostEvery);

    /** Lets the next one look at once, because this one did not come to it. */
    void releaseLook(String organisation);

    /** Those that wait for a review, first the ones that were not looked for; at most as many as the limit. */
    List<WaitingProject> waiting(String organisation, int limit);

    /** Replaces what is known of these, which were looked for, and forgets what does not wait any more. */
    void store(String organisation, Map<WaitingProject, List<FoundJob>> found);

    /** What was found for this round; empty when nothing was, or nobody has looked. */
    List<FoundJob> of(UUID exportId, int round, String organisation);

    /** Those of them for which something was found in the round that they are in. */
    Set<UUID> found(Collection<UUID> exportIds, String organisation);
}
