package io.projectexport.persistence.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.bulk.Batch;
import io.projectexport.export.bulk.BatchRow;
import io.projectexport.export.bulk.BatchRow.State;
import io.projectexport.export.decision.ConfirmedDecision;
import io.projectexport.export.decision.DecisionCount;
import io.projectexport.export.decision.Decisions;
import io.projectexport.export.permission.Action;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.ProjectExports;
import io.projectexport.persistence.OnH2;
import io.projectexport.persistence.OnPostgreSql;
import io.projectexport.persistence.RepositoryContract;
import io.projectexport.persistence.TestExports;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class JdbcDecisionsTest {

    @Nested
    @OnH2
    class On_h2 extends Contract {}

    @Nested
    @OnPostgreSql
    class On_postgresql extends Contract {}

    abstract static class Contract extends RepositoryContract {

        private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

        @Autowired
        Decisions decisions;

        @Autowired
        ProjectExports exports;

        @Test
        void decisions_come_back_as_they_were_confirmed_in_their_order() {
            BatchRow<ConfirmedDecision> accepted = row(1, new ConfirmedDecision(Action.ACCEPT, null, 1));
            BatchRow<ConfirmedDecision> rejected =
                    row(2, new ConfirmedDecision(Action.REJECT, "Too high. 🌉\n\"x\"", 3));

            Batch batch = added(rejected, accepted);

            assertThat(decisions.rows(batch.id())).containsExactly(accepted, rejected);
            assertThat(decisions.find(batch.id())).contains(batch);
            assertThat(decisions.findByToken("anna", batch.token())).contains(batch);
            assertThat(decisions.unfinished(NOON.plusSeconds(1), 5)).containsExactly(batch);
            assertThat(decisions.addOnce(
                            new Batch(UUID.randomUUID(), "anna", batch.token(), NOON, 1, 0, 0),
                            List.of(row(1, accept()))))
                    .isEqualTo(batch);
        }

        @Test
        void how_far_they_are_is_counted_with_the_statuses_of_their_projects() {
            BatchRow<ConfirmedDecision> done = row(1, accept());
            BatchRow<ConfirmedDecision> refused = row(2, accept());
            Batch batch = added(done, refused, row(3, accept()));

            decisions.record(
                    batch.id(), List.of(in(done, State.DONE, List.of()), in(refused, State.REFUSED, List.of("No."))));

            assertThat(decisions.counts(batch.id()))
                    .containsExactlyInAnyOrder(
                            new DecisionCount(Action.ACCEPT, State.DONE, ExportStatus.READY_TO_EXPORT, 1),
                            new DecisionCount(Action.ACCEPT, State.REFUSED, ExportStatus.READY_TO_EXPORT, 1),
                            new DecisionCount(Action.ACCEPT, State.WAITING, ExportStatus.READY_TO_EXPORT, 1));
            assertThat(decisions.refused(batch.id(), 5)).containsExactly(in(refused, State.REFUSED, List.of("No.")));
            assertThat(decisions.failedToExport(batch.id(), 5)).isEmpty();
            jdbc.sql("update project_export set status = 'FAILED_TO_EXPORT'").update();
            assertThat(decisions.failedToExport(batch.id(), 5)).containsExactly(done.exportId());
            assertThat(decisions.find(batch.id()).orElseThrow())
                    .extracting(Batch::done, Batch::refused)
                    .containsExactly(1, 1);
        }

        @Test
        void chunk_is_claimed_whole_or_not_at_all() {
            BatchRow<ConfirmedDecision> first = row(1, accept());
            BatchRow<ConfirmedDecision> second = row(2, accept());
            Batch batch = added(first, second);

            transaction.executeWithoutResult(mine -> {
                assertThat(decisions.claim(batch.id(), second)).isTrue();
                assertThat(claimedByAnother(batch, List.of(first, second))).isFalse();
                assertThat(claimedByAnother(batch, List.of(first))).isTrue();
            });

            assertThat(claimedByAnother(batch, List.of(first, second))).isTrue();
        }

        private boolean claimedByAnother(Batch batch, List<BatchRow<ConfirmedDecision>> rows) {
            return CompletableFuture.supplyAsync(() -> transaction.execute(other -> decisions.claim(batch.id(), rows)))
                    .orTimeout(10, TimeUnit.SECONDS)
                    .join();
        }

        @SafeVarargs
        private Batch added(BatchRow<ConfirmedDecision>... rows) {
            Batch batch = new Batch(UUID.randomUUID(), "anna", UUID.randomUUID().toString(), NOON, rows.length, 0, 0);
            assertThat(decisions.add(batch, List.of(rows))).isTrue();
            return batch;
        }

        private BatchRow<ConfirmedDecision> row(int number, ConfirmedDecision decision) {
            ProjectExport export = TestExports.ready("P-" + UUID.randomUUID());
            exports.add(export, TestExports.step("Submitted"));
            return BatchRow.waiting(number, "P-" + number + " Brücke", decision, export.id());
        }

        private static ConfirmedDecision accept() {
            return new ConfirmedDecision(Action.ACCEPT, null, 1);
        }

        private static BatchRow<ConfirmedDecision> in(
                BatchRow<ConfirmedDecision> row, State state, List<String> messages) {
            return new BatchRow<>(row.number(), row.label(), row.work(), state, row.tries(), row.exportId(), messages);
        }
    }
}
