package io.projectexport.persistence.exactlyonce;

import static io.projectexport.persistence.TestExports.NOON;
import static io.projectexport.persistence.TestExports.ready;
import static io.projectexport.persistence.TestExports.step;
import static io.projectexport.persistence.TestExports.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.projectexport.export.accounting.FoundJob;
import io.projectexport.export.accounting.XeroJob;
import io.projectexport.export.exactlyonce.CreateCalls;
import io.projectexport.export.exactlyonce.ExportAttempt;
import io.projectexport.export.exactlyonce.ExportAttempt.State;
import io.projectexport.export.exactlyonce.ExportAttempts;
import io.projectexport.export.exactlyonce.LookupResult;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.ProjectExports;
import io.projectexport.persistence.OnH2;
import io.projectexport.persistence.OnPostgreSql;
import io.projectexport.persistence.RepositoryContract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;

class JdbcExportAttemptsTest {

    @Nested
    @OnH2
    class On_h2 extends Contract {}

    @Nested
    @OnPostgreSql
    class On_postgresql extends Contract {}

    abstract static class Contract extends RepositoryContract {

        private static final UUID EXPORT = UUID.randomUUID();
        private static final XeroJob JOB = new XeroJob("id-1", "https://xero.example/id-1");

        @Autowired
        ExportAttempts attempts;

        @Autowired
        ProjectExports exports;

        @Test
        void project_that_was_never_exported_has_no_attempt() {
            store(attempt(UUID.randomUUID(), 1, State.UNKNOWN));

            assertThat(attempts.last(EXPORT)).isEmpty();
        }

        @Test
        void last_attempt_is_the_one_with_the_highest_number() {
            store(attempt(EXPORT, 1, State.REFUSED));
            ExportAttempt second = store(attempt(EXPORT, 2, State.UNKNOWN));

            assertThat(attempts.last(EXPORT)).contains(second);
        }

        @Test
        void every_value_comes_back_as_it_was_stored() {
            ExportAttempt full = new ExportAttempt(
                    EXPORT,
                    1,
                    store(attempt(EXPORT, 1, State.UNKNOWN)).version(),
                    "key-9",
                    "hash-9",
                    "P-9 - <Tower> 塔",
                    "tenant-1",
                    State.CREATED,
                    new CreateCalls(3, NOON, NOON.plusSeconds(30), "Xero did not answer in time."),
                    new LookupResult(
                            NOON.plusSeconds(60),
                            List.of(new FoundJob(JOB, "status: closed, \"塔\"")),
                            Set.of("id-7", "id-8")),
                    JOB);

            ExportAttempt stored = store(full);

            assertThat(stored.version()).isEqualTo(2);
            assertThat(attempts.last(EXPORT)).contains(stored);
        }

        @Test
        void attempt_outlives_a_rollback_of_the_caller_who_holds_the_project() {
            ProjectExport export = ready("P-1");
            exports.add(export, step("Submitted"));

            transaction.executeWithoutResult(outer -> {
                exports.lock(export.id());
                exports.update(with(export, ExportStatus.EXPORTING), step("Accepted"));
                store(ended(store(attempt(export.id(), 1, State.UNKNOWN)), State.REFUSED));
                outer.setRollbackOnly();
            });

            assertThat(attempts.last(export.id()))
                    .get()
                    .extracting(ExportAttempt::state)
                    .isEqualTo(State.REFUSED);
            assertThat(exports.find(export.id())).contains(export);
        }

        @Test
        void choice_of_a_person_is_rolled_back_with_their_transaction() {
            ExportAttempt stored = store(attempt(EXPORT, 1, State.UNKNOWN));

            transaction.executeWithoutResult(outer -> {
                assertThat(attempts.storeWithCaller(ended(stored, State.NOT_CREATED)))
                        .isPresent();
                outer.setRollbackOnly();
            });

            assertThat(attempts.last(EXPORT)).contains(stored);
            assertThatThrownBy(() -> attempts.storeWithCaller(stored))
                    .isInstanceOf(IllegalTransactionStateException.class);
        }

        @Test
        void of_two_runs_that_begin_the_first_wins() {
            ExportAttempt first = store(attempt(EXPORT, 1, State.UNKNOWN));

            assertThat(attempts.store(attempt(EXPORT, 1, State.UNKNOWN))).isEmpty();

            assertThat(attempts.last(EXPORT)).contains(first);
        }

