package io.projectexport.export.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.permission.ActionRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InChunksTest {

    private final Undoing transactions = new Undoing();
    private final InChunks chunks = new InChunks(transactions);
    private Set<Integer> refused = Set.of();

    @Test
    void what_goes_through_shares_transactions_of_25() {
        assertThat(answers(60)).isEqualTo(IntStream.rangeClosed(1, 60).boxed().toList());
        assertThat(transactions.number).isEqualTo(3);
    }

    @Test
    void refused_ones_are_answered_in_their_place_and_leave_nothing_behind() {
        refused = Set.of(1, 7, 8, 26, 60);

        assertThat(answers(60))
                .isEqualTo(IntStream.rangeClosed(1, 60)
                        .map(item -> refused.contains(item) ? -item : item)
                        .boxed()
                        .toList());
        assertThat(transactions.done)
                .isEqualTo(IntStream.rangeClosed(1, 60)
                        .filter(item -> !refused.contains(item))
                        .boxed()
                        .toList());
    }

    @Test
    void one_refused_among_many_costs_the_others_two_transactions_more() {
        refused = Set.of(12);

        answers(25);

        assertThat(transactions.number)
                .as("1 to 25, 1 to 11, 12 as the first of others, 13 to 25")
                .isEqualTo(4);
    }

    @Test
    void each_has_a_transaction_where_nobody_knows_which_one_failed() {
        transactions.failingCommits = 1;

        assertThat(answers(5)).containsExactly(1, 2, 3, 4, 5);
        assertThat(transactions.done).containsExactly(1, 2, 3, 4, 5);
        assertThat(transactions.notes).containsExactly("5: commit");
    }

    @Test
    void nothing_is_noted_of_chunks_that_go_through() {
        answers(60);

        assertThat(transactions.notes).isEmpty();
    }

    private List<Integer> answers(int items) {
        return chunks.each(IntStream.rangeClosed(1, items).boxed().toList(), this::work, this::alone);
    }

    private int work(int item) {
        if (refused.contains(item)) {
            throw ActionRefused.conflict("No.");
        }
        transactions.done.add(item);
        return item;
    }

    private int alone(int item, Supplier<Integer> work) {
        try {
            return work.get();
        } catch (ActionRefused no) {
            return -item;
        }
    }

    private static final class Undoing implements OneTransaction {

        private final List<Integer> done = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private int number;
        private int failingCommits;

        @Override
        public <T> T of(Supplier<T> work) {
            List<Integer> before = List.copyOf(done);
            number++;
            try {
                T result = work.get();
                if (failingCommits-- > 0) {
                    throw new IllegalStateException("commit");
                }
                return result;
            } catch (RuntimeException undone) {
                done.clear();
                done.addAll(before);
                throw undone;
            }
        }

        @Override
        public void inParts(int parts, RuntimeException why) {
            notes.add(parts + ": " + why.getMessage());
        }
    }
}
