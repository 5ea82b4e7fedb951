package io.projectexport.export.project;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Port to all project exports and their history, kept for good. */
public interface ProjectExports {

    Optional<ProjectExport> find(UUID exportId);

    /** Reads it and keeps everybody else from changing it until the transaction ends. */
    Optional<ProjectExport> lock(UUID exportId);

    /** The live project export, in any status but {@code WITHDRAWN}, with this project number, whatever its case. */
    Optional<ProjectExport> findLive(String projectNumber);

    /** As {@link #findLive(String)}, for many numbers at once; in no particular order. */
    List<ProjectExport> allLive(Collection<String> projectNumbers);

    /**
     * Stores a new one and its first step.
     *
     * @throws RuntimeException a refusal of the action, when somebody else submitted the same project number in the meantime
     */
    void add(ProjectExport export, HistoryEntry step);

    /** Stores what changed, and the step that changed it. */
    void update(ProjectExport export, HistoryEntry step);

    /** Stores what changed where that is no step of its own, as a wait. */
    void update(ProjectExport export);

    /** Oldest first. */
    List<HistoryEntry> history(UUID exportId);

    /** Those in {@code FAILED_TO_EXPORT}, the last decided first. */
    List<ProjectExport> failedToExport(int limit);

    /** The last rejection of each that ever was rejected, whichever round it ended; one question, however many they are. */
    Map<UUID, HistoryEntry> lastRejections(Collection<UUID> exportIds);

    /** Those that wait for the accounting approvers, the longest waiting first; at most as many as the limit. */
    List<ProjectExport> readyToExport(int limit);

    /** Those of these that are in {@code READY_TO_EXPORT}, the longest waiting first. */
    List<ProjectExport> readyToExport(Collection<UUID> exportIds);

    /** How many wait for the accounting approvers. */
    long countReadyToExport();

    /** Those that wait for a further approval, the longest waiting first; at most as many as the limit. */
    List<ProjectExport> waitingForFurtherApproval(int limit);

    /**
     * Those that failed because Xero was not connected, and were approved for this organisation; the first accepted first.
     *
     * @param notSince what was retried by itself since then is left out
     */
    List<UUID> failedWithoutConnection(String organisation, Instant notSince);
}
