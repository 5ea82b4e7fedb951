package io.projectexport.export.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InChunksTest {

    private final List<String> notes = new ArrayList<>();

    private final InChunks chunks = new InChunks(new OneTransaction() {

        @Override
        public <T> T of(Supplier<T> work) {
            return work.get();
        }

        @Override
        public void inParts(int parts, RuntimeException why) {
            notes.add(parts + ": " + why.getMessage());
        }
    });

    @Test
    void why_a_chunk_was_undone_is_noted_once_whatever_becomes_of_its_parts() {
        int[] tries = {0};

        List<String> results = each(item -> {
            if (item == 3 && tries[0]++ == 0) {
                throw new IllegalStateException("a passing fault");
            }
            return "done " + item;
        });

        assertThat(results).hasSize(30).allMatch(result -> result.startsWith("done"));
        assertThat(notes).containsExactly("25: a passing fault");
    }

    @Test
    void nothing_is_noted_of_chunks_that_go_through() {
        assertThat(each(item -> "done " + item)).hasSize(30);
        assertThat(notes).isEmpty();
    }

    private List<String> each(Function<Integer, String> work) {
        return chunks.each(
                IntStream.range(0, 30).boxed().toList(), work, (Integer item, Supplier<String> alone) -> alone.get());
    }
}
