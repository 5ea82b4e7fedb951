package io.projectexport.process.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.AdditionalAnswers;
import org.springframework.jdbc.core.simple.JdbcClient;

class JobLeasesTest {

    private static final LocalDateTime LONG_AGO = LocalDateTime.of(2020, 1, 1, 0, 0);

    private final JdbcClient database = database();
    private final JobLeases leases = new JobLeases(database, (outage, work) -> {}, "this-node", Duration.ofMillis(400));

    private static JdbcClient database() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:leases" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
        JdbcClient client = JdbcClient.create(h2);
        client.sql("create table act_ru_job (id_ varchar, lock_owner_ varchar, lock_exp_time_ timestamp)")
                .update();
        return client;
    }

    @BeforeEach
    void begin() {
        leases.begin();
    }

    @AfterEach
    void end() {
        leases.end();
    }

    @Test
    void locks_of_jobs_that_are_here_are_renewed_until_they_are_given_back() {
        locked("running", "this-node");
        locked("waiting", "this-node");
        locked("forgotten", "this-node");
        leases.take(List.of("running", "waiting"));

        await().untilAsserted(() -> {
            assertThat(lockEnd("running")).isAfter(LONG_AGO);
            assertThat(lockEnd("waiting")).isAfter(LONG_AGO);
        });
        assertThat(lockEnd("forgotten")).as("nobody renews what is not here").isEqualTo(LONG_AGO);

        leases.giveBack("running");
        await().untilAsserted(() -> assertThat(lockEnd("running")).isBefore(lockEnd("waiting")));
    }

    @Test
    void job_that_another_node_has_taken_over_stays_its_own() {
        locked("lost", "other-node");
        locked("kept", "this-node");
        leases.take(List.of("lost", "kept"));
        leases.abandon("lost");

        await().untilAsserted(() -> assertThat(lockEnd("kept")).isAfter(LONG_AGO));
        assertThat(lockEnd("lost")).isEqualTo(LONG_AGO);
        assertThat(owner("lost")).isEqualTo("other-node");
    }

    @Test
    void job_that_ended_with_nothing_stored_is_free_once_the_database_is_back() {
        locked("failed", "this-node");
        leases.take(List.of("failed"));
        leases.abandon("failed");

        await().untilAsserted(() -> assertThat(owner("failed")).isNull());
    }

    @Test
    void job_that_this_node_has_locked_again_since_keeps_its_lock_though_nobody_has_said_so_yet() {
        locked("again", "this-node");
        database.sql("update act_ru_job set lock_exp_time_ = ? where id_ = 'again'")
                .param(LocalDateTime.now().plusHours(1))
                .update();
        leases.abandon("again");
        locked("failed", "this-node");
        leases.abandon("failed");

        await().untilAsserted(() -> assertThat(owner("failed")).isNull());
        locked("failed later", "this-node");
        leases.abandon("failed later");
        await().untilAsserted(() -> assertThat(owner("failed later")).isNull());
        assertThat(owner("again")).isEqualTo("this-node");
    }

    @Test
    void failure_of_any_kind_ends_no_renewal() {
        JdbcClient failing = mock(AdditionalAnswers.delegatesTo(database));
        doThrow(new IllegalStateException("odd"))
                .doAnswer(AdditionalAnswers.delegatesTo(database))
                .when(failing)
                .sql(anyString());
        JobLeases renewed = new JobLeases(failing, (outage, work) -> {}, "this-node", Duration.ofMillis(400));
        locked("running", "this-node");
        renewed.take(List.of("running"));
        renewed.begin();
        try {
            await().untilAsserted(() -> assertThat(lockEnd("running")).isAfter(LONG_AGO));
        } finally {
            renewed.end();
        }
    }

    @Test
    void job_that_is_here_again_keeps_its_lock() {
        locked("again", "this-node");
        leases.abandon("again");
        leases.take(List.of("again"));

        await().untilAsserted(() -> assertThat(lockEnd("again")).isAfter(LONG_AGO));
        assertThat(owner("again")).isEqualTo("this-node");
    }

    private void locked(String job, String owner) {
        database.sql("insert into act_ru_job values (?, ?, ?)")
                .params(job, owner, LONG_AGO)
                .update();
    }

    private LocalDateTime lockEnd(String job) {
        return database.sql("select lock_exp_time_ from act_ru_job where id_ = ?")
                .param(job)
                .query(LocalDateTime.class)
                .single();
    }

    private String owner(String job) {
        return (String) database.sql("select lock_owner_ from act_ru_job where id_ = ?")
                .param(job)
                .query()
                .singleRow()
                .get("lock_owner_");
    }
}
