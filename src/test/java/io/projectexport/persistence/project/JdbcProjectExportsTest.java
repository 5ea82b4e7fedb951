package io.projectexport.persistence.project;

import static io.projectexport.persistence.TestExports.NOON;
import static io.projectexport.persistence.TestExports.NO_OUTCOME;
import static io.projectexport.persistence.TestExports.full;
import static io.projectexport.persistence.TestExports.ready;
import static io.projectexport.persistence.TestExports.step;
import static io.projectexport.persistence.TestExports.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.projectexport.export.accounting.ExportError;
import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.accounting.ExportFailure.Reason;
import io.projectexport.export.accounting.XeroJob;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.project.Decision;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.HistoryEntry;
import io.projectexport.export.project.HistoryStep;
import io.projectexport.export.project.Outcome;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.ProjectExports;
import io.projectexport.persistence.CountedStatements;
import io.projectexport.persistence.OnH2;
import io.projectexport.persistence.OnPostgreSql;
import io.projectexport.persistence.RepositoryContract;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.IncorrectUpdateSemanticsDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;

class JdbcProjectExportsTest {

    @Nested
    @OnH2
    class On_h2 extends Contract {}

    @Nested
    @OnPostgreSql
    class On_postgresql extends Contract {}

    abstract static class Contract extends RepositoryContract {

        @Autowired
        ProjectExports exports;

        @Test
        void every_value_of_a_submission_comes_back_as_it_was_stored() {
            ProjectExport export = added(full("P-1"));

            assertThat(exports.find(export.id())).contains(export);
        }

        @Test
        void what_was_not_given_comes_back_as_null() {
            ProjectExport export = added(ready("P-1"));

            assertThat(exports.find(export.id())).contains(export);
        }

        @Test
        void every_value_of_a_decision_and_an_outcome_comes_back_as_it_was_stored() {
            ProjectExport export = added(full("P-1"));
            Decision decision = new Decision("anna", NOON.plusSeconds(60), "Contact & Söhne", "hash", "tenant-1");
            List<ExportError> errors = List.of(
                    new ExportError("Name is <b>taken</b> \"twice\"\n塔", "Rename it."),
                    new ExportError("Second", null));
            Outcome failed = new Outcome(null, errors, ExportFailure.Reason.NOT_CONNECTED, null, null);
            Outcome linked = new Outcome(new XeroJob("id-1", "https://xero.example/id-1"), List.of(), null, null, null);
            Outcome waiting = new Outcome(null, List.of(), null, NOON.plusSeconds(90), "Xero's limit\n<60 a minute>");

            assertThat(updated(with(export, ExportStatus.FAILED_TO_EXPORT, decision, failed)))
                    .isEqualTo(exports.find(export.id()).orElseThrow());
            assertThat(updated(with(export, ExportStatus.SYNCED, decision, linked)))
                    .isEqualTo(exports.find(export.id()).orElseThrow());
            assertThat(updated(with(export, ExportStatus.EXPORTING, decision, waiting)))
                    .isEqualTo(exports.find(export.id()).orElseThrow());
            assertThat(updated(export)).isEqualTo(exports.find(export.id()).orElseThrow());
        }

        @Test
        void live_ones_are_found_by_many_numbers_at_once_whatever_their_case() {
            ProjectExport first = added(ready("Straße-1a"));
            added(ready("P-2"));
            ProjectExport third = added(ready("P-3"));
            added(with(ready("P-4"), ExportStatus.WITHDRAWN));

            assertThat(exports.allLive(List.of("STRASSE-1A", "p-3", "P-3", "P-4", "P-404")))
                    .containsExactlyInAnyOrder(first, third);
            assertThat(exports.allLive(List.of())).isEmpty();
        }

