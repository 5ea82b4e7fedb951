package io.projectexport.persistence.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.ratelimit.CallPermits;
import io.projectexport.export.ratelimit.CallQueue;
import io.projectexport.export.ratelimit.RateLimits;
import io.projectexport.persistence.OnH2;
import io.projectexport.persistence.OnPostgreSql;
import io.projectexport.persistence.RepositoryContract;
import io.projectexport.persistence.sql.FirstWriteWins;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class JdbcCallPermitsTest {

    @Nested
    @OnH2
    class On_h2 extends Contract {}

    @Nested
    @OnPostgreSql
    class On_postgresql extends Contract {}

    abstract static class Contract extends RepositoryContract {

        private static final Instant NOW = Instant.parse("2026-11-23T10:15:30Z");
        private static final Duration LONGEST_CALL = Duration.ofSeconds(70);

        @Autowired
        OrganisationLock lock;

        @Autowired
        FirstWriteWins firstWriteWins;

        @Autowired
        CallQueue queue;

        @Test
        void two_nodes_together_have_no_more_calls_at_a_time_than_allowed() throws Exception {
            CallPermits one = node(NOW, 60);
            CallPermits other = node(NOW, 60);
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

        private static boolean begins(CallPermits node) {
            return catchThrowableOfType(ExportFailure.class, node::acquire) == null;
        }

        @Test
        void who_is_one_too_many_waits_for_a_moment() {
            CallPermits node = node(NOW, 60);
            IntStream.range(0, 5).forEach(i -> node.acquire());

            ExportFailure failure = refusal(node);

            assertThat(failure.reason()).isEqualTo(ExportFailure.Reason.RATE_LIMITED);
            assertThat(failure.retryAt()).isEqualTo(NOW.plusSeconds(1));
            assertThat(failure.isNothingCreated()).isTrue();
            assertThat(failure).hasMessage("Waiting until fewer than 5 calls to Xero run at a time.");
        }

        @Test
        void a_call_that_has_ended_makes_room() {
            CallPermits node = node(NOW, 60);
            List<UUID> calls =
                    IntStream.range(0, 5).mapToObj(i -> node.acquire()).toList();

            node.release(calls.get(3));

            assertThat(begins(node)).isTrue();
            assertThat(begins(node)).isFalse();
        }

        @Test
        void calls_of_a_node_that_died_make_room_when_they_must_have_ended() {
            IntStream.range(0, 5).forEach(i -> node(NOW, 60).acquire());

            assertThat(begins(node(NOW.plus(LONGEST_CALL).minusMillis(1), 60))).isFalse();
            assertThat(begins(node(NOW.plus(LONGEST_CALL), 60))).isTrue();
        }

        @Test
        void no_minute_has_more_calls_than_allowed() {
            for (int second = 0; second < 3; second++) {
                CallPermits node = node(NOW.plusSeconds(second), 3);
                node.release(node.acquire());
            }

            ExportFailure failure = refusal(node(NOW.plusSeconds(59), 3));

            assertThat(failure.retryAt()).isEqualTo(NOW.plusSeconds(60));
            assertThat(failure).hasMessage("Waiting for a free slot within Xero's limit of 3 calls a minute.");
            assertThat(begins(node(NOW.plusSeconds(60), 3))).isTrue();
            assertThat(begins(node(NOW.plusSeconds(60), 3))).isFalse();
        }

        @Test
        void a_call_that_took_long_counts_for_a_minute_from_its_end() {
            UUID call = node(NOW, 1).acquire();
            node(NOW.plusSeconds(20), 1).release(call);

            assertThat(refusal(node(NOW.plusSeconds(70), 1)).retryAt()).isEqualTo(NOW.plusSeconds(80));
        }

        @Test
        void no_call_begins_while_xero_asked_for_a_pause() {
            queue.pause(new CallQueue.Pause(Instant.now().plusSeconds(600), "Xero's limit of the day."));

            assertThat(refusal(node(Instant.now(), 60))).hasMessage("Xero's limit of the day.");
            assertThat(begins(node(Instant.now().plusSeconds(601), 60))).isTrue();
        }

        @Test
        void a_call_is_known_to_others_while_the_caller_has_not_committed() {
            transaction.executeWithoutResult(outer -> {
                Collections.nCopies(5, node(NOW, 60)).forEach(CallPermits::acquire);
                outer.setRollbackOnly();
            });

            assertThat(begins(node(NOW, 60))).isFalse();
        }

        private static ExportFailure refusal(CallPermits node) {
            return catchThrowableOfType(ExportFailure.class, node::acquire);
        }

        private CallPermits node(Instant now, int callsPerMinute) {
            return new JdbcCallPermits(
                    jdbc,
                    lock,
                    firstWriteWins,
                    queue,
                    new RateLimits("organisation", callsPerMinute, 5, LONGEST_CALL),
                    Clock.fixed(now, ZoneOffset.UTC));
        }
    }
}
