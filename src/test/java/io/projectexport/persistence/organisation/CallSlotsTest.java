package io.projectexport.persistence.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.persistence.CountedStatements;
import io.projectexport.persistence.OnH2;
import io.projectexport.persistence.OnPostgreSql;
import io.projectexport.persistence.RepositoryContract;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CallSlotsTest {

    @Nested
    @OnH2
    class On_h2 extends Contract {}

    @Nested
    @OnPostgreSql
    class On_postgresql extends Contract {}

    abstract static class Contract extends RepositoryContract {

        @Autowired
        DataSource database;

        private HikariDataSource pool;

        @BeforeEach
        void start() {
            pool = new HikariDataSource();
            pool.setDataSource(database);
        }

        @AfterEach
        void stop() {
            pool.close();
        }

        @Test
        void at_each_moment_of_a_random_schedule_exactly_those_calls_may_begin_for_which_there_is_room() {
            long seed = Long.getLong("seed", System.nanoTime());
            System.out.println("Schedule of calls with -Dseed=" + seed);

            new CallSchedule(pool, seed).run(400);
        }

        @Test
        void many_threads_on_two_nodes_together_use_up_a_minute_and_no_more() throws Exception {
            List<LimitedNode> nodes = List.of(LimitedNode.of(pool, 30, 5), LimitedNode.of(pool, 30, 5));
            AtomicInteger running = new AtomicInteger();
            List<Callable<Integer>> tries = IntStream.range(0, 8)
                    .mapToObj(i -> (Callable<Integer>) () -> IntStream.range(0, 40)
                            .map(j -> isMade(nodes.get(i % 2), running) ? 1 : 0)
                            .sum())
                    .toList();
            int made = 0;
            ExecutorService threads = Executors.newFixedThreadPool(8);
            try {
                for (Future<Integer> part : threads.invokeAll(tries)) {
                    made += part.get();
                }
            } finally {
                threads.shutdownNow();
            }

            assertThat(made).isEqualTo(30);
            assertThat(calls()).isEqualTo(30);
        }

        private static boolean isMade(LimitedNode node, AtomicInteger running) {
            return permit(node)
                    .map(call -> {
                        assertThat(running.incrementAndGet()).isLessThanOrEqualTo(5);
                        running.decrementAndGet();
                        node.permits().release(call);
                        return call;
                    })
                    .isPresent();
        }

        static Optional<UUID> permit(LimitedNode node) {
            try {
                return Optional.of(node.permits().acquire());
            } catch (ExportFailure full) {
                return Optional.empty();
            }
        }

        @Test
        void the_table_has_no_more_rows_than_the_limit_has_calls_and_those_of_a_higher_one_go() {
            LimitedNode node = LimitedNode.of(pool, 20, 5);
            IntStream.range(0, 20)
                    .forEach(i -> node.permits().release(node.permits().acquire()));
            for (int round = 0; round < 30; round++) {
                pass(Duration.ofSeconds(70));
                IntStream.range(0, 3)
                        .forEach(i -> node.permits().release(node.permits().acquire()));
                assertThat(calls()).isEqualTo(20);
            }

            pass(Duration.ofSeconds(70));
            LimitedNode.of(pool, 4, 5).permits().acquire();

            assertThat(calls()).isEqualTo(1);
        }

        private int calls() {
            return jdbc.sql("select count(*) from xero_call")
                    .query(Integer.class)
                    .single();
        }

        @Test
        void a_turn_and_a_call_take_as_few_statements_among_thousands_of_calls_as_they_do_alone() {
            CountedStatements counted = new CountedStatements(pool);
            LimitedNode node = LimitedNode.of(counted, 100_000, 50);
            node.join(UUID.randomUUID());
            UUID waiting = UUID.randomUUID();
            UUID due = UUID.randomUUID();

            for (int others : new int[] {0, 5_000}) {
                note(others);

                assertThat(counted.during(() -> begin(node, UUID.randomUUID()))).isEqualTo(4);
                assertThat(counted.transactions()).isEqualTo(1);
                UUID call = node.permits().acquire();
                assertThat(counted.during(() -> node.permits().release(call))).isEqualTo(1);
                assertThat(counted.transactions()).isEqualTo(1);
                assertThat(counted.during(() -> node.permits().acquire())).isEqualTo(4);
                assertThat(counted.transactions()).isEqualTo(1);
            }

            node.queue().postpone(due, Duration.ZERO);
            assertThat(counted.during(() -> node.permits().acquire())).isEqualTo(5);
            assertThat(counted.during(() -> begin(node, due))).isEqualTo(4);
            node.useUp(100_000);
            assertThat(counted.during(() -> node.left(waiting))).isEqualTo(4);
            assertThat(counted.transactions()).isEqualTo(1);
            assertThat(counted.during(() -> node.left(waiting))).isEqualTo(1);
            assertThat(counted.transactions()).isEqualTo(1);
        }

        /** Its turn and its first call. */
        private static void begin(LimitedNode node, UUID export) {
            UUID permit = node.join(export).permit();
            assertThat(permit).isNotNull();
            assertThat(node.permits().<UUID>holding(permit, () -> {
                        UUID first = node.permits().acquire();
                        assertThat(first).isEqualTo(permit);
                        return first;
                    }))
                    .isEqualTo(permit);
        }

        /** Calls that ended within the last minute. */
        private void note(int calls) {
            transaction.executeWithoutResult(one -> IntStream.range(0, calls)
                    .forEach(i ->
                            jdbc.sql("""
                                    insert into xero_call (id, organisation, ends_at, slot)
                                    values (?, 'organisation', current_timestamp, ?)
                                    """).params(UUID.randomUUID(), 100 + i).update()));
        }

        @Test
        void a_permit_that_no_call_needed_ends_with_the_turn() {
            LimitedNode node = LimitedNode.of(pool, 60, 1);
            UUID permit = node.join(UUID.randomUUID()).permit();

            node.permits().holding(permit, () -> "found in a list");

            assertThat(permit(node)).isPresent();
            assertThat(permit(node)).isEmpty();
        }

        @Test
        void the_second_call_of_an_export_has_a_permit_of_its_own() {
            LimitedNode node = LimitedNode.of(pool, 60, 2);
            UUID permit = node.join(UUID.randomUUID()).permit();

            List<UUID> calls = node.permits()
                    .holding(
                            permit,
                            () -> List.of(
                                    node.permits().acquire(), node.permits().acquire()));

            assertThat(calls.get(0)).isEqualTo(permit);
            assertThat(calls.get(1)).isNotEqualTo(permit);
            assertThat(permit(node)).isEmpty();
        }
    }
}
