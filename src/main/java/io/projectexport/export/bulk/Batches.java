package io.projectexport.export.bulk;

import io.projectexport.export.permission.ActionRefused;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Port to stored batches of one kind.
 *
 * @param <W> what is to be done in a row
 */
public interface Batches<W> {

    /**
     * Stores a batch with its rows, all or nothing.
     *
     * @return false when the owner has one with this token already, of which nothing is changed
     */
    boolean add(Batch batch, List<BatchRow<W>> rows);

    /** Like {@link #add}; the batch of the first press where the button was pressed twice. */
    default Batch addOnce(Batch batch, List<BatchRow<W>> rows) {
        return add(batch, rows)
                ? batch
                : findByToken(batch.owner(), batch.token()).orElseThrow(ActionRefused::notFound);
    }

    Optional<Batch> find(UUID batchId);

    Optional<Batch> findByToken(String owner, String token);

    /** The newest first. */
    List<Batch> ownedBy(String owner, int limit);

    /** In their order. */
    List<BatchRow<W>> rows(UUID batchId);

    /** Those with rows that wait, submitted before a moment, the oldest first. */
    List<Batch> unfinished(Instant submittedBefore, int limit);

    /** The rows that wait, in their order, at most as many as the limit. */
    List<BatchRow<W>> waiting(UUID batchId, int limit);

    /**
     * Keeps everybody else from these rows until the transaction ends.
     *
     * @return false at once when somebody else has one of them, or it does not wait any more
     */
    boolean claim(UUID batchId, List<BatchRow<W>> rows);

    default boolean claim(UUID batchId, BatchRow<W> row) {
        return claim(batchId, List.of(row));
    }

    /**
     * Records what became of rows, within the transaction that runs or in one of its own.
     *
     * @return false when one of them does not wait any more, so that nothing is changed of it
     */
    boolean record(UUID batchId, List<BatchRow<W>> rows);

    default boolean record(UUID batchId, BatchRow<W> row) {
        return record(batchId, List.of(row));
    }

    /** Deletes batches with their rows that were finished before; the projects that they are about stay. */
    void deleteDoneBefore(Instant moment);
}
