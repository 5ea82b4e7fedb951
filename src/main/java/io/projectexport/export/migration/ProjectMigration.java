package io.projectexport.export.migration;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Port to the migration of running projects to another version of their model. */
public interface ProjectMigration {

    /** The projects that run on a version, with number and name, the longest running first. */
    Map<UUID, String> running(String definitionId);

    /** What becomes of what waits now. */
    List<PlannedStep> plan(String fromId, String toId);

    /**
     * Moves one project in the transaction that runs, with the rights of the person who is logged in.
     *
     * @throws io.projectexport.export.permission.ActionRefused with the reason, when it cannot go on there; it stays where it was
     */
    void move(UUID exportId, String toId);
}
