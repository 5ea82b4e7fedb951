package io.projectexport.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.projectexport.persistence.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class DatabaseTimeTest {

    private static final DataSource POSTGRESQL = TestDatabase.POSTGRESQL.empty();

    @ParameterizedTest(name = "{0} h")
    @ValueSource(ints = {0, 2, -2, 24 * 365})
    void on_postgresql_it_is_the_same_for_every_node_whatever_its_own_clock_says(int hours) {
        DatabaseTime time = time(POSTGRESQL, Clock.offset(Clock.systemUTC(), Duration.ofHours(hours)));

        assertThat(time.instant()).isCloseTo(Instant.now(), within(5, ChronoUnit.SECONDS));
        assertThat(inStatement(time, POSTGRESQL)).isCloseTo(Instant.now(), within(5, ChronoUnit.SECONDS));
    }

    @Test
    void it_goes_on_within_a_transaction() {
        DatabaseTime time = time(POSTGRESQL, Clock.systemUTC());

        new TransactionTemplate(new DataSourceTransactionManager(POSTGRESQL)).executeWithoutResult(transaction -> {
            Instant first = inStatement(time, POSTGRESQL);
            JdbcClient.create(POSTGRESQL)
                    .sql("select pg_sleep(0.05)")
                    .query((row, number) -> true)
                    .single();

            assertThat(inStatement(time, POSTGRESQL)).isAfter(first.plusMillis(49));
            assertThat(time.instant()).isAfter(first.plusMillis(49));
        });
    }

    @Test
    void h2_runs_in_this_process_and_goes_by_its_clock() {
        DataSource h2 = TestDatabase.H2.empty();
        Instant then = Instant.parse("2031-05-06T07:08:09.123456Z");
        DatabaseTime time = time(h2, Clock.fixed(then, ZoneOffset.UTC));

        assertThat(time.instant()).isEqualTo(then);
        assertThat(inStatement(time, h2)).isEqualTo(then);
    }

    @ParameterizedTest
    @EnumSource
    void it_can_be_reckoned_with(TestDatabase kind) {
        DataSource database = kind.empty();
        DatabaseTime time = time(database, Clock.systemUTC());

        assertThat(JdbcClient.create(database)
                        .sql(time.in("select {now} + interval '1' second > {now}"))
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    private static Instant inStatement(DatabaseTime time, DataSource database) {
        return JdbcClient.create(database)
                .sql(time.in("select {now} as at"))
                .query((row, number) -> SqlValues.instant(row, "at"))
                .single();
    }

    private static DatabaseTime time(DataSource database, Clock clock) {
        return new DatabaseTime(JdbcClient.create(database), database, clock);
    }
}