        @Test
        void of_two_runs_that_go_on_the_first_wins() {
            ExportAttempt read = store(attempt(EXPORT, 1, State.UNKNOWN));
            ExportAttempt first = store(ended(read, State.NOT_CREATED));

            assertThat(attempts.store(ended(read, State.REFUSED))).isEmpty();

            assertThat(attempts.last(EXPORT)).contains(first);
        }

        @Test
        void organisation_of_the_last_call_replaces_what_was_not_known() {
            ExportAttempt read = store(attempt(EXPORT, 1, State.NOT_CREATED));
            assertThat(attempts.last(EXPORT).orElseThrow().organisation()).isNull();

            store(new ExportAttempt(
                    EXPORT,
                    1,
                    read.version(),
                    read.key(),
                    read.payloadHash(),
                    read.jobName(),
                    "tenant-1",
                    State.UNKNOWN,
                    read.calls(),
                    read.lookup(),
                    null));

            assertThat(attempts.last(EXPORT).orElseThrow().organisation()).isEqualTo("tenant-1");
        }

        @Test
        void created_job_is_stored_whoever_was_first() {
            ExportAttempt read = store(attempt(EXPORT, 1, State.UNKNOWN));
            store(ended(read, State.NOT_CREATED));

            assertThat(attempts.store(new ExportAttempt(
                            EXPORT,
                            1,
                            read.version(),
                            read.key(),
                            read.payloadHash(),
                            read.jobName(),
                            read.organisation(),
                            State.CREATED,
                            read.calls(),
                            read.lookup(),
                            JOB)))
                    .isPresent();

            assertThat(attempts.last(EXPORT))
                    .get()
                    .extracting(ExportAttempt::job)
                    .isEqualTo(JOB);
        }

        @Test
        void exports_of_unknown_outcome_are_those_whose_last_attempt_is() {
            UUID unknown = UUID.randomUUID();
            UUID unasked = UUID.randomUUID();
            CreateCalls begun = new CreateCalls(1, attempts.now(), null, null);
            store(attempt(EXPORT, 1, State.UNKNOWN, begun));
            store(attempt(EXPORT, 2, State.REFUSED, begun));
            store(attempt(unknown, 1, State.REFUSED, begun));
            store(attempt(unknown, 2, State.UNKNOWN, begun));
            store(attempt(unasked, 1, State.UNKNOWN, begun));

            assertThat(attempts.unanswered(List.of(EXPORT, unknown), Duration.ofSeconds(-1)))
                    .containsExactly(unknown);
        }

        @Test
        void a_call_that_just_began_is_no_unanswered_one_until_it_is_given_up() {
            Instant now = attempts.now();
            store(attempt(EXPORT, 1, State.UNKNOWN, new CreateCalls(1, now, null, null)));
            assertThat(attempts.unanswered(List.of(EXPORT), Duration.ofMinutes(1)))
                    .isEmpty();
            assertThat(attempts.unanswered(List.of(EXPORT), Duration.ofSeconds(-1)))
                    .containsExactly(EXPORT);

            CreateCalls givenUp = new CreateCalls(1, now, now.plusSeconds(1), "Xero did not answer in time.");
            store(attempt(EXPORT, 2, State.UNKNOWN, givenUp));

            assertThat(attempts.unanswered(List.of(EXPORT), Duration.ofMinutes(1)))
                    .containsExactly(EXPORT);
        }

        private ExportAttempt store(ExportAttempt attempt) {
            return attempts.store(attempt).orElseThrow();
        }

        private static ExportAttempt attempt(UUID exportId, int number, State state) {
            return attempt(exportId, number, state, new CreateCalls(1, NOON, null, null));
        }

        private static ExportAttempt attempt(UUID exportId, int number, State state, CreateCalls calls) {
            return new ExportAttempt(
                    exportId,
                    number,
                    0,
                    UUID.randomUUID().toString(),
                    "hash",
                    "P-1 - <Tower> 塔",
                    null,
                    state,
                    calls,
                    LookupResult.NONE,
                    null);
        }

        private static ExportAttempt ended(ExportAttempt attempt, State state) {
            return new ExportAttempt(
                    attempt.exportId(),
                    attempt.number(),
                    attempt.version(),
                    attempt.key(),
                    attempt.payloadHash(),
                    attempt.jobName(),
                    attempt.organisation(),
                    state,
                    attempt.calls(),
                    attempt.lookup(),
                    null);
        }
    }
}
