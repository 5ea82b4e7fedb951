package io.projectexport.persistence.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.projectexport.export.ratelimit.CallQueue;
import io.projectexport.export.ratelimit.CallQueue.Pause;
import io.projectexport.export.ratelimit.RateLimits;
import io.projectexport.persistence.OnH2;
import io.projectexport.persistence.OnPostgreSql;
import io.projectexport.persistence.RepositoryContract;
import io.projectexport.persistence.sql.FirstWriteWins;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assertj.core.data.TemporalUnitOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class JdbcCallQueueTest {

    @Nested
    @OnH2
    class On_h2 extends Contract {}

    @Nested
    @OnPostgreSql
    class On_postgresql extends Contract {

        @Test
        void two_nodes_together_stay_within_the_limit_of_any_minute() throws Exception {
            Instant begin = Instant.now();
            CallQueue other = node(Clock.systemUTC());
            List<Callable<Instant>> exports = IntStream.range(0, 150)
                    .mapToObj(i -> (Callable<Instant>) () -> (i % 2 == 0 ? queue : other).join(UUID.randomUUID()))
                    .toList();
            ExecutorService threads = Executors.newFixedThreadPool(8);
            List<Instant> given = new ArrayList<>();
            try {
                for (Future<Instant> place : threads.invokeAll(exports)) {
                    given.add(place.get());
                }
            } finally {
                threads.shutdownNow();
            }

            assertThat(given)
                    .allSatisfy(end -> assertThat(given.stream()
                                    .filter(place -> !place.isAfter(end))
                                    .filter(place -> place.isAfter(end.minusSeconds(60))))
                            .hasSizeLessThanOrEqualTo(60));
            Instant last = given.stream().max(Instant::compareTo).orElseThrow();
            // a burst of 2, and 58 a minute
            Duration all = INTERVAL.multipliedBy(150 - 2);
            assertThat(last)
                    .isBetween(begin.plus(all).minusSeconds(1), Instant.now().plus(all));
        }
    }

    abstract static class Contract extends RepositoryContract {

        static final Duration INTERVAL = Duration.ofMinutes(1).dividedBy(58);

        /** What a busy machine takes for its steps, and less than what the tests tell apart. */
        private static final TemporalUnitOffset TOLERANCE = within(8, ChronoUnit.SECONDS);

        @Autowired
        OrganisationLock lock;

        @Autowired
        FirstWriteWins firstWriteWins;

        @Autowired
        DataSource database;

        CallQueue queue;

        @BeforeEach
        void start_with_a_full_bucket() {
            queue = node(Clock.systemUTC());
        }

        @Test
        void who_comes_first_has_the_earlier_place() {
            Instant begin = Instant.now();
            List<Instant> given = Stream.generate(() -> queue.join(UUID.randomUUID()))
                    .limit(20)
                    .toList();

            assertThat(given).isSorted();
            assertThat(given.get(19)).isAfter(begin.plus(INTERVAL.multipliedBy(17)));
        }

        @Test
        void a_place_is_the_same_however_often_it_is_asked_for_and_is_paid_once() {
            useUpTheBurst();
            UUID export = UUID.randomUUID();
            Instant place = queue.join(export);

            for (int i = 0; i < 20; i++) {
                assertThat(queue.join(export)).isEqualTo(place);
            }

            assertThat(queue.join(UUID.randomUUID())).isCloseTo(place.plus(INTERVAL), TOLERANCE);
        }

        @Test
        void a_place_outlives_a_rollback_of_whoever_asked_for_it() {
            useUpTheBurst();
            UUID export = UUID.randomUUID();
            List<Instant> given = new ArrayList<>();

            transaction.executeWithoutResult(outer -> {
                given.add(queue.join(export));
                outer.setRollbackOnly();
            });

            assertThat(queue.join(export)).isEqualTo(given.get(0));
        }

        @Test
        void who_is_kept_waiting_by_another_limit_has_the_next_place_after_it_without_paying_again() {
            UUID export = UUID.randomUUID();
            Instant place = queue.join(export);
            Instant until = place.plusSeconds(40);

            queue.postpone(export, until);
            queue.postpone(export, place.plusSeconds(10));

            assertThat(queue.join(export)).isEqualTo(until);
            CallQueue atThatTime = node(Clock.offset(Clock.systemUTC(), Duration.ofSeconds(90)));
            assertThat(atThatTime.join(export)).isEqualTo(until);
        }

        @Test
        void who_has_left_gets_a_new_place() {
            useUpTheBurst();
            UUID export = UUID.randomUUID();
            Instant place = queue.join(export);

            queue.leave(export);

            assertThat(queue.join(export)).isAfter(place);
        }

        @Test
        void a_place_that_was_left_unused_for_long_is_paid_anew() {
            UUID export = UUID.randomUUID();
            Instant place = queue.join(export);
            CallQueue muchLater = node(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(30)));

            Instant renewed = muchLater.join(export);

            assertThat(renewed).isAfter(place.plus(Duration.ofMinutes(20)));
            assertThat(muchLater.join(export)).isEqualTo(renewed);
        }

        @Test
        void a_call_without_a_place_makes_everybody_wait_longer() {
            useUpTheBurst();
            UUID export = UUID.randomUUID();
            Instant before = queue.join(export);

            IntStream.range(0, 20).forEach(i -> queue.payExtraCall());

            Instant after = queue.join(export);
            assertThat(after).isCloseTo(before.plus(INTERVAL.multipliedBy(20)), within(2, ChronoUnit.MILLIS));
            assertThat(queue.join(UUID.randomUUID())).isCloseTo(after.plus(INTERVAL), TOLERANCE);
        }

        @Test
        void a_pause_is_known_to_all_nodes_and_moves_everybody_in_the_order_they_have() {
            useUpTheBurst();
            UUID first = UUID.randomUUID();
            UUID second = UUID.randomUUID();
            Instant firstPlace = queue.join(first);
            Instant secondPlace = queue.join(second);
            Instant begin = Instant.now();
            Pause pause = new Pause(begin.plusSeconds(600).truncatedTo(ChronoUnit.MILLIS), "Xero's limit of the day.");

            queue.pause(pause);

            CallQueue other = node(Clock.systemUTC());
            assertThat(other.lastPause()).contains(pause);
            assertThat(other.join(first)).isCloseTo(firstPlace.plusSeconds(600), TOLERANCE);
            assertThat(Duration.between(other.join(first), other.join(second)))
                    .isEqualTo(Duration.between(firstPlace, secondPlace));
            assertThat(queue.join(UUID.randomUUID())).isAfter(other.join(second).minus(Duration.ofSeconds(5)));
        }

        @Test
        void a_place_that_is_just_due_is_moved_as_well() {
            UUID export = UUID.randomUUID();
            Instant place = node(Clock.offset(Clock.systemUTC(), Duration.ofSeconds(-20)))
                    .join(export);

            queue.pause(new Pause(Instant.now().plusSeconds(600), "Xero's limit of the day."));

            assertThat(queue.join(export)).isCloseTo(place.plusSeconds(600), TOLERANCE);
        }

        @Test
        void of_two_pauses_the_longer_one_counts_once() {
            useUpTheBurst();
            UUID export = UUID.randomUUID();
            Instant place = queue.join(export);
            Instant begin = Instant.now();

            Stream.of(600, 300, 600, 700)
                    .map(begin::plusSeconds)
                    .forEach(until -> queue.pause(new Pause(until, "Xero's limit of the day.")));

            assertThat(queue.lastPause()).get().extracting(Pause::until).isEqualTo(until(begin, 700));
            assertThat(queue.join(export)).isCloseTo(place.plusSeconds(700), TOLERANCE);
        }

        private static Instant until(Instant begin, int seconds) {
            return begin.plusSeconds(seconds).truncatedTo(ChronoUnit.MICROS);
        }

        /** Another node on the same database. */
        CallQueue node(Clock clock) {
            return new JdbcCallQueue(
                    jdbc,
                    lock,
                    firstWriteWins,
                    database,
                    new RateLimits("organisation", 60, 5, Duration.ofSeconds(70)),
                    clock);
        }

        private void useUpTheBurst() {
            IntStream.range(0, 100).forEach(i -> queue.payExtraCall());
        }
    }
}
