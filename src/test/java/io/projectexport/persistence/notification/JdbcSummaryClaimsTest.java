package io.projectexport.persistence.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.summary.SummaryClaims;
import io.projectexport.persistence.OnH2;
import io.projectexport.persistence.OnPostgreSql;
import io.projectexport.persistence.RepositoryContract;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class JdbcSummaryClaimsTest {

    @Nested
    @OnH2
    class On_h2 extends Contract {}

    @Nested
    @OnPostgreSql
    class On_postgresql extends Contract {}

    abstract static class Contract extends RepositoryContract {

        private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);

        @Autowired
        SummaryClaims log;

        @Test
        void first_claim_for_a_person_and_day_wins() {
            assertThat(log.claim("anna", MONDAY)).isTrue();
            assertThat(log.claim("anna", MONDAY)).isFalse();
            assertThat(log.claim("anna", MONDAY.plusDays(1))).isTrue();
            assertThat(log.claim("bert", MONDAY)).isTrue();
            assertThat(log.claimed(MONDAY)).containsExactlyInAnyOrder("anna", "bert");
        }

        @Test
        void released_claim_can_be_made_again() {
            log.claim("anna", MONDAY);
            log.claim("bert", MONDAY);
            log.release("anna", MONDAY);

            assertThat(log.claimed(MONDAY)).containsExactly("bert");
            assertThat(log.claim("anna", MONDAY)).isTrue();
        }

        @Test
        void claim_and_release_outlive_a_rollback_of_the_caller() {
            log.claim("bert", MONDAY);

            transaction.executeWithoutResult(outer -> {
                log.claim("anna", MONDAY);
                log.release("bert", MONDAY);
                outer.setRollbackOnly();
            });

            assertThat(log.claimed(MONDAY)).containsExactly("anna");
        }

        @Test
        void lost_claim_does_no_harm_to_the_callers_transaction() {
            log.claim("anna", MONDAY);

            transaction.executeWithoutResult(outer -> {
                assertThat(log.claim("anna", MONDAY)).isFalse();
                jdbc.sql("insert into sent_notice (id, sent_at) values ('x', current_timestamp)")
                        .update();
            });

            assertThat(jdbc.sql("select count(*) from sent_notice")
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
        }

        @Test
        void one_of_many_who_claim_at_the_same_moment_wins() throws Exception {
            int claimants = 8;
            CyclicBarrier together = new CyclicBarrier(claimants);
            Callable<Boolean> claim = () -> {
                together.await();
                return log.claim("anna", MONDAY);
            };
            ExecutorService threads = Executors.newFixedThreadPool(claimants);
            try {
                List<Future<Boolean>> claims = threads.invokeAll(Collections.nCopies(claimants, claim));

                int winners = 0;
                for (Future<Boolean> answer : claims) {
                    winners += answer.get() ? 1 : 0;
                }
                assertThat(winners).isEqualTo(1);
            } finally {
                threads.shutdownNow();
            }
        }
    }
}
