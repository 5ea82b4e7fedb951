package io.projectexport.persistence;

import static io.projectexport.persistence.TestExports.NOON;
import static io.projectexport.persistence.TestExports.ready;
import static io.projectexport.persistence.TestExports.step;
import static io.projectexport.persistence.TestExports.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.projectexport.export.ExportAttempt;
import io.projectexport.export.ExportAttempt.State;
import io.projectexport.export.ExportAttempts;
import io.projectexport.export.ExportStatus;
import io.projectexport.export.ProjectExport;
import io.projectexport.export.ProjectExports;
import io.projectexport.export.XeroJob;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.IncorrectUpdateSemanticsDataAccessException;

class JdbcExportAttemptsTest {

    @Nested
    @OnH2
    class On_h2 extends Contract {}

    @Nested
    @OnPostgreSql
    class On_postgresql extends Contract {}

    abstract static class Contract extends RepositoryContract {

        private static final UUID EXPORT = UUID.randomUUID();

        @Autowired
        ExportAttempts attempts;

        @Autowired
        ProjectExports exports;

        @Test
        void project_that_was_never_exported_has_no_attempt() {
            attempts.add(attempt(UUID.randomUUID(), "key-1"));

            assertThat(attempts.last(EXPORT)).isEmpty();
        }

        @Test
        void last_attempt_is_the_one_that_was_added_last() {
            attempts.add(attempt(EXPORT, "key-2"));
            attempts.add(attempt(EXPORT, "key-1"));

            assertThat(attempts.last(EXPORT)).contains(attempt(EXPORT, "key-1"));
        }

        @Test
        void every_value_comes_back_as_it_was_stored() {
            attempts.add(attempt(EXPORT, "key-1"));
            XeroJob job = new XeroJob("id-1", "https://xero.example/id-1");
            ExportAttempt created = new ExportAttempt(
                    EXPORT, "key-1", "hash", "P-1 - <Tower> 塔", NOON.plusSeconds(9), State.CREATED, 2, job);

            attempts.update(created);

            assertThat(attempts.last(EXPORT)).contains(created);
        }

        @Test
        void attempt_outlives_a_rollback_of_the_caller_who_holds_the_project() {
            ProjectExport export = ready("P-1");
            exports.add(export, step("Submitted"));

            transaction.executeWithoutResult(outer -> {
                exports.lock(export.id());
                exports.update(with(export, ExportStatus.EXPORTING), step("Accepted"));
                attempts.add(attempt(export.id(), "key-1"));
                attempts.update(refused(export.id(), "key-1"));
                outer.setRollbackOnly();
            });

            assertThat(attempts.last(export.id())).contains(refused(export.id(), "key-1"));
            assertThat(exports.find(export.id())).contains(export);
        }

        @Test
        void idempotency_key_is_never_used_for_two_attempts() {
            attempts.add(attempt(EXPORT, "key-1"));

            assertThatThrownBy(() -> attempts.add(attempt(UUID.randomUUID(), "key-1")))
                    .isInstanceOf(DuplicateKeyException.class);
        }

        @Test
        void update_of_an_attempt_that_was_not_added_is_not_lost_silently() {
            assertThatThrownBy(() -> attempts.update(attempt(EXPORT, "key-1")))
                    .isInstanceOf(IncorrectUpdateSemanticsDataAccessException.class);
        }

        private static ExportAttempt attempt(UUID exportId, String key) {
            return new ExportAttempt(exportId, key, "hash", "P-1 - <Tower> 塔", NOON, State.UNKNOWN, 0, null);
        }

        private static ExportAttempt refused(UUID exportId, String key) {
            return new ExportAttempt(exportId, key, "hash", "P-1 - <Tower> 塔", NOON, State.REFUSED, 1, null);
        }
    }
}
