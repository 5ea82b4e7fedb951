package io.projectexport.export.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RecentReadingTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-28T09:00:00Z"));
    private final AtomicInteger asked = new AtomicInteger();
    private final RecentReading<Integer> reading = new RecentReading<>(asked::incrementAndGet, now::get);

    @Test
    void many_gauges_cost_one_question_in_ten_seconds() {
        assertThat(reading.figure(Integer::doubleValue)).isEqualTo(1);
        pass(10);
        assertThat(reading.figure(Integer::doubleValue)).isEqualTo(1);
        pass(1);
        assertThat(reading.figure(Integer::doubleValue)).isEqualTo(2);
    }

    private void pass(long seconds) {
        now.updateAndGet(before -> before.plusSeconds(seconds));
    }

    @Test
    void what_cannot_be_read_is_no_number_and_is_asked_once_as_well() {
        RecentReading<Integer> broken = new RecentReading<>(
                () -> {
                    asked.incrementAndGet();
                    throw new IllegalStateException("no database");
                },
                now::get);

        assertThat(broken.figure(Integer::doubleValue)).isNaN();
        assertThat(broken.figure(Integer::doubleValue)).isNaN();
        assertThat(asked).hasValue(1);
    }
}
