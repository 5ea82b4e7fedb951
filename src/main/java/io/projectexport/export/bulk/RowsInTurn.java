package io.projectexport.export.bulk;

import io.projectexport.export.permission.ActionRefused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * Rows of one batch in their order: claimed, carried out and recorded by a transaction that several share. One that is refused or fails is
 * recorded by another one, after that one is undone.
 */
final class RowsInTurn<W> {

    /** After which a transaction ends with the row that it is at, however slow the machine is. */
    private static final Duration LASTS = Duration.ofSeconds(3);

    private static final String GIVEN_UP =
            "Something went wrong in the application. Send this one again; if it happens again, tell an administrator the reference %s.";

    private final Batch batch;
    private final Batches<W> batches;
    private final OnBehalf onBehalf;
    private final Clock clock;
    private final Function<BatchRow<W>, UUID> carryOut;

    RowsInTurn(Batch batch, Batches<W> batches, OnBehalf onBehalf, Clock clock, Function<BatchRow<W>, UUID> carryOut) {
        this.batch = batch;
        this.batches = batches;
        this.onBehalf = onBehalf;
        this.clock = clock;
        this.carryOut = carryOut;
    }

    /**
     * Works off some as long as there is time; how many, from the first on.
     *
     * @throws RowFailed when something went wrong with a row that is not its fault; it is tried again
     */
    int workOff(List<BatchRow<W>> rows) {
        return inTurn(rows, this::together);
    }

    private int oneByOne(List<BatchRow<W>> rows) {
        return inTurn(rows, left -> alone(left.get(0)));
    }

    /** Has some of those that are left worked off again and again; none when somebody else has the first of them. */
    private int inTurn(List<BatchRow<W>> rows, ToIntFunction<List<BatchRow<W>>> some) {
        Instant end = end();
        int ended = 0;
        int more = 1;
        while (more > 0 && ended < rows.size() && isBefore(end)) {
            more = some.applyAsInt(rows.subList(ended, rows.size()));
            ended += more;
        }
        return ended;
    }

    private int together(List<BatchRow<W>> rows) {
        Chunk<BatchRow<W>> chunk = new Chunk<>(rows);
        Instant end = end();
        try {
            int done = inTransaction(rows, () -> chunk.each(this::done, () -> isBefore(end)));
            return done > 0 ? done : oneByOne(rows);
        } catch (RuntimeException undone) {
            if (chunk.hasFailedAtFirst()) {
                return recorded(rows.get(0), undone);
            }
            return chunk.before().isEmpty() ? oneByOne(rows) : together(chunk.before());
        }
    }

    private int alone(BatchRow<W> row) {
        try {
            return inTransaction(List.of(row), () -> List.of(done(row)));
        } catch (RuntimeException undone) {
            return recorded(row, undone);
        }
    }

    private int inTransaction(List<BatchRow<W>> rows, Supplier<List<BatchRow<W>>> work) {
        return onBehalf.of(batch.owner(), () -> {
            if (!batches.claim(batch.id(), rows)) {
                return 0;
            }
            List<BatchRow<W>> done = work.get();
            return batches.record(batch.id(), done) ? done.size() : 0;
        });
    }

    private BatchRow<W> done(BatchRow<W> row) {
        return row.done(carryOut.apply(row));
    }

    private int recorded(BatchRow<W> row, RuntimeException undone) {
        if (undone instanceof ActionRefused refused) {
            return batches.record(batch.id(), row.refused(refused)) ? 1 : 0;
        }
        String reference = "%s/%d".formatted(batch.id(), row.number());
        // while the database is away, this fails as well, and no try is lost
        batches.record(batch.id(), row.failed(GIVEN_UP.formatted(reference)));
        throw new RowFailed(reference, undone);
    }

    private Instant end() {
        return clock.instant().plus(LASTS);
    }

    private boolean isBefore(Instant end) {
        return !clock.instant().isAfter(end);
    }
}
