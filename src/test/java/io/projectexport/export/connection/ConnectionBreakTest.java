package io.projectexport.export.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectionBreakTest {

    private static final Instant NINE = Instant.parse("2026-11-28T09:00:00Z");

    private final ConnectionBreak broken = ConnectionBreak.refused(Optional.empty(), "invalid_client", NINE);

    private static Instant after(Duration time) {
        return NINE.plus(time);
    }

    @Test
    void many_refusals_are_one_break_with_the_last_reason() {
        ConnectionBreak later =
                ConnectionBreak.refused(Optional.of(broken.telling(true)), "not connected", after(Duration.ofDays(1)));

        assertThat(later.since()).isEqualTo(NINE);
        assertThat(later.why()).isEqualTo("not connected");
        assertThat(later.isToBeTold(after(Duration.ofDays(1)))).isFalse();
    }

    @Test
    void a_refusal_right_after_reading_worked_is_the_same_break_of_which_nobody_is_told_twice() {
        ConnectionBreak recovering = broken.telling(true).worked(false, after(Duration.ofMinutes(1)));
        assertThat(recovering.isBroken()).isFalse();

        ConnectionBreak again =
                ConnectionBreak.refused(Optional.of(recovering), "no role", after(Duration.ofMinutes(2)));

        assertThat(again.since()).isEqualTo(NINE);
        assertThat(again.isToBeTold(after(Duration.ofMinutes(2)))).isFalse();
    }

    @Test
    void a_refusal_after_a_job_was_created_or_after_a_while_is_another_break() {
        ConnectionBreak told = broken.telling(true);
        ConnectionBreak created = told.worked(false, NINE).worked(true, after(Duration.ofMinutes(1)));
        ConnectionBreak quiet = told.worked(false, NINE);

        assertThat(ConnectionBreak.refused(Optional.of(created), "again", after(Duration.ofMinutes(2)))
                        .isToBeTold(after(Duration.ofMinutes(2))))
                .isTrue();
        assertThat(ConnectionBreak.refused(Optional.of(quiet), "again", after(Duration.ofMinutes(16)))
                        .since())
                .isEqualTo(after(Duration.ofMinutes(16)));
    }

    @Test
    void what_recovers_is_forgotten_once_a_job_was_created_or_after_a_while() {
        ConnectionBreak told = broken.telling(true);

        assertThat(told.isPast(after(Duration.ofDays(9)))).as("broken").isFalse();
        assertThat(told.worked(false, NINE).isPast(after(Duration.ofMinutes(14))))
                .isFalse();
        assertThat(told.worked(false, NINE).isPast(after(Duration.ofMinutes(16))))
                .isTrue();
        assertThat(told.worked(true, NINE).isPast(NINE)).isTrue();
    }

    @Test
    void a_node_that_died_while_it_told_is_made_up_for() {
        ConnectionBreak telling = broken.telling(NINE);

        assertThat(telling.isToBeTold(after(Duration.ofMinutes(1)))).isFalse();
        assertThat(telling.isToBeTold(after(Duration.ofMinutes(6)))).isTrue();
        assertThat(telling.telling(false).isToBeTold(after(Duration.ofMinutes(1))))
                .isTrue();
    }

    @Test
    void xero_is_asked_once_a_minute_and_seldom_after_an_hour() {
        assertThat(broken.isToBeLookedAt(NINE)).isTrue();
        assertThat(broken.looked(NINE).isToBeLookedAt(after(Duration.ofSeconds(30))))
                .isFalse();
        assertThat(broken.looked(NINE).isToBeLookedAt(after(Duration.ofMinutes(1))))
                .isTrue();

        Instant hours = after(Duration.ofHours(2));
        assertThat(broken.looked(hours).isToBeLookedAt(hours.plusSeconds(60))).isFalse();
        assertThat(broken.looked(hours).isToBeLookedAt(hours.plusSeconds(300))).isTrue();
    }
}
