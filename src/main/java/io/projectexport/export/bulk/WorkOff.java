package io.projectexport.export.bulk;

import io.projectexport.export.permission.ActionRefused;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/**
 * Worker's part of a use case that works off batches, a few rows at a time, each like anything else that their owner does.
 *
 * <p>Every node works at every batch. Rows are claimed, carried out and recorded in one transaction, and nobody goes on before the first
 * row that waits, so that rows keep their order and none is done twice. When a node dies, its rows wait again. Where one of those that
 * share a transaction is refused or fails, all of them are undone, and those before and after it share others, so that each has its answer.
 *
 * @param <W> what is to be done in a row
 */
public abstract class WorkOff<W> {

    /** What a person is kept waiting for in the browser, and what one batch may do before the next one has its turn. */
    private static final int CHUNK = 25;

    private static final int BATCHES_AT_ONCE = 20;

    /** Longer than a chunk takes, so that a short batch is finished when the person sees the answer. */
    private static final Duration LEFT_TO_THE_REQUEST = Duration.ofSeconds(5);

    /** Long enough for a holiday week; the projects themselves stay for good. */
    private static final Duration KEPT = Duration.ofDays(14);

    private final Batches<W> batches;
    private final OnBehalf onBehalf;
    private final Clock clock;

    protected WorkOff(Batches<W> batches, OnBehalf onBehalf, Clock clock) {
        this.batches = batches;
        this.onBehalf = onBehalf;
        this.clock = clock;
    }

    /**
     * Does what a row says, as the batch's owner, in the transaction that runs.
     *
     * @return the project export that it was about, or became
     * @throws ActionRefused when the rules refuse it
     */
    protected abstract UUID carryOut(BatchRow<W> row);

    /**
     * Works off the next rows of every batch, but for those that have just been submitted.
     *
     * @return whether some were worked off, so that there may be more
     */
    public boolean nextOfAll() {
        boolean isAny = false;
        for (Batch batch : batches.unfinished(clock.instant().minus(LEFT_TO_THE_REQUEST), BATCHES_AT_ONCE)) {
            isAny |= next(batch);
        }
        return isAny;
    }

    /**
     * Works off the next rows of a batch, as far as nobody else does.
     *
     * @return whether some were worked off
     * @throws RowFailed when something went wrong with a row that is not its fault; it is tried again
     */
    public boolean next(Batch batch) {
        return new RowsInTurn<>(batch, batches, onBehalf, clock, this::carryOut)
                        .workOff(batches.waiting(batch.id(), CHUNK))
                > 0;
    }

    /** Deletes what nobody needs any more. */
    public void forgetOld() {
        batches.deleteDoneBefore(clock.instant().minus(KEPT));
    }
}
