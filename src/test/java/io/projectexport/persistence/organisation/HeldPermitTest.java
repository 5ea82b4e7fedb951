package io.projectexport.persistence.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.ratelimit.CallPermits;
import io.projectexport.persistence.CountedStatements;
import io.projectexport.persistence.OnH2;
import io.projectexport.persistence.OnPostgreSql;
import io.projectexport.persistence.RepositoryContract;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class HeldPermitTest {

    @Nested
    @OnH2
    class On_h2 extends Contract {}

    @Nested
    @OnPostgreSql
    class On_postgresql extends Contract {

        @Test
        void what_is_recorded_before_a_call_is_on_disk_before_it_begins() {
            assertThat(inTurn(() -> {
                        call();
                        return permits.acquireWith(now -> Optional.of(synchronousCommit()));
                    }))
                    .contains("on");
        }

        private String synchronousCommit() {
            return asked.sql("show synchronous_commit").query(String.class).single();
        }

        @Override
        void prepare(HikariDataSource one) {
            // the test's own server does not wait
            one.setConnectionInitSql("set synchronous_commit = on");
        }
    }

    abstract static class Contract extends RepositoryContract {

        @Autowired
        DataSource database;

        private HikariDataSource pool;
        private CountedStatements counted;
        private LimitedNode node;
        CallPermits permits;
        JdbcClient asked;

        @BeforeEach
        void start() {
            pool = new HikariDataSource();
            pool.setDataSource(database);
            prepare(pool);
            counted = new CountedStatements(pool);
            asked = JdbcClient.create(counted);
            node = LimitedNode.of(counted, 1_000, 1);
            permits = node.permits();
            permits.release(node.join(UUID.randomUUID()).permit());
        }

        void prepare(HikariDataSource one) {}

        @AfterEach
        void stop() {
            pool.close();
        }

        @Test
        void an_export_of_a_list_and_a_creating_call_takes_three_transactions() {
            inTurn(() -> {
                assertThat(counted.during(this::call)).isZero();

                assertThat(counted.during(() -> recordedCall("call"))).isEqualTo(6);
                assertThat(counted.transactions()).isEqualTo(1);

                assertThat(counted.during(() -> permits.releaseWith(() -> record("answer"))))
                        .isEqualTo(2);
                assertThat(counted.transactions()).isEqualTo(1);
                return null;
            });

            assertThat(records()).isEqualTo(2);
            assertThat(isFree()).isTrue();
        }

        @Test
        void a_permit_that_no_call_needed_yet_serves_the_one_that_is_recorded() {
            inTurn(() -> {
                assertThat(counted.during(() -> recordedCall("call"))).isBetween(1, 2);
                return null;
            });

            assertThat(calls()).isEqualTo(2);
            assertThat(isFree()).isTrue();
        }

        @Test
        void one_call_at_a_time_is_enough_for_all_calls_of_an_export() {
            inTurn(() -> {
                call();
                call();
                assertThat(isFreeForOthers()).isFalse();
                return recordedCall("third");
            });

            assertThat(isFree()).isTrue();
        }

        @Test
        void without_a_permit_nothing_is_recorded() {
            UUID running = permits.acquire();

            ExportFailure failure =
                    catchThrowableOfType(ExportFailure.class, () -> permits.acquireWith(now -> record("call")));

            assertThat(failure.reason()).isEqualTo(ExportFailure.Reason.RATE_LIMITED);
            assertThat(records()).isZero();
            permits.release(running);
        }

        @Test
        void without_a_record_no_permit_is_used_up() {
            record("call");
            inTurn(() -> {
                call();
                assertThat(permits.acquireWith(now -> record("call"))).isEmpty();
                assertThat(permits.acquireWith(now -> Optional.empty())).isEmpty();
                return null;
            });

            assertThat(calls()).isEqualTo(2);
            assertThat(isFree()).isTrue();
        }

        @Test
        void a_permit_is_given_back_although_the_record_of_its_answer_fails() {
            assertThatThrownBy(() -> inTurn(() -> {
                        call();
                        return permits.releaseWith(() -> {
                            record("answer");
                            throw new IllegalStateException("The database is away.");
                        });
                    }))
                    .isInstanceOf(IllegalStateException.class);

            assertThat(records()).isZero();
            assertThat(isFree()).isTrue();
        }

        private Optional<String> recordedCall(String text) {
            Optional<String> stored = permits.acquireWith(now -> record(text));
            call();
            return stored;
        }

        private boolean isFreeForOthers() {
            return CompletableFuture.supplyAsync(this::isFree).join();
        }

        private boolean isFree() {
            Optional<UUID> call = CallSlotsTest.Contract.permit(node);
            call.ifPresent(permits::release);
            return call.isPresent();
        }

        private int records() {
            return count("new_submission");
        }

        private int calls() {
            return count("xero_call");
        }

        private int count(String table) {
            return jdbc.sql("select count(*) from " + table)
                    .query(Integer.class)
                    .single();
        }

        <T> T inTurn(Supplier<T> calls) {
            return permits.holding(node.join(UUID.randomUUID()).permit(), calls);
        }

        UUID call() {
            UUID call = permits.acquire();
            permits.release(call);
            return call;
        }

        /** As an export records its calls. */
        Optional<String> record(String text) {
            asked.sql("insert into new_submission (export_id, arrived_at) values (?, current_timestamp)")
                    .param(UUID.nameUUIDFromBytes(text.getBytes()))
                    .update();
            return Optional.of(text);
        }
    }
}