        @Test
        void last_rejections_of_many_are_one_question() {
            ProjectExport first = added(ready("P-1"));
            ProjectExport second = added(ready("P-2"));
            ProjectExport never = added(ready("P-3"));
            exports.update(first, rejection(first, "First"));
            exports.update(second, rejection(second, "Other"));
            exports.update(first, rejection(first, "Last"));
            exports.update(first, HistoryEntry.byPerson(first, NOON, "sam", HistoryStep.RESUBMITTED, "Here"));

            assertThat(exports.lastRejections(List.of(first.id(), second.id(), never.id())))
                    .isEqualTo(Map.of(first.id(), rejection(first, "Last"), second.id(), rejection(second, "Other")));
            assertThat(exports.lastRejections(List.of())).isEmpty();
        }

        private static HistoryEntry rejection(ProjectExport export, String reason) {
            return HistoryEntry.byPerson(export, NOON, "anna", HistoryStep.REJECTED, reason);
        }

        @Test
        void a_number_is_found_and_taken_however_it_is_spelled() {
            ProjectExport first = added(ready("2026-0417"));

            assertThat(exports.findLive("\u202A2026\u20110417\u200E")).contains(first);
            assertThat(exports.allLive(List.of("２０２６-０４１７", "2026\u00AD-0417"))).containsExactly(first);
            assertThat(catchThrowableOfType(ActionRefused.class, () -> added(ready("2026-04\u200B17")))
                            .reason())
                    .isEqualTo(ActionRefused.Reason.CONFLICT);
        }

        @Test
        void longest_number_is_stored() {
            ProjectExport export = added(ready("\uFDFA".repeat(50)));

            assertThat(exports.findLive("\uFDFA".repeat(50))).contains(export);
        }

        @Test
        void what_was_live_twice_before_is_decided_to_its_end(@Autowired JdbcClient jdbc) {
            ProjectExport first = added(ready("2026-0417"));
            ProjectExport second = added(ready("2026-0418"));
            jdbc.sql("update project_export set project_number = :number, live_number = :number where id = :id")
                    .param("number", "2026\u20110417")
                    .param("id", second.id())
                    .update();
            ProjectExport twin = exports.find(second.id()).orElseThrow();

            assertThat(updated(with(twin, ExportStatus.SYNCED)).status()).isEqualTo(ExportStatus.SYNCED);
            assertThat(updated(with(first, ExportStatus.SYNCED)).status()).isEqualTo(ExportStatus.SYNCED);
            assertThat(updated(with(twin, ExportStatus.WITHDRAWN)).status()).isEqualTo(ExportStatus.WITHDRAWN);
            assertThat(exports.findLive("2026-0417")).map(ProjectExport::id).contains(first.id());
        }

        @Test
        void live_ones_of_a_file_of_a_thousand_numbers_take_one_statement(@Autowired DataSource database) {
            CountedStatements counted = new CountedStatements(database);
            ProjectExports asking =
                    new JdbcProjectExports(JdbcClient.create(counted), null, new TransactionReads(), null, null);
            added(ready("P-1000"));
            List<String> numbers =
                    IntStream.rangeClosed(1, 1000).mapToObj(i -> "P-" + i).toList();

            assertThat(counted.during(() -> assertThat(asking.allLive(numbers)).hasSize(1)))
                    .isEqualTo(1);
        }

        @Test
        void next_round_replaces_what_was_submitted() {
            ProjectExport first = added(ready("P-1"));
            ProjectExport other = full("P-2");
            ProjectExport next =
                    new ProjectExport(first.id(), other.submission(), ExportStatus.READY_TO_EXPORT, null, NO_OUTCOME);

            exports.update(next, step("Resubmitted"));

            assertThat(exports.find(first.id())).contains(next);
            assertThat(exports.findLive("p-2")).contains(next);
            assertThat(exports.findLive("P-1")).isEmpty();
        }

        @Test
        void nothing_is_found_for_an_unknown_id_or_number() {
            assertThat(exports.find(UUID.randomUUID())).isEmpty();
            assertThat(exports.findLive("P-404")).isEmpty();
        }

        @Test
        void update_of_what_is_not_there_is_not_lost_silently() {
            assertThatThrownBy(() -> exports.update(ready("P-1")))
                    .isInstanceOf(IncorrectUpdateSemanticsDataAccessException.class);
        }

