package io.projectexport.export.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Carries out what somebody asks for in one call, in its order: some in one transaction as long as all of them go through, which saves a
 * commit for each. One that does not go through has an answer of its own, and those before and after it share transactions without it.
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
        while (results.size() < items.size()) {
            int from = results.size();
            List<I> chunk = items.subList(from, Math.min(from + CHUNK, items.size()));
            results.addAll(chunk.size() == 1 ? oneByOne(chunk, work, alone) : together(chunk, work, alone));
        }
        return results;
    }

    private <I, R> List<R> together(List<I> items, Function<I, R> work, BiFunction<I, Supplier<R>, R> alone) {
        Chunk<I> chunk = new Chunk<>(items);
        try {
            return transaction.of(() -> chunk.each(work));
        } catch (RuntimeException undone) {
            if (chunk.hasFailedAtFirst()) {
                return List.of(alone.apply(items.get(0), () -> {
                    throw undone;
                }));
            }
            transaction.inParts(items.size(), undone);
            return chunk.before().isEmpty() ? oneByOne(items, work, alone) : together(chunk.before(), work, alone);
        }
    }

    private static <I, R> List<R> oneByOne(List<I> chunk, Function<I, R> work, BiFunction<I, Supplier<R>, R> alone) {
        return chunk.stream()
                .map(item -> alone.apply(item, () -> work.apply(item)))
                .toList();
    }
}
