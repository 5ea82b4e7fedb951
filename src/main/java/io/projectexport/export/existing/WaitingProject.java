package io.projectexport.export.existing;

import java.util.UUID;

/**
 * A project that waits for a review.
 *
 * @param round the one that it is in
 * @param nameInXero under which it would be created
 */
public record WaitingProject(UUID exportId, int round, String nameInXero) {}
