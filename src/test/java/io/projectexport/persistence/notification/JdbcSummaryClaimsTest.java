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
        SummaryClaims claims;

        @Test
        void first_claim_for_a_person_and_day_wins() {
            assertThat(claims.claim("anna", MONDAY)).isTrue();
            assertThat(claims.claim("anna", MONDAY)).isFalse();
            assertThat(claims.claim("anna", MONDAY.plusDays(1))).isTrue();
            assertThat(claims.claim("bert", MONDAY)).isTrue();
            assertThat(claims.claimed(MONDAY)).containsExactlyInAnyOrder("anna", "bert");
        }

        @Test
        void released_claim_can_be_made_again() {
            claims.claim("anna", MONDAY);
            claims.claim("bert", MONDAY);
            claims.release("anna", MONDAY);

            assertThat(claims.claimed(MONDAY)).containsExactly("bert");
            assertThat(claims.claim("anna", MONDAY)).isTrue();
        }

        @Test
        void claim_and_release_outlive_a_rollback_of_the_caller() {
            claims.claim("bert", MONDAY);

            transaction.executeWithoutResult(outer -> {
                claims.claim("anna", MONDAY);
                claims.release("bert", MONDAY);
                outer.setRollbackOnly();
            });

            assertThat(claims.claimed(MONDAY)).containsExactly("anna");
        }

        @Test
        void lost_claim_does_no_harm_to_the_callers_transaction() {
            claims.claim("anna", MONDAY);

            transaction.executeWithoutResult(outer -> {
                assertThat(claims.claim("anna", MONDAY)).isFalse();
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
                return claims.claim("anna", MONDAY);
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
