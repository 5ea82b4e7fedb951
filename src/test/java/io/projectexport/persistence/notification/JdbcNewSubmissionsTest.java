package io.projectexport.persistence.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.profile.MailPreferences;
import io.projectexport.export.profile.OptionalMail;
import io.projectexport.export.submission.NewSubmissions;
import io.projectexport.persistence.OnH2;
import io.projectexport.persistence.OnPostgreSql;
import io.projectexport.persistence.RepositoryContract;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class JdbcNewSubmissionsTest {

    @Nested
    @OnH2
    class On_h2 extends Contract {}

    @Nested
    @OnPostgreSql
    class On_postgresql extends Contract {}

    abstract static class Contract extends RepositoryContract {

        private static final Duration QUIET = Duration.ofMinutes(1);
        private static final Duration LONGEST = Duration.ofMinutes(5);
        private static final UUID FIRST = new UUID(0, 1);
        private static final UUID SECOND = new UUID(0, 2);

        @Autowired
        NewSubmissions submissions;

        @Autowired
        MailPreferences preferences;

        @Test
        void nothing_is_kept_while_nobody_wants_to_be_told() {
            add(FIRST);
            preferences.save("anna", OptionalMail.NEW_SUBMISSION, false);
            preferences.save("ben", OptionalMail.RESUBMISSION, true);
            add(SECOND);
            pass(Duration.ofHours(1));

            assertThat(take()).isEmpty();
        }

        @Test
        void what_came_is_taken_once_in_its_order_as_soon_as_it_is_quiet() {
            wants("anna");
            add(SECOND);
            pass(Duration.ofSeconds(40));
            add(FIRST);
            pass(Duration.ofSeconds(40));
            assertThat(take()).as("one came a moment ago").isEmpty();

            pass(Duration.ofSeconds(21));
            assertThat(take()).containsExactly(SECOND, FIRST);
            assertThat(take()).isEmpty();
        }

        @Test
        void first_one_does_not_wait_for_ever() {
            wants("anna");
            add(FIRST);
            pass(Duration.ofMinutes(5));
            add(SECOND);

            assertThat(take()).containsExactly(FIRST, SECOND);
        }

        @Test
        void what_commits_late_is_taken_later_and_not_missed() throws Exception {
            wants("anna");
            ExecutorService other = Executors.newSingleThreadExecutor();
            try {
                transaction.executeWithoutResult(late -> {
                    submissions.add(FIRST);
                    assertThat(inAnotherTransaction(other)).containsExactly(SECOND);
                });
            } finally {
                other.shutdown();
            }
            pass(QUIET);

            assertThat(take()).containsExactly(FIRST);
        }

        private List<UUID> inAnotherTransaction(ExecutorService other) {
            try {
                return other.submit(() -> {
                            add(SECOND);
                            return transaction.execute(running -> submissions.take(Duration.ZERO, LONGEST));
                        })
                        .get();
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }

        @Test
        void of_two_nodes_one_has_it_and_it_is_there_again_when_that_one_fails() {
            wants("anna");
            add(FIRST);
            pass(QUIET);
            ExecutorService other = Executors.newSingleThreadExecutor();
            try {
                transaction.executeWithoutResult(undone -> {
                    assertThat(submissions.take(QUIET, LONGEST)).containsExactly(FIRST);
                    assertThat(takenBy(other)).isEmpty();
                    undone.setRollbackOnly();
                });
            } finally {
                other.shutdown();
            }

            assertThat(take()).containsExactly(FIRST);
        }

        private List<UUID> takenBy(ExecutorService other) {
            try {
                return other.submit(this::take).get();
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }

        private void wants(String userId) {
            preferences.save(userId, OptionalMail.NEW_SUBMISSION, true);
        }

        private void add(UUID exportId) {
            transaction.executeWithoutResult(running -> submissions.add(exportId));
        }

        private List<UUID> take() {
            return transaction.execute(running -> submissions.take(QUIET, LONGEST));
        }
    }
}
