package io.projectexport.export.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Carries out what somebody asks for in one call, in its order: some in one transaction as long as all of them go through, which saves a
 * commit for each; otherwise each alone, so that each has its own answer.
 */
@Component
public class InChunks {

    private static final int CHUNK = 25;

    private final OneTransaction transaction;

    public InChunks(OneTransaction transaction) {
        this.transaction = transaction;
    }

    /**
     * The results in the order of the items.
     *
     * @param work what is done with an item; may be done once more after it was undone
     * @param alone the answer for an item whose work must not stop the others, which it is given to do
     */
    public <I, R> List<R> each(List<I> items, Function<I, R> work, BiFunction<I, Supplier<R>, R> alone) {
        List<R> results = new ArrayList<>();
        for (int from = 0; from < items.size(); from += CHUNK) {
            List<I> chunk = items.subList(from, Math.min(from + CHUNK, items.size()));
            results.addAll(chunk.size() == 1 ? oneByOne(chunk, work, alone) : together(chunk, work, alone));
        }
        return results;
    }

    private <I, R> List<R> together(List<I> chunk, Function<I, R> work, BiFunction<I, Supplier<R>, R> alone) {
        try {
            return transaction.of(() -> chunk.stream().map(work).toList());
        } catch (RuntimeException undone) {
            // whose fault it is, and what is said about it, comes out one by one
            transaction.inParts(chunk.size(), undone);
            return oneByOne(chunk, work, alone);
        }
    }

    private static <I, R> List<R> oneByOne(List<I> chunk, Function<I, R> work, BiFunction<I, Supplier<R>, R> alone) {
        return chunk.stream()
                .map(item -> alone.apply(item, () -> work.apply(item)))
                .toList();
    }
}
