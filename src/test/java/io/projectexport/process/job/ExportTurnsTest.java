package io.projectexport.process.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExportTurnsTest {

    private final ExportTurns turns = new ExportTurns(2);

    @Test
    void no_more_run_than_may_and_those_who_wait_are_called_in_their_order() {
        assertThat(turns.enter("first")).isTrue();
        assertThat(turns.enter("second")).isTrue();
        assertThat(turns.enter("third")).isFalse();
        assertThat(turns.enter("fourth")).isFalse();

        assertThat(turns.leave()).contains("third");
        assertThat(turns.leave()).contains("fourth");
    }

    @Test
    void turn_of_who_is_called_is_kept_from_those_who_come_meanwhile() {
        turns.enter("first");
        turns.enter("second");
        turns.enter("third");
        turns.leave();

        assertThat(turns.enter("late")).isFalse();
        assertThat(turns.isCalled("third")).isTrue();
        assertThat(turns.isCalled("third")).as("once").isFalse();
        assertThat(turns.isCalled("late")).isFalse();
    }

    @Test
    void turns_that_are_over_are_free_again() {
        turns.enter("first");
        turns.enter("second");

        assertThat(turns.leave()).isEmpty();
        assertThat(turns.leave()).isEmpty();

        assertThat(turns.enter("third")).isTrue();
        assertThat(turns.enter("fourth")).isTrue();
        assertThat(turns.enter("fifth")).isFalse();
    }

    @Test
    void those_who_wait_when_the_node_stops_have_no_turn_any_more() {
        turns.enter("first");
        turns.enter("second");
        turns.enter("third");

        assertThat(turns.giveUp()).containsExactly("third");
        assertThat(turns.leave()).isEmpty();
    }
}