        @Test
        void live_project_is_found_by_its_number_whatever_the_case() {
            ProjectExport export = added(ready("Straße-1a"));

            assertThat(exports.findLive("STRASSE-1A")).contains(export);
        }

        @Test
        void second_live_project_with_the_same_number_in_another_case_is_refused() {
            added(ready("P-1a"));
            ProjectExport second = ready("p-1A");

            ActionRefused refused = refused(() -> exports.add(second, step("Submitted")));

            assertThat(refused.reason()).isEqualTo(ActionRefused.Reason.CONFLICT);
            assertThat(refused.errors()).singleElement().satisfies(error -> {
                assertThat(error.field()).isEqualTo("projectNumber");
                assertThat(error.message())
                        .isEqualTo("Project number p-1A is already there: somebody else submitted it"
                                + " at the same moment.");
            });
            assertThat(exports.find(second.id())).isEmpty();
            assertThat(exports.history(second.id())).isEmpty();
        }

        @Test
        void correction_to_the_number_of_another_live_project_is_refused() {
            added(ready("P-1"));
            ProjectExport second = added(ready("P-2"));
            ProjectExport renamed = new ProjectExport(
                    second.id(), ready("p-1").submission(), ExportStatus.READY_TO_EXPORT, null, NO_OUTCOME);

            ActionRefused refused = refused(() -> exports.update(renamed, step("Resubmitted")));

            assertThat(refused.reason()).isEqualTo(ActionRefused.Reason.CONFLICT);
            assertThat(exports.find(second.id())).contains(second);
            assertThat(exports.history(second.id())).hasSize(1);
        }

        @Test
        void number_is_free_again_once_its_project_was_withdrawn() {
            ProjectExport first = added(ready("P-1"));
            updated(with(first, ExportStatus.WITHDRAWN));

            ProjectExport second = added(ready("P-1"));

            assertThat(exports.findLive("P-1")).contains(second);
            assertThat(exports.find(first.id())).isPresent();
        }

