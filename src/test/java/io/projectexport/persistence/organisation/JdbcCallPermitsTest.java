package io.projectexport.persistence.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.ratelimit.CallPermits;
import io.projectexport.export.ratelimit.CallQueue;
import io.projectexport.export.ratelimit.RateLimits;
import io.projectexport.persistence.OnH2;
import io.projectexport.persistence.OnPostgreSql;
import io.projectexport.persistence.RepositoryContract;
import io.projectexport.persistence.sql.SqlValues;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.assertj.core.data.TemporalUnitOffset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class JdbcCallPermitsTest {

    @Nested
    @OnH2
    class On_h2 extends Contract {}

    @Nested
    @OnPostgreSql
    class On_postgresql extends Contract {

        @ParameterizedTest(name = "{0} h")
        @ValueSource(ints = {2, -2})
        void a_call_of_a_node_whose_clock_is_wrong_counts_for_as_long_as_any_other(int hours) {
            IntStream.range(0, 5).forEach(i -> node(wrong(hours), 60).acquire());
            assertThat(begins(node(60))).isFalse();
            assertThat(begins(node(wrong(hours), 60))).isFalse();

            pass(LONGEST_CALL);

            assertThat(begins(node(60))).isTrue();
            assertThat(begins(node(wrong(hours), 60))).isTrue();
        }

        @ParameterizedTest(name = "{0} h")
        @ValueSource(ints = {2, -2})
        void a_node_whose_clock_is_wrong_ends_its_calls_now(int hours) {
            List<UUID> calls =
                    IntStream.range(0, 5).mapToObj(i -> node(60).acquire()).toList();

            node(wrong(hours), 60).release(calls.get(0));

            assertThat(begins(node(60))).isTrue();
            assertThat(begins(node(60))).isFalse();
        }

        @ParameterizedTest(name = "{0} h")
        @ValueSource(ints = {2, -2})
        void who_waits_is_told_until_when_by_the_clock_of_its_own_node(int hours) {
            IntStream.range(0, 5).forEach(i -> node(60).acquire());
            queue.pause(new CallQueue.Pause(Duration.ofSeconds(600), "Xero's limit of the day."));

            Instant retryAt = refusal(node(wrong(hours), 60)).retryAt();

            assertThat(retryAt).isCloseTo(wrong(hours).instant().plusSeconds(600), TOLERANCE);
        }

        private static Clock wrong(int hours) {
            return Clock.offset(Clock.systemUTC(), Duration.ofHours(hours));
        }
    }

    abstract static class Contract extends RepositoryContract {

        static final Duration LONGEST_CALL = LimitedNode.LONGEST_CALL;

        /** What a busy machine takes for its steps, and less than what the tests tell apart. */
        static final TemporalUnitOffset TOLERANCE = within(8, ChronoUnit.SECONDS);

        @Autowired
        CallQueue queue;

        @Autowired
        DataSource database;

        @Test
        void two_nodes_together_have_no_more_calls_at_a_time_than_allowed() throws Exception {
            CallPermits one = node(60);
            CallPermits other = node(60);
            ExecutorService threads = Executors.newFixedThreadPool(8);
            int begun = 0;
            try {
                List<Callable<Boolean>> tries = IntStream.range(0, 20)
                        .mapToObj(i -> (Callable<Boolean>) () -> begins(i % 2 == 0 ? one : other))
                        .toList();
                for (Future<Boolean> tried : threads.invokeAll(tries)) {
                    begun += tried.get() ? 1 : 0;
                }
            } finally {
                threads.shutdownNow();
            }
            assertThat(begun).isEqualTo(5);
        }

        static boolean begins(CallPermits node) {
            return catchThrowableOfType(ExportFailure.class, node::acquire) == null;
        }

        @Test
        void who_is_one_too_many_waits_for_a_moment() {
            CallPermits node = node(60);
            IntStream.range(0, 5).forEach(i -> node.acquire());

            Instant before = Instant.now();
            ExportFailure failure = refusal(node);

            assertThat(failure.reason()).isEqualTo(ExportFailure.Reason.RATE_LIMITED);
            assertThat(failure.retryAt())
                    .isBetween(before.plusSeconds(1), Instant.now().plusSeconds(1));
            assertThat(failure.isNothingCreated()).isTrue();
            assertThat(failure).hasMessage("Waiting until fewer than 5 calls to Xero run at a time.");
        }

        @Test
        void a_call_that_has_ended_makes_room() {
            CallPermits node = node(60);
            List<UUID> calls =
                    IntStream.range(0, 5).mapToObj(i -> node.acquire()).toList();

            node.release(calls.get(3));

            assertThat(begins(node)).isTrue();
            assertThat(begins(node)).isFalse();
        }

        @Test
        void calls_of_a_node_that_died_make_room_when_they_must_have_ended() {
            IntStream.range(0, 5).forEach(i -> node(60).acquire());

            pass(LONGEST_CALL.minusSeconds(20));
            assertThat(begins(node(60))).isFalse();

            pass(Duration.ofSeconds(20));
            assertThat(begins(node(60))).isTrue();
        }

        @Test
        void calls_that_end_later_than_any_call_can_were_noted_by_a_wrong_clock_and_do_not_count() {
            for (Duration ahead : List.of(Duration.ofMinutes(3), Duration.ofHours(2), Duration.ofDays(300))) {
                IntStream.range(0, 5).forEach(i -> note(ahead));
            }

            assertThat(begins(node(60))).isTrue();

            assertThat(jdbc.sql("select count(*) from xero_call")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        }

        @Test
        void calls_of_another_organisation_are_left_alone() {
            note(Duration.ofHours(2));
            jdbc.sql("update xero_call set organisation = 'another'").update();

            node(60).acquire();

            assertThat(jdbc.sql("select count(*) from xero_call")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(2);
        }

        /** As a node would whose clock is ahead. */
        private void note(Duration ahead) {
            jdbc.sql("insert into xero_call (id, organisation, ends_at) values (?, 'organisation', ?)")
                    .params(UUID.randomUUID(), SqlValues.timestamp(Instant.now().plus(ahead)))
                    .update();
        }

        @Test
        void no_minute_has_more_calls_than_allowed() {
            CallPermits node = node(3);
            for (int second = 0; second < 3; second++) {
                node.release(node.acquire());
                pass(Duration.ofSeconds(10));
            }

            ExportFailure failure = refusal(node);

            assertThat(failure.retryAt()).isCloseTo(Instant.now().plusSeconds(30), TOLERANCE);
            assertThat(failure).hasMessage("Waiting for a free slot within Xero's limit of 3 calls a minute.");
            pass(Duration.ofSeconds(31));
            assertThat(begins(node)).isTrue();
            assertThat(begins(node)).isFalse();
        }

        @Test
        void a_call_that_took_long_counts_for_a_minute_from_its_end() {
            UUID call = node(1).acquire();
            pass(Duration.ofSeconds(20));
            node(1).release(call);
            pass(Duration.ofSeconds(45));

            assertThat(refusal(node(1)).retryAt()).isCloseTo(Instant.now().plusSeconds(15), TOLERANCE);
        }

        @Test
        void no_call_begins_while_xero_asked_for_a_pause() {
            queue.pause(new CallQueue.Pause(Duration.ofSeconds(600), "Xero's limit of the day."));

            assertThat(refusal(node(60))).hasMessage("Xero's limit of the day.");
            pass(Duration.ofSeconds(601));
            assertThat(begins(node(60))).isTrue();
        }

        @Test
        void a_call_is_known_to_others_while_the_caller_has_not_committed() {
            transaction.executeWithoutResult(outer -> {
                Collections.nCopies(5, node(60)).forEach(CallPermits::acquire);
                outer.setRollbackOnly();
            });

            assertThat(begins(node(60))).isFalse();
        }

        static ExportFailure refusal(CallPermits node) {
            return catchThrowableOfType(ExportFailure.class, node::acquire);
        }

        CallPermits node(int callsPerMinute) {
            return node(Clock.systemUTC(), callsPerMinute);
        }

        CallPermits node(Clock clock, int callsPerMinute) {
            return LimitedNode.of(database, new RateLimits("organisation", callsPerMinute, 5, LONGEST_CALL), clock)
                    .permits();
        }
    }
}
