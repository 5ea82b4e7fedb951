package io.projectexport.persistence.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.gathering.GatheredNotices;
import io.projectexport.export.gathering.GatheredNotices.Together;
import io.projectexport.persistence.OnH2;
import io.projectexport.persistence.OnPostgreSql;
import io.projectexport.persistence.RepositoryContract;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class JdbcGatheredNoticesTest {

    @Nested
    @OnH2
    class On_h2 extends Contract {}

    @Nested
    @OnPostgreSql
    class On_postgresql extends Contract {}

    abstract static class Contract extends RepositoryContract {

        private static final Duration QUIET = Duration.ofMinutes(1);
        private static final Duration LONGEST = Duration.ofMinutes(5);
        private static final String SAM = "sam@example.com";

        @Autowired
        GatheredNotices notices;

        @Test
        void one_alone_is_left_to_nobody_and_neither_is_one_that_is_not_there() {
            add("1", SAM);
            add("2", "sue@example.com");

            assertThat(leave("1")).isFalse();
            assertThat(leave("2")).isFalse();
            assertThat(leave("of an earlier release")).isFalse();
            pass(QUIET);
            assertThat(take()).isEmpty();
        }

        @Test
        void those_of_one_person_are_taken_once_in_their_order_however_the_address_is_spelled() {
            add("2", SAM);
            add("1", "Sam@EXAMPLE.com");
            add("3", "sue@example.com");
            add("4", "sue@example.com");
            List.of("1", "2", "3", "4").forEach(id -> assertThat(leave(id)).isTrue());
            assertThat(take()).as("more may come").isEmpty();

            pass(QUIET);
            assertThat(take())
                    .containsExactlyInAnyOrder(
                            new Together(SAM, List.of("2", "1")), new Together("sue@example.com", List.of("3", "4")));
            assertThat(take()).isEmpty();
        }

        @Test
        void one_that_came_twice_is_there_once() {
            add("1", SAM);
            add("1", SAM);

            assertThat(leave("1")).isFalse();
        }

        @Test
        void who_sends_one_alone_does_so_at_each_further_try_and_what_follows_within_a_minute_is_left() {
            add("1", SAM);
            assertThat(leave("1")).isFalse();
            pass(Duration.ofSeconds(50));
            add("2", SAM);

            assertThat(leave("1")).isFalse();
            assertThat(leave("2")).isTrue();
            pass(QUIET);
            assertThat(take()).containsExactly(new Together(SAM, List.of("2")));
        }

        @Test
        void one_that_comes_after_more_than_a_minute_is_alone_again() {
            add("1", SAM);
            leave("1");
            pass(Duration.ofSeconds(61));
            add("2", SAM);

            assertThat(leave("2")).isFalse();
        }

        @Test
        void what_was_left_waits_for_one_whose_job_has_not_run_but_not_for_ever() {
            add("1", SAM);
            add("2", SAM);
            assertThat(leave("1")).isTrue();
            pass(QUIET);
            assertThat(take()).isEmpty();

            pass(LONGEST);
            assertThat(take()).containsExactly(new Together(SAM, List.of("1")));
            assertThat(leave("2")).isFalse();
        }

        @Test
        void first_one_does_not_wait_for_ever() {
            add("1", SAM);
            add("2", SAM);
            leave("1");
            leave("2");
            pass(LONGEST);
            add("3", SAM);
            add("4", SAM);
            leave("3");
            leave("4");

            assertThat(take()).containsExactly(new Together(SAM, List.of("1", "2", "3", "4")));
        }

        @Test
        void what_its_job_undoes_is_not_left() {
            add("1", SAM);
            add("2", SAM);
            transaction.executeWithoutResult(undone -> {
                assertThat(notices.leave("1")).isTrue();
                undone.setRollbackOnly();
            });
            pass(LONGEST);
            assertThat(take()).isEmpty();

            assertThat(leave("1")).isTrue();
            assertThat(leave("2")).isTrue();
            pass(LONGEST);
            assertThat(take()).containsExactly(new Together(SAM, List.of("1", "2")));
        }

        @Test
        void of_two_nodes_one_has_them_and_they_are_there_again_when_that_one_fails() {
            add("1", SAM);
            add("2", SAM);
            leave("1");
            leave("2");
            pass(QUIET);
            ExecutorService other = Executors.newSingleThreadExecutor();
            try {
                transaction.executeWithoutResult(undone -> {
                    assertThat(notices.take(QUIET, LONGEST)).hasSize(1);
                    assertThat(takenBy(other)).isEmpty();
                    undone.setRollbackOnly();
                });
            } finally {
                other.shutdown();
            }

            assertThat(take()).containsExactly(new Together(SAM, List.of("1", "2")));
        }

        @Test
        void what_was_told_is_forgotten_and_what_was_left_is_not() {
            add("1", SAM);
            leave("1");
            add("2", SAM);
            leave("2");
            add("3", SAM);
            pass(Duration.ofHours(2));

            assertThat(take()).containsExactly(new Together(SAM, List.of("2")));
            assertThat(jdbc.sql("select count(*) from rejection_notice")
                            .query(Long.class)
                            .single())
                    .isZero();
        }

        private void add(String noticeId, String recipient) {
            transaction.executeWithoutResult(running -> notices.add(noticeId, recipient));
        }

        private boolean leave(String noticeId) {
            return transaction.execute(running -> notices.leave(noticeId));
        }

        private List<Together> take() {
            return transaction.execute(running -> notices.take(QUIET, LONGEST));
        }

        private List<Together> takenBy(ExecutorService other) {
            try {
                return other.submit(this::take).get();
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
