package io.projectexport.persistence.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.DURATION;

import io.projectexport.export.ratelimit.CallQueue;
import io.projectexport.export.ratelimit.CallQueue.Pause;
import io.projectexport.export.ratelimit.RateLimits;
import io.projectexport.persistence.OnH2;
import io.projectexport.persistence.OnPostgreSql;
import io.projectexport.persistence.RepositoryContract;
import io.projectexport.persistence.sql.SqlValues;
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
import org.assertj.core.api.Assertions;
import org.assertj.core.data.TemporalUnitOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class JdbcCallQueueTest {

    @Nested
    @OnH2
    class On_h2 extends Contract {}

    @Nested
    @OnPostgreSql
    class On_postgresql extends Contract {

        @Test
        void two_nodes_whose_clocks_differ_together_stay_within_the_limit_of_any_minute() throws Exception {
            Instant begin = Instant.now();
            LimitedNode fast = node(wrong(2));
            LimitedNode slow = node(wrong(-2));
            List<Callable<Instant>> exports = IntStream.range(0, 150)
                    .mapToObj(i -> (Callable<Instant>) () -> turn(i % 2 == 0 ? fast : slow, UUID.randomUUID()))
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

        @ParameterizedTest(name = "{0} h")
        @ValueSource(ints = {2, -2})
        void a_place_lasts_as_long_on_a_node_whose_clock_is_wrong_as_on_any_other(int hours) {
            useUpTheBurst();
            UUID export = UUID.randomUUID();
            Duration wait = node(wrong(hours)).left(export);

            assertThat(node.left(export)).isCloseTo(wait, TOLERANCE);
            assertThat(node(wrong(-hours)).left(export)).isCloseTo(wait, TOLERANCE);
            assertThat(node.left(UUID.randomUUID())).isCloseTo(wait.plus(INTERVAL), TOLERANCE);
        }

        @ParameterizedTest(name = "{0} h")
        @ValueSource(ints = {2, -2})
        void a_pause_that_a_node_with_a_wrong_clock_notes_is_as_long_as_it_has_to_be(int hours) {
            node(wrong(hours)).queue().pause(new Pause(Duration.ofSeconds(600), "Xero's limit of the day."));

            assertThat(queue.currentPause())
                    .get()
                    .extracting(Pause::left, DURATION)
                    .isCloseTo(Duration.ofSeconds(600), TOLERANCE);
            pass(Duration.ofSeconds(600));
            assertThat(queue.currentPause()).isEmpty();
            assertThat(node(wrong(-hours)).queue().currentPause()).isEmpty();
        }

        private static Clock wrong(int hours) {
            return Clock.offset(Clock.systemUTC(), Duration.ofHours(hours));
        }
    }

    abstract static class Contract extends RepositoryContract {

        static final Duration INTERVAL = Duration.ofMinutes(1).dividedBy(58);

        /** What a busy machine takes for its steps, and less than what the tests tell apart. */
        static final Duration TOLERANCE = Duration.ofSeconds(8);

        @Autowired
        DataSource database;

        LimitedNode node;
        CallQueue queue;

        @BeforeEach
        void start() {
            node = node(Clock.systemUTC());
            queue = node.queue();
        }

        @Test
        void who_comes_first_has_the_earlier_place() {
            Instant begin = Instant.now();
            List<Instant> given = Stream.generate(() -> turn(node, UUID.randomUUID()))
                    .limit(20)
                    .toList();

            assertThat(given).isSorted();
            assertThat(given.get(19)).isAfter(begin.plus(INTERVAL.multipliedBy(17)));
        }

        @Test
        void a_place_is_the_same_however_often_it_is_asked_for_and_is_paid_once() {
            useUpTheBurst();
            UUID export = UUID.randomUUID();
            Instant place = turn(node, export);

            for (int i = 0; i < 20; i++) {
                assertThat(turn(node, export)).isEqualTo(place);
            }

            assertThat(turn(node, UUID.randomUUID())).isCloseTo(place.plus(INTERVAL), within(TOLERANCE));
        }

        @Test
        void a_place_is_so_long_from_now_as_is_left_until_then() {
            useUpTheBurst();
            UUID export = UUID.randomUUID();
            CallQueue.Turn waiting = node.join(export);
            assertThat(waiting.why()).isEqualTo("Waiting for a free slot within Xero's limit of 60 calls a minute.");
            Duration wait = waiting.left();

            pass(Duration.ofSeconds(30));

            assertThat(node.left(export)).isCloseTo(wait.minusSeconds(30), TOLERANCE);
            pass(wait.minusSeconds(20));
            assertThat(node.join(export).permit()).isNotNull();
        }

        @Test
        void a_place_outlives_a_rollback_of_whoever_asked_for_it() {
            useUpTheBurst();
            UUID export = UUID.randomUUID();
            List<Instant> given = new ArrayList<>();

            transaction.executeWithoutResult(outer -> {
                given.add(turn(node, export));
                outer.setRollbackOnly();
            });

            assertThat(turn(node, export)).isEqualTo(given.get(0));
        }

        @Test
        void who_is_kept_waiting_by_another_limit_has_the_next_place_after_it_without_paying_again() {
            UUID export = UUID.randomUUID();
            assertThat(node.left(export)).isZero();
            useUpTheBurst();

            queue.postpone(export, Duration.ofSeconds(40));
            queue.postpone(export, Duration.ofSeconds(10));

            assertThat(node.left(export)).isCloseTo(Duration.ofSeconds(40), TOLERANCE);
            // at that time, and as late as a place may be used
            pass(Duration.ofSeconds(90));
            assertThat(node.left(export)).isZero();
        }

        @Test
        void who_is_one_call_too_many_waits_for_a_moment_and_keeps_its_place() {
            IntStream.range(0, 5).forEach(i -> node.permits().acquire());
            UUID export = UUID.randomUUID();
            queue.postpone(export, Duration.ofSeconds(-1));

            CallQueue.Turn turn = node.join(export);

            assertThat(turn.permit()).isNull();
            assertThat(turn.left()).isEqualTo(Duration.ofSeconds(1));
            assertThat(turn.why()).isEqualTo("Waiting until fewer than 5 calls to Xero run at a time.");
            pass(LimitedNode.LONGEST_CALL);
            assertThat(turn(node, export)).isAfter(Instant.now());
            pass(Duration.ofMinutes(1));
            assertThat(node.join(export).permit()).isNotNull();
        }

        @Test
        void who_has_had_its_turn_pays_for_the_next_one() {
            useUpTheBurst();
            UUID export = UUID.randomUUID();
            pass(node.left(export));
            assertThat(node.left(export)).isZero();

            assertThat(node.left(export)).isGreaterThan(Duration.ofSeconds(60));
        }

        @Test
        void a_turn_that_comes_at_once_stores_no_place() {
            assertThat(node.left(UUID.randomUUID())).isZero();

            assertThat(jdbc.sql("select count(*) from xero_place")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }

        @Test
        void a_place_that_was_left_unused_for_long_is_paid_anew() {
            useUpTheBurst();
            UUID export = UUID.randomUUID();
            Instant place = turn(node, export);
            pass(Duration.ofMinutes(30));

            Instant renewed = turn(node, export);

            assertThat(renewed).isAfter(place.minus(Duration.ofMinutes(10)));
            assertThat(turn(node, export)).isEqualTo(renewed);
        }

        @Test
        void a_call_without_a_place_makes_everybody_wait_longer() {
            useUpTheBurst();
            UUID export = UUID.randomUUID();
            Instant before = turn(node, export);

            IntStream.range(0, 20)
                    .forEach(i -> node.permits().release(node.permits().acquire()));

            Instant after = turn(node, export);
            assertThat(after).isCloseTo(before.plus(INTERVAL.multipliedBy(20)), within(2, ChronoUnit.MILLIS));
            assertThat(turn(node, UUID.randomUUID())).isCloseTo(after.plus(INTERVAL), within(TOLERANCE));
        }

        @Test
        void a_pause_is_known_to_all_nodes_and_moves_everybody_in_the_order_they_have() {
            useUpTheBurst();
            UUID first = UUID.randomUUID();
            UUID second = UUID.randomUUID();
            Instant firstPlace = turn(node, first);
            Instant secondPlace = turn(node, second);

            queue.pause(new Pause(Duration.ofSeconds(600), "Xero's limit of the day."));

            LimitedNode other = node(Clock.systemUTC());
            assertThat(other.queue().currentPause()).hasValueSatisfying(pause -> {
                assertThat(pause.left()).isCloseTo(Duration.ofSeconds(600), TOLERANCE);
                assertThat(pause.why()).isEqualTo("Xero's limit of the day.");
            });
            assertThat(turn(other, first)).isCloseTo(firstPlace.plusSeconds(600), within(TOLERANCE));
            assertThat(Duration.between(turn(other, first), turn(other, second)))
                    .isEqualTo(Duration.between(firstPlace, secondPlace));
            assertThat(turn(node, UUID.randomUUID()))
                    .isAfter(turn(other, second).minus(Duration.ofSeconds(5)));
        }

        @Test
        void a_place_that_is_just_due_is_moved_as_well() {
            useUpTheBurst();
            UUID export = UUID.randomUUID();
            pass(node.left(export).plusSeconds(20));
            Instant place = place(export);

            queue.pause(new Pause(Duration.ofSeconds(600), "Xero's limit of the day."));

            assertThat(place(export)).isCloseTo(place.plusSeconds(600), within(TOLERANCE));
        }

        @Test
        void of_two_pauses_the_longer_one_counts_once() {
            useUpTheBurst();
            UUID export = UUID.randomUUID();
            Instant place = turn(node, export);

            Stream.of(600, 300, 600, 700)
                    .map(Duration::ofSeconds)
                    .forEach(left -> queue.pause(new Pause(left, "Xero's limit of the day.")));

            assertThat(queue.currentPause())
                    .get()
                    .extracting(Pause::left, DURATION)
                    .isCloseTo(Duration.ofSeconds(700), TOLERANCE);
            assertThat(turn(node, export)).isCloseTo(place.plusSeconds(700), within(TOLERANCE));
        }

        @Test
        void a_pause_that_a_wrong_clock_left_behind_does_not_count() {
            queue.pause(new Pause(Duration.ofSeconds(600), "Xero's limit of the day."));
            // by the node of an earlier release, and by a database whose clock was set back since
            for (String stamp : List.of("null", "paused_until")) {
                jdbc.sql("update xero_organisation set paused_until = ?, paused_at = " + stamp)
                        .param(SqlValues.timestamp(Instant.now().plus(Duration.ofDays(300))))
                        .update();
                jdbc.sql("update xero_organisation set paused_at = " + stamp).update();

                assertThat(queue.currentPause()).isEmpty();
            }

            queue.pause(new Pause(Duration.ofSeconds(30), "Xero's limit of the minute."));

            assertThat(queue.currentPause())
                    .get()
                    .extracting(Pause::left, DURATION)
                    .isCloseTo(Duration.ofSeconds(30), TOLERANCE);
        }

        @Test
        void a_place_that_a_wrong_clock_left_behind_is_paid_anew() {
            UUID export = UUID.randomUUID();
            for (String stamp : List.of("null", "place_at")) {
                queue.postpone(export, Duration.ofSeconds(30));
                jdbc.sql("update xero_place set place_at = ?")
                        .param(SqlValues.timestamp(Instant.now().plus(Duration.ofHours(2))))
                        .update();
                jdbc.sql("update xero_place set given_at = " + stamp).update();

                assertThat(node.left(export)).isLessThan(TOLERANCE);
                assertThat(turn(node, export)).isBefore(Instant.now().plus(TOLERANCE));
            }
        }

        @Test
        void a_bucket_that_a_wrong_clock_left_behind_does_not_count() {
            useUpTheBurst();
            assertThat(node.left(UUID.randomUUID())).isGreaterThan(Duration.ofSeconds(60));

            // as by a database whose clock was set back since
            jdbc.sql("update xero_organisation set bucket_at = ?")
                    .param(SqlValues.timestamp(Instant.now().plus(Duration.ofHours(2))))
                    .update();

            assertThat(node.left(UUID.randomUUID())).isZero();
        }

        @ParameterizedTest
        @ValueSource(ints = {30, 600})
        void what_others_have_taken_in_advance_is_as_much_time_for_a_node_with_another_limit(int callsPerMinute) {
            useUpTheBurst();
            Duration wait = node.left(UUID.randomUUID());

            LimitedNode other = LimitedNode.of(database, callsPerMinute, 5);

            assertThat(other.left(UUID.randomUUID())).isCloseTo(wait, Duration.ofSeconds(20));
        }

        /** From when on this export may call, by the database's clock; it has its turn if that is now. */
        Instant turn(LimitedNode node, UUID export) {
            Duration wait = node.left(export);
            if (wait.isZero()) {
                return Instant.now();
            }
            Instant turn = place(export);
            assertThat(turn).isCloseTo(Instant.now().plus(wait), within(TOLERANCE));
            return turn;
        }

        Instant place(UUID export) {
            return jdbc.sql("select place_at from xero_place where export_id = ?")
                    .param(export)
                    .query((row, number) -> SqlValues.instant(row, "place_at"))
                    .single();
        }

        int calls() {
            return jdbc.sql("select count(*) from xero_call")
                    .query(Integer.class)
                    .single();
        }

        /** Another node on the same database. */
        LimitedNode node(Clock clock) {
            return LimitedNode.of(database, new RateLimits("organisation", 60, 5, LimitedNode.LONGEST_CALL), clock);
        }

        void useUpTheBurst() {
            node.useUp(100);
        }

        static TemporalUnitOffset within(Duration tolerance) {
            return Assertions.within(tolerance.toMillis(), ChronoUnit.MILLIS);
        }

        static TemporalUnitOffset within(long value, ChronoUnit unit) {
            return Assertions.within(value, unit);
        }
    }
}
