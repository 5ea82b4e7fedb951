package io.projectexport.export.bulk;

import io.projectexport.export.permission.ActionRefused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Worker's part of a use case that works off batches, a few rows at a time, each like anything else that their owner does.
 *
 * <p>Every node works at every batch. Rows are claimed, carried out and recorded in one transaction, and nobody goes on before the first
 * row that waits, so that rows keep their order and none is done twice. When a node dies, its rows wait again. Where several share a
 * transaction and one of them is refused or fails, they are undone and each has a transaction of its own, so that each has its answer.
 *
 * @param <W> what is to be done in a row
 */
public abstract class WorkOff<W> {

    /** What a person is kept waiting for in the browser, and what one batch may do before the next one has its turn. */
    private static final int CHUNK = 25;

    /** After which a chunk ends with the row that it is at, however slow the machine is. */
    private static final Duration CHUNK_LASTS = Duration.ofSeconds(3);

    private static final int BATCHES_AT_ONCE = 20;

    /** Longer than a chunk takes, so that a short batch is finished when the person sees the answer. */
    private static final Duration LEFT_TO_THE_REQUEST = Duration.ofSeconds(5);

    private static final String GIVEN_UP =
            "Something went wrong in the application. Send this one again; if it happens again, tell an administrator the reference %s.";

    /** Long enough for a holiday week; the projects themselves stay for good. */
    private static final Duration KEPT = Duration.ofDays(14);

    private final Batches<W> batches;
    private final OnBehalf onBehalf;
    private final Clock clock;
    private final boolean together;

    /**
     * Works off these.
     *
     * @param together whether the rows of a chunk share a transaction as long as all of them go through
     */
    protected WorkOff(Batches<W> batches, OnBehalf onBehalf, Clock clock, boolean together) {
        this.batches = batches;
        this.onBehalf = onBehalf;
        this.clock = clock;
        this.together = together;
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
        List<BatchRow<W>> rows = batches.waiting(batch.id(), CHUNK);
        return together && rows.size() > 1 && allTogether(batch, rows) || oneByOne(batch, rows);
    }

    private boolean allTogether(Batch batch, List<BatchRow<W>> rows) {
        try {
            return onBehalf.of(
                    batch.owner(),
                    () -> batches.claim(batch.id(), rows) && batches.record(batch.id(), carriedOut(rows)));
        } catch (RuntimeException undone) {
            // whose fault it is, and what is said about it, comes out one by one
            return false;
        }
    }

    private List<BatchRow<W>> carriedOut(List<BatchRow<W>> rows) {
        Instant end = chunkEnd();
        List<BatchRow<W>> done = new ArrayList<>();
        for (BatchRow<W> row : rows) {
            if (clock.instant().isAfter(end)) {
                break;
            }
            done.add(row.done(carryOut(row)));
        }
        return done;
    }

    private boolean oneByOne(Batch batch, List<BatchRow<W>> rows) {
        Instant end = chunkEnd();
        boolean isAny = false;
        for (BatchRow<W> row : rows) {
            if (clock.instant().isAfter(end) || !alone(batch, row)) {
                return isAny;
            }
            isAny = true;
        }
        return isAny;
    }

    private Instant chunkEnd() {
        return clock.instant().plus(CHUNK_LASTS);
    }

    private boolean alone(Batch batch, BatchRow<W> row) {
        try {
            return onBehalf.of(
                    batch.owner(),
                    () -> batches.claim(batch.id(), row) && batches.record(batch.id(), row.done(carryOut(row))));
        } catch (ActionRefused refused) {
            return batches.record(batch.id(), row.refused(refused));
        } catch (RuntimeException failure) {
            String reference = "%s/%d".formatted(batch.id(), row.number());
            // while the database is away, this fails as well, and no try is lost
            batches.record(batch.id(), row.failed(GIVEN_UP.formatted(reference)));
            throw new RowFailed(reference, failure);
        }
    }

    /** Deletes what nobody needs any more. */
    public void forgetOld() {
        batches.deleteDoneBefore(clock.instant().minus(KEPT));
    }
}
