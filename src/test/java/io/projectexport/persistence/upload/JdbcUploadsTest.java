package io.projectexport.persistence.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.bulk.Batch;
import io.projectexport.export.bulk.BatchRow;
import io.projectexport.export.upload.UploadedProject;
import io.projectexport.export.upload.Uploads;
import io.projectexport.persistence.OnH2;
import io.projectexport.persistence.OnPostgreSql;
import io.projectexport.persistence.RepositoryContract;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class JdbcUploadsTest {

    @Nested
    @OnH2
    class On_h2 extends Contract {}

    @Nested
    @OnPostgreSql
    class On_postgresql extends Contract {}

    abstract static class Contract extends RepositoryContract {

        private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

        @Autowired
        Uploads uploads;

        @Test
        void upload_comes_back_as_it_was_stored_with_its_rows_in_the_order_of_the_sheet() {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("projectName", "Brücke 🌉 \"=1\"\n\0");
            fields.put("client", null);
            BatchRow<UploadedProject> waiting =
                    BatchRow.waiting(11, "P-1 Brücke 🌉", new UploadedProject(fields, UUID.randomUUID()), null);
            BatchRow<UploadedProject> unreadable = BatchRow.unreadable(
                    2, "x", new UploadedProject(Map.of(), null), List.of("Row 2 has 3 values.", "Häh?"));
            Batch upload = upload("sam", 2);

            uploads.add(upload, List.of(waiting, unreadable));

            assertThat(uploads.rows(upload.id())).containsExactly(unreadable, waiting);
            Batch counted = new Batch(upload.id(), "sam", upload.token(), NOON, 2, 0, 1);
            assertThat(uploads.find(upload.id())).contains(counted);
            assertThat(uploads.findByToken("sam", upload.token())).contains(counted);
            assertThat(uploads.ownedBy("sam", 5)).containsExactly(counted);
            assertThat(uploads.unfinished(NOON.plusSeconds(1), 5)).containsExactly(counted);
            assertThat(uploads.unfinished(NOON, 5)).isEmpty();
            assertThat(uploads.ownedBy("sue", 5)).isEmpty();
        }

        @Test
        void token_that_was_used_adds_nothing() {
            Batch upload = added("sam", 2);

            Batch second = new Batch(UUID.randomUUID(), "sam", upload.token(), NOON, 1, 0, 0);
            assertThat(uploads.add(second, rows(1))).isFalse();

            assertThat(uploads.find(second.id())).isEmpty();
            assertThat(uploads.rows(second.id())).isEmpty();
            assertThat(uploads.add(new Batch(UUID.randomUUID(), "sue", upload.token(), NOON, 1, 0, 0), rows(1)))
                    .isTrue();
        }

        @Test
        void what_became_of_a_row_is_recorded_once() {
            Batch upload = added("sam", 3);
            UUID exportId = UUID.randomUUID();
            BatchRow<UploadedProject> first = uploads.waiting(upload.id(), 1).get(0);
            BatchRow<UploadedProject> submitted = in(first, BatchRow.State.DONE, exportId);

            assertThat(uploads.record(upload.id(), submitted)).isTrue();
            assertThat(uploads.record(upload.id(), in(first, BatchRow.State.REFUSED, null)))
                    .isFalse();

            assertThat(uploads.rows(upload.id())).startsWith(submitted);
            assertThat(uploads.waiting(upload.id(), 5))
                    .extracting(BatchRow::number)
                    .containsExactly(2, 3);
            assertThat(uploads.find(upload.id()).orElseThrow().done()).isEqualTo(1);
        }

        @Test
        void row_that_somebody_has_is_not_waited_for_and_waits_again_when_their_transaction_is_undone() {
            Batch upload = added("sam", 2);
            BatchRow<UploadedProject> row = uploads.waiting(upload.id(), 1).get(0);

            transaction.executeWithoutResult(first -> {
                assertThat(uploads.claim(upload.id(), row)).isTrue();
                assertThat(claimedByAnother(upload, row)).isFalse();
                uploads.record(upload.id(), in(row, BatchRow.State.DONE, UUID.randomUUID()));
                assertThat(claimedByAnother(upload, row)).isFalse();
                first.setRollbackOnly();
            });

            assertThat(claimedByAnother(upload, row)).isTrue();
            uploads.record(upload.id(), in(row, BatchRow.State.DONE, UUID.randomUUID()));
            assertThat(claimedByAnother(upload, row)).isFalse();
        }

        @Test
        void only_what_was_done_before_is_deleted() {
            Batch done = added("sam", 1);
            Batch unfinished = added("sam", 1);
            BatchRow<UploadedProject> row = uploads.waiting(done.id(), 1).get(0);
            uploads.record(done.id(), in(row, BatchRow.State.DONE, UUID.randomUUID()));

            uploads.deleteDoneBefore(Instant.now().minus(Duration.ofHours(1)));
            assertThat(uploads.find(done.id())).isPresent();
            uploads.deleteDoneBefore(Instant.now().plus(Duration.ofHours(1)));

            assertThat(uploads.find(done.id())).isEmpty();
            assertThat(uploads.rows(done.id())).isEmpty();
            assertThat(uploads.find(unfinished.id())).isPresent();
        }

        private boolean claimedByAnother(Batch upload, BatchRow<UploadedProject> row) {
            return CompletableFuture.supplyAsync(() -> transaction.execute(other -> uploads.claim(upload.id(), row)))
                    .orTimeout(10, TimeUnit.SECONDS)
                    .join();
        }

        private Batch added(String owner, int rows) {
            Batch upload = upload(owner, rows);
            assertThat(uploads.add(upload, rows(rows))).isTrue();
            return upload;
        }

        private static Batch upload(String owner, int rows) {
            return new Batch(UUID.randomUUID(), owner, UUID.randomUUID().toString(), NOON, rows, 0, 0);
        }

        private static List<BatchRow<UploadedProject>> rows(int number) {
            return IntStream.rangeClosed(1, number)
                    .mapToObj(row -> BatchRow.waiting(
                            row, "P-" + row, new UploadedProject(Map.of("projectNumber", "P-" + row), null), null))
                    .toList();
        }

        private static BatchRow<UploadedProject> in(
                BatchRow<UploadedProject> row, BatchRow.State state, UUID exportId) {
            return new BatchRow<>(row.number(), row.label(), row.work(), state, row.tries(), exportId, List.of());
        }
    }
}
