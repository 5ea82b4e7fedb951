package io.projectexport.persistence.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.projectexport.export.connection.StoredConnections;
import io.projectexport.persistence.OnH2;
import io.projectexport.persistence.OnPostgreSql;
import io.projectexport.persistence.RepositoryContract;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class JdbcStoredConnectionsTest {

    @Nested
    @OnH2
    class On_h2 extends Contract {}

    @Nested
    @OnPostgreSql
    class On_postgresql extends Contract {}

    abstract static class Contract extends RepositoryContract {

        @Autowired
        StoredConnections connections;

        @Test
        void what_is_saved_last_is_found_for_its_organisation_only() {
            connections.save("one", "first", () -> {});
            connections.save("one", "second", () -> {});

            assertThat(connections.find("one")).contains("second");
            assertThat(connections.find("another")).isEmpty();
        }

        @Test
        void a_change_that_fails_keeps_what_was_stored() {
            connections.save("lost-answer", "old", () -> {});

            assertThatThrownBy(() -> connections.change("lost-answer", old -> {
                        throw new IllegalStateException("no answer");
                    }))
                    .hasMessage("no answer");
            assertThat(connections.find("lost-answer")).contains("old");
        }

        @Test
        void a_change_outlives_a_rollback_of_the_caller() {
            connections.save("rotated", "old", () -> {});
            transaction.executeWithoutResult(outer -> {
                connections.change("rotated", old -> "new");
                outer.setRollbackOnly();
            });

            assertThat(connections.find("rotated")).contains("new");
        }

        @Test
        void a_change_to_nothing_removes() {
            connections.save("gone", "old", () -> {});

            assertThat(connections.change("gone", old -> null)).isEmpty();
            assertThat(connections.find("gone")).isEmpty();
        }

        @Test
        void what_is_saved_while_another_caller_removes_stays_and_is_told_once() throws Exception {
            connections.save("anew", "old", () -> {});
            AtomicInteger told = new AtomicInteger();
            CompletableFuture<Void> saved = new CompletableFuture<>();
            CompletableFuture.runAsync(() -> connections.change("anew", old -> {
                        CompletableFuture.runAsync(() -> connections.save("anew", "new", told::incrementAndGet))
                                .whenComplete((done, failure) -> saved.complete(done));
                        // until it has found the old one, and waits for its lock
                        pause(Duration.ofMillis(500));
                        return null;
                    }))
                    .get();
            saved.get();

            assertThat(connections.find("anew")).contains("new");
            assertThat(told).hasValue(1);
        }

        private static void pause(Duration time) {
            try {
                Thread.sleep(time.toMillis());
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        @Test
        void of_twenty_that_change_at_once_only_the_first_meets_the_old_one() {
            connections.save("busy", "expired", () -> {});
            AtomicInteger refreshes = new AtomicInteger();
            ExecutorService callers = Executors.newFixedThreadPool(20);
            CompletableFuture.allOf(IntStream.range(0, 20)
                            .mapToObj(i -> CompletableFuture.runAsync(
                                    () -> connections.change(
                                            "busy",
                                            stored -> stored.equals("expired")
                                                    ? "token-" + refreshes.incrementAndGet()
                                                    : stored),
                                    callers))
                            .toArray(CompletableFuture[]::new))
                    .join();
            callers.shutdown();

            assertThat(refreshes).hasValue(1);
            assertThat(connections.find("busy")).contains("token-1");
        }
    }
}