        @Test
        void second_of_two_who_lock_sees_what_the_first_one_changed() throws Exception {
            ProjectExport export = added(ready("P-1"));
            CountDownLatch secondRuns = new CountDownLatch(1);
            CompletableFuture<ExportStatus> second = new CompletableFuture<>();

            transaction.executeWithoutResult(first -> {
                exports.lock(export.id());
                second.completeAsync(() -> {
                    secondRuns.countDown();
                    return transaction.execute(
                            tx -> exports.lock(export.id()).orElseThrow().status());
                });
                await(secondRuns);
                assertThatThrownBy(() -> second.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
                exports.update(with(export, ExportStatus.EXPORTING), step("Accepted"));
            });

            assertThat(second.get(20, TimeUnit.SECONDS)).isEqualTo(ExportStatus.EXPORTING);
        }

        @Test
        void lock_outside_of_a_transaction_is_refused_because_it_would_protect_nothing() {
            assertThatThrownBy(() -> exports.lock(UUID.randomUUID()))
                    .isInstanceOf(IllegalTransactionStateException.class);
        }

        @Test
        void change_and_step_are_undone_together() {
            ProjectExport export = added(ready("P-1"));

            transaction.executeWithoutResult(tx -> {
                exports.update(with(export, ExportStatus.EXPORTING), step("Accepted"));
                tx.setRollbackOnly();
            });

            assertThat(exports.find(export.id())).contains(export);
            assertThat(exports.history(export.id())).hasSize(1);
        }

        @Test
        void what_waits_for_the_connection_is_found_for_its_organisation_first_accepted_first() {
            UUID late = failed("P-1", Reason.NOT_CONNECTED, "here", NOON.plusSeconds(60));
            UUID early = failed("P-2", Reason.NOT_CONNECTED, "here", NOON);
            failed("P-3", Reason.REFUSED, "here", NOON);
            failed("P-4", Reason.NOT_CONNECTED, "elsewhere", NOON);
            failed("P-5", Reason.NOT_CONNECTED, null, NOON);
            UUID retried = failed("P-6", Reason.NOT_CONNECTED, "here", NOON.plusSeconds(90));
            ProjectExport known = exports.find(retried).orElseThrow();
            exports.update(known, HistoryEntry.byItself(known, NOON, HistoryStep.RETRIED, "Connected"));
            exports.update(known, step("Retried"));

            assertThat(exports.failedWithoutConnection("here", NOON.minusSeconds(1)))
                    .containsExactly(early, late);
            assertThat(exports.failedWithoutConnection("here", NOON)).containsExactly(early, late, retried);
        }

        private UUID failed(String number, Reason reason, String organisation, Instant acceptedAt) {
            Outcome failed = new Outcome(null, List.of(new ExportError("No", null)), reason, null, null);
            Decision decision = new Decision("anna", acceptedAt, null, "hash", organisation);
            return added(with(ready(number), ExportStatus.FAILED_TO_EXPORT, decision, failed))
                    .id();
        }

        @Test
        void history_keeps_every_value_in_the_order_of_the_steps() {
            ProjectExport export = ready("P-1");
            HistoryEntry submitted = step("Submitted");
            // a node whose clock is behind
            HistoryEntry rejected = new HistoryEntry(
                    NOON.minusSeconds(5), "anna", "Rejected", 1, "Line 1\n<i>Line 2</i> 塔", null, null);
            HistoryEntry failed =
                    new HistoryEntry(NOON, HistoryEntry.SYSTEM, "Failed to Export", 2, null, "Xero's words", null);
            HistoryEntry synced = new HistoryEntry(NOON, HistoryEntry.SYSTEM, "Synced", 2, null, null, "job-1");

            exports.add(export, submitted);
            exports.update(export, rejected);
            exports.update(export);
            exports.update(export, failed);
            exports.update(export, synced);

            assertThat(exports.history(export.id())).containsExactly(submitted, rejected, failed, synced);
            assertThat(exports.history(UUID.randomUUID())).isEmpty();
        }

        @Test
        void text_from_outside_with_a_null_character_is_stored_without_it() {
            ProjectExport export = added(ready("P-1"));
            Outcome waiting = new Outcome(null, List.of(), null, NOON, "wait\0ing");
            HistoryEntry failed = new HistoryEntry(NOON, HistoryEntry.SYSTEM, "Failed", 1, null, "bro\0ken", null);

            exports.update(with(export, ExportStatus.EXPORTING, null, waiting), failed);

            assertThat(exports.find(export.id()).orElseThrow().outcome().waitingFor())
                    .isEqualTo("waiting");
            assertThat(exports.history(export.id()))
                    .last()
                    .satisfies(step -> assertThat(step.error()).isEqualTo("broken"));
        }

        @Test
        void moments_are_never_moved_into_the_future() {
            Instant nanoseconds = Instant.parse("2026-11-02T12:00:00.123456999Z");
            ProjectExport export = added(ready(ready("P-1").project(), "paula", nanoseconds));

            assertThat(exports.find(export.id()).orElseThrow().submission().submittedAt())
                    .isEqualTo(Instant.parse("2026-11-02T12:00:00.123456Z"));
        }

        @Test
        void ready_to_export_are_only_the_waiting_ones_the_longest_waiting_first() {
            ProjectExport youngest = added(ready(ready("P-1").project(), "paula", NOON.plusSeconds(2)));
            ProjectExport oldest = added(ready(ready("P-2").project(), "paula", NOON));
            ProjectExport middle = added(ready(ready("P-3").project(), "paula", NOON.plusSeconds(1)));
            added(with(ready("P-4"), ExportStatus.SYNCED));

            assertThat(exports.readyToExport(4)).containsExactly(oldest, middle, youngest);
            assertThat(exports.readyToExport(2)).containsExactly(oldest, middle);
            assertThat(exports.countReadyToExport()).isEqualTo(3);
        }

        private ProjectExport added(ProjectExport export) {
            exports.add(export, step("Submitted"));
            return export;
        }

        private ProjectExport updated(ProjectExport export) {
            exports.update(export);
            return export;
        }

        private static ActionRefused refused(ThrowingCallable action) {
            return catchThrowableOfType(ActionRefused.class, action);
        }

        private static void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
