package io.projectexport.persistence.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.connection.ConnectionBreak;
import io.projectexport.export.connection.ConnectionBreaks;
import io.projectexport.export.ratelimit.CallPermits;
import io.projectexport.persistence.OnH2;
import io.projectexport.persistence.OnPostgreSql;
import io.projectexport.persistence.RepositoryContract;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class JdbcConnectionBreaksTest {

    @Nested
    @OnH2
    class On_h2 extends Contract {}

    @Nested
    @OnPostgreSql
    class On_postgresql extends Contract {}

    abstract static class Contract extends RepositoryContract {

        private static final Instant NINE = Instant.parse("2026-11-28T09:00:00Z");

        @Autowired
        ConnectionBreaks breaks;

        @Autowired
        CallPermits permits;

        @BeforeEach
        void nothing_is_broken() {
            breaks.change(known -> Optional.empty());
        }

        private void refuse() {
            breaks.change(known -> Optional.of(ConnectionBreak.refused(known, "invalid\0_client", NINE)));
        }

        @Test
        void a_break_is_known_until_it_is_forgotten() {
            assertThat(breaks.find()).isEmpty();
            refuse();

            assertThat(breaks.find())
                    .contains(new ConnectionBreak(
                            ConnectionBreak.Phase.BROKEN, "invalid_client", NINE, NINE, null, null, false));

            breaks.change(known -> known.map(broken -> broken.looked(NINE).telling(NINE)));
            assertThat(breaks.find().orElseThrow().lookedAt()).isEqualTo(NINE);
            assertThat(breaks.find().orElseThrow().tellingAt()).isEqualTo(NINE);

            breaks.change(known -> Optional.empty());
            assertThat(breaks.find()).isEmpty();
        }

        @Test
        void what_another_node_changes_counts_from_the_next_call_on() {
            refuse();
            assertThat(breaks.wasKnown()).isTrue();

            jdbc.sql("delete from connection_break").update();
            assertThat(breaks.wasKnown()).isTrue();

            permits.release(permits.acquire());
            assertThat(breaks.wasKnown()).isFalse();
        }

        @Test
        void a_refusal_is_known_although_the_export_that_met_it_is_rolled_back() {
            transaction.executeWithoutResult(outer -> {
                refuse();
                outer.setRollbackOnly();
            });

            assertThat(breaks.find()).isPresent();
        }

        @Test
        void of_twenty_that_refuse_and_claim_at_once_one_gets_the_claim() {
            AtomicInteger claims = new AtomicInteger();
            CompletableFuture.allOf(IntStream.range(0, 20)
                            .mapToObj(i -> CompletableFuture.runAsync(() -> {
                                refuse();
                                if (breaks.claim(broken -> broken.isToBeTold(NINE) ? broken.telling(NINE) : broken)) {
                                    claims.incrementAndGet();
                                }
                            }))
                            .toArray(CompletableFuture[]::new))
                    .join();

            assertThat(claims).hasValue(1);
        }
    }
}
