package io.projectexport.export.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Items that share a transaction, and how far it came with them: when all of it is undone, those before the one that did not go through
 * can share another one, and only that one needs to be tried apart from them.
 */
final class Chunk<I> {

    private static final int NOT_BEGUN = -1;

    private final List<I> items;
    private int reached = NOT_BEGUN;

    Chunk(List<I> items) {
        this.items = items;
    }

    /** Works at one after the other; may be repeated after it was undone. */
    <R> List<R> each(Function<I, R> work) {
        return each(work, () -> true);
    }

    /** The same as long as there is time, at least for the first. */
    <R> List<R> each(Function<I, R> work, BooleanSupplier isTime) {
        List<R> results = new ArrayList<>();
        for (reached = 0; reached < items.size() && (reached == 0 || isTime.getAsBoolean()); reached++) {
            results.add(work.apply(items.get(reached)));
        }
        return results;
    }

    /** Whether it failed with its first item, so that the failure is what that one would meet alone. */
    boolean hasFailedAtFirst() {
        return reached == 0 || items.size() == 1;
    }

    /** Those that went through before one failed; none where nobody knows which one did, as at the commit. */
    List<I> before() {
        return reached > 0 && reached < items.size() ? items.subList(0, reached) : List.of();
    }
}
