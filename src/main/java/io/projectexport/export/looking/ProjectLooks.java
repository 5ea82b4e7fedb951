package io.projectexport.export.looking;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Port to what the nodes know together about who has which project open; a look is forgotten a minute after it was refreshed last. */
public interface ProjectLooks {

    /** One person's look at one project, from then on. */
    record Look(UUID exportId, String userId, Instant since) {}

    /** Refreshes a look; false when there is none to refresh. */
    boolean refresh(UUID exportId, String userId);

    void begin(UUID exportId, String userId);

    void end(UUID exportId, String userId);

    /** Those at these projects that are not forgotten, the longest first. */
    List<Look> at(Collection<UUID> exportIds);
}
