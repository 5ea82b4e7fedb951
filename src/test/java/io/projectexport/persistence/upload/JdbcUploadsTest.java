package io.projectexport.persistence.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.upload.Upload;
import io.projectexport.export.upload.UploadRow;
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
            UploadRow waiting = UploadRow.waiting(11, "P-1 Brücke 🌉", fields, UUID.randomUUID());
            UploadRow unreadable = UploadRow.unreadable(2, "x", List.of("Row 2 has 3 values.", "Häh?"));
            Upload upload = upload("sam", 2);

            uploads.add(upload, List.of(waiting, unreadable));

            assertThat(uploads.rows(upload.id())).containsExactly(unreadable, waiting);
            Upload counted = new Upload(upload.id(), "sam", upload.token(), NOON, 2, 0, 1);
            assertThat(uploads.find(upload.id())).contains(counted);
            assertThat(uploads.findByToken("sam", upload.token())).contains(counted);
            assertThat(uploads.ownedBy("sam", 5)).containsExactly(counted);
            assertThat(uploads.unfinished(NOON.plusSeconds(1), 5)).containsExactly(counted);
            assertThat(uploads.unfinished(NOON, 5)).isEmpty();
            assertThat(uploads.ownedBy("sue", 5)).isEmpty();
        }

        @Test
        void token_that_was_used_adds_nothing() {
            Upload upload = added("sam", 2);

            Upload second = new Upload(UUID.randomUUID(), "sam", upload.token(), NOON, 1, 0, 0);
            assertThat(uploads.add(second, rows(1))).isFalse();

            assertThat(uploads.find(second.id())).isEmpty();
            assertThat(uploads.rows(second.id())).isEmpty();
            assertThat(uploads.add(new Upload(UUID.randomUUID(), "sue", upload.token(), NOON, 1, 0, 0), rows(1)))
                    .isTrue();
        }

        @Test
        void what_became_of_a_row_is_recorded_once() {
            Upload upload = added("sam", 3);
            UUID exportId = UUID.randomUUID();
            UploadRow first = uploads.waiting(upload.id(), 1).get(0);
            UploadRow submitted = in(first, UploadRow.State.SUBMITTED, exportId);

            assertThat(uploads.record(upload.id(), submitted)).isTrue();
            assertThat(uploads.record(upload.id(), in(first, UploadRow.State.REFUSED, null)))
                    .isFalse();

            assertThat(uploads.rows(upload.id())).startsWith(submitted);
            assertThat(uploads.waiting(upload.id(), 5))
                    .extracting(UploadRow::number)
                    .containsExactly(2, 3);
            assertThat(uploads.find(upload.id()).orElseThrow().submitted()).isEqualTo(1);
        }

        @Test
        void row_that_somebody_has_is_not_waited_for_and_waits_again_when_their_transaction_is_undone() {
            Upload upload = added("sam", 2);
            UploadRow row = uploads.waiting(upload.id(), 1).get(0);

            transaction.executeWithoutResult(first -> {
                assertThat(uploads.claim(upload.id(), row)).isTrue();
                assertThat(claimedByAnother(upload, row)).isFalse();
                uploads.record(upload.id(), in(row, UploadRow.State.SUBMITTED, UUID.randomUUID()));
                assertThat(claimedByAnother(upload, row)).isFalse();
                first.setRollbackOnly();
            });

            assertThat(claimedByAnother(upload, row)).isTrue();
            uploads.record(upload.id(), in(row, UploadRow.State.SUBMITTED, UUID.randomUUID()));
            assertThat(claimedByAnother(upload, row)).isFalse();
        }

        @Test
        void only_what_was_done_before_is_deleted() {
            Upload done = added("sam", 1);
            Upload unfinished = added("sam", 1);
            UploadRow row = uploads.waiting(done.id(), 1).get(0);
            uploads.record(done.id(), in(row, UploadRow.State.SUBMITTED, UUID.randomUUID()));

            uploads.deleteDoneBefore(Instant.now().minus(Duration.ofHours(1)));
            assertThat(uploads.find(done.id())).isPresent();
            uploads.deleteDoneBefore(Instant.now().plus(Duration.ofHours(1)));

            assertThat(uploads.find(done.id())).isEmpty();
            assertThat(uploads.rows(done.id())).isEmpty();
            assertThat(uploads.find(unfinished.id())).isPresent();
        }

        private boolean claimedByAnother(Upload upload, UploadRow row) {
            return CompletableFuture.supplyAsync(() -> transaction.execute(other -> uploads.claim(upload.id(), row)))
                    .orTimeout(10, TimeUnit.SECONDS)
                    .join();
        }

        private Upload added(String owner, int rows) {
            Upload upload = upload(owner, rows);
            assertThat(uploads.add(upload, rows(rows))).isTrue();
            return upload;
        }

        private static Upload upload(String owner, int rows) {
            return new Upload(UUID.randomUUID(), owner, UUID.randomUUID().toString(), NOON, rows, 0, 0);
        }

        private static List<UploadRow> rows(int number) {
            return IntStream.rangeClosed(1, number)
                    .mapToObj(row -> UploadRow.waiting(row, "P-" + row, Map.of("projectNumber", "P-" + row), null))
                    .toList();
        }

        private static UploadRow in(UploadRow row, UploadRow.State state, UUID exportId) {
            return new UploadRow(
                    row.number(), row.label(), row.fields(), row.corrects(), state, row.tries(), exportId, List.of());
        }
    }
}
