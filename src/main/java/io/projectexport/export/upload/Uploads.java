package io.projectexport.export.upload;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Port to stored uploads. */
public interface Uploads {

    /**
     * Stores an upload with its rows, all or nothing.
     *
     * @return false when the owner has one with this token already, of which nothing is changed
     */
    boolean add(Upload upload, List<UploadRow> rows);

    Optional<Upload> find(UUID uploadId);

    Optional<Upload> findByToken(String owner, String token);

    /** The newest first. */
    List<Upload> ownedBy(String owner, int limit);

    /** In their order. */
    List<UploadRow> rows(UUID uploadId);

    /** Those with rows that wait, submitted before a moment, the oldest first. */
    List<Upload> unfinished(Instant submittedBefore, int limit);

    /** The rows that wait, in their order, at most as many as the limit. */
    List<UploadRow> waiting(UUID uploadId, int limit);

    /**
     * Keeps everybody else from this row until the transaction ends.
     *
     * @return false at once when somebody else has it, or it does not wait any more
     */
    boolean claim(UUID uploadId, UploadRow row);

    /**
     * Records what became of a row, within the transaction that runs or in one of its own.
     *
     * @return false when it does not wait any more, so that nothing is changed
     */
    boolean record(UUID uploadId, UploadRow row);

    /** Deletes uploads with their rows that were finished before; the projects that they became stay. */
    void deleteDoneBefore(Instant moment);
}
