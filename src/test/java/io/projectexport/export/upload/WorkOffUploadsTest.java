package io.projectexport.export.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import io.projectexport.export.BusinessFixture;
import io.projectexport.export.InMemoryUploads;
import io.projectexport.export.approval.ApprovalProcess;
import io.projectexport.export.bulk.Batch;
import io.projectexport.export.bulk.BatchRow;
import io.projectexport.export.bulk.BatchRow.State;
import io.projectexport.export.bulk.OnBehalf;
import io.projectexport.export.bulk.RowFailed;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.FieldError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkOffUploadsTest {

    private static final UUID ID = UUID.randomUUID();

    private final BusinessFixture business = new BusinessFixture();
    private final InMemoryUploads uploads = new InMemoryUploads();
    private final ApprovalProcess process = mock(ApprovalProcess.class);
    private final List<String> acted = new ArrayList<>();
    private final SubmitUpload submitUpload = new SubmitUpload(uploads, business.actionRules, business.clock);
    private final FindUploads findUploads = new FindUploads(uploads);
    private final WorkOffUploads workOff = new WorkOffUploads(uploads, new Recorder(), process, business.clock);

    @Test
    void rows_are_submitted_in_their_order_as_the_owner_a_few_at_a_time() {
        List<String> numbers = new ArrayList<>();
        given(process.submit(any())).willAnswer(call -> {
            numbers.add(String.valueOf(call.<Map<String, Object>>getArgument(0).get("projectNumber")));
            return ID;
        });
        Batch upload = submitted(rows(60));

        assertThat(workOff.next(upload)).isTrue();
        assertThat(progress(upload)).isEqualTo("25+0 of 60");
        assertThat(workOff.nextOfAll()).as("left to the request").isFalse();
        pass(Duration.ofSeconds(6));
        assertThat(workOff.nextOfAll()).isTrue();
        assertThat(workOff.nextOfAll()).isTrue();
        assertThat(workOff.nextOfAll()).isFalse();

        assertThat(numbers)
                .isEqualTo(
                        IntStream.rangeClosed(1, 60).mapToObj(row -> "P-" + row).toList());
        assertThat(acted).as("a transaction for each 25").hasSize(3).containsOnly("sam");
        assertThat(progress(upload)).isEqualTo("60+0 of 60");
    }

    @Test
    void slow_machine_keeps_nobody_waiting() {
        given(process.submit(any())).willAnswer(call -> {
            pass(Duration.ofSeconds(2));
            return ID;
        });
        Batch upload = submitted(rows(60));

        assertThat(workOff.next(upload)).isTrue();

        assertThat(progress(upload)).isEqualTo("2+0 of 60");
    }

    @Test
    void refused_row_says_why_and_the_others_go_on() {
        given(process.submit(any())).willReturn(ID);
        given(process.submit(Map.of("projectNumber", "P-2")))
                .willThrow(ActionRefused.invalid(List.of(new FieldError("a", "No."), new FieldError("b", "Never."))));
        given(process.submit(Map.of("projectNumber", "P-3")))
                .willThrow(ActionRefused.forbidden("Only members of a project team may submit projects."));
        Batch upload = submitted(rows(4));

        workOff.next(upload);

        assertThat(acted).as("1 to 4, 1, 2 to 4, 3 and 4, 4").hasSize(5);
        assertThat(findUploads.rows(upload))
                .extracting(BatchRow::number, BatchRow::state, BatchRow::messages)
                .containsExactly(
                        tuple(2, State.REFUSED, List.of("No.", "Never.")),
                        tuple(3, State.REFUSED, List.of("Only members of a project team may submit projects.")),
                        tuple(1, State.DONE, List.of()),
                        tuple(4, State.DONE, List.of()));
    }

    @Test
    void correction_resubmits_its_project_and_makes_no_new_one() {
        Batch upload = submitted(
                List.of(BatchRow.waiting(2, "P-1 Pier", new UploadedProject(Map.of("projectName", "Pier"), ID), null)));

        workOff.next(upload);

        verify(process).resubmit(ID, Map.of("projectName", "Pier"));
        assertThat(uploads.rows(upload.id()))
                .singleElement()
                .satisfies(row -> assertThat(row.exportId()).isEqualTo(ID));
    }

    @Test
    void row_that_somebody_else_works_at_is_left_to_them_with_all_that_come_after_it() {
        given(process.submit(any())).willReturn(ID);
        Batch upload = submitted(rows(4));
        uploads.claimedByOthers.add(2);

        workOff.next(upload);
        pass(Duration.ofSeconds(6));
        assertThat(workOff.nextOfAll()).isFalse();

        assertThat(progress(upload)).isEqualTo("1+0 of 4");
    }

    @Test
    void what_goes_wrong_for_no_reason_of_the_row_is_tried_again_and_given_up_with_a_reference() {
        willThrow(new IllegalStateException("unforeseen")).given(process).submit(Map.of("projectNumber", "P-1"));
        given(process.submit(Map.of("projectNumber", "P-2"))).willReturn(ID);
        Batch upload = submitted(rows(2));

        pass(Duration.ofSeconds(6));
        for (int i = 0; i < 3; i++) {
            assertThat(progress(upload)).isEqualTo("0+0 of 2");
            assertThatThrownBy(workOff::nextOfAll)
                    .isInstanceOf(RowFailed.class)
                    .hasMessageContaining(upload.id() + "/1");
        }
        workOff.nextOfAll();

        verify(process, times(3)).submit(Map.of("projectNumber", "P-1"));
        assertThat(progress(upload)).isEqualTo("1+1 of 2");
        assertThat(uploads.rows(upload.id()).get(0).messages())
                .singleElement()
                .asString()
                .contains("tell an administrator the reference " + upload.id() + "/1");
    }

    @Test
    void second_press_of_the_button_leads_to_the_first_ones_upload() {
        Batch first = submitUpload.submit(rows(3), "token", business.sam);

        assertThat(submitUpload.submit(rows(3), "token", business.sam)).isEqualTo(first);
        assertThat(submitUpload.submit(rows(3), "token", business.sue).id()).isNotEqualTo(first.id());
        assertThat(findUploads.latest(business.sam)).hasSize(1);
    }

    @Test
    void nobody_but_the_owner_sees_an_upload_and_who_may_not_submit_makes_none() {
        Batch upload = submitted(rows(1));

        assertThat(findUploads.one(upload.id(), business.sam)).isEqualTo(upload);
        for (UUID id : List.of(upload.id(), UUID.randomUUID())) {
            assertThatThrownBy(() -> findUploads.one(id, business.ben))
                    .isInstanceOf(ActionRefused.class)
                    .hasMessageContaining("There is no such upload");
        }
        assertThatThrownBy(() -> submitUpload.submit(rows(1), "token", business.anna))
                .hasMessage("Only members of a project team may submit projects.");
        verifyNoInteractions(process);
    }

    @Test
    void finished_uploads_are_forgotten_after_two_weeks_and_unfinished_ones_never() {
        given(process.submit(any())).willReturn(ID);
        Batch finished = submitted(rows(1));
        workOff.next(finished);
        Batch unfinished = submitted(rows(1));
        pass(Duration.ofDays(13));
        workOff.forgetOld();
        assertThat(findUploads.latest(business.sam)).hasSize(2);

        pass(Duration.ofDays(2));
        workOff.forgetOld();

        assertThat(findUploads.latest(business.sam)).extracting(Batch::id).containsExactly(unfinished.id());
    }

    private void pass(Duration time) {
        business.clock.moveTo(business.clock.instant().plus(time));
    }

    private Batch submitted(List<BatchRow<UploadedProject>> rows) {
        return submitUpload.submit(rows, UUID.randomUUID().toString(), business.sam);
    }

    private static List<BatchRow<UploadedProject>> rows(int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(row -> BatchRow.waiting(
                        row, "P-" + row, new UploadedProject(Map.of("projectNumber", "P-" + row), null), null))
                .toList();
    }

    private String progress(Batch upload) {
        Batch now = findUploads.one(upload.id(), business.sam);
        return "%d+%d of %d".formatted(now.done(), now.refused(), now.total());
    }

    private final class Recorder implements OnBehalf {

        @Override
        public <T> T of(String userId, Supplier<T> work) {
            acted.add(userId);
            return work.get();
        }
    }
}
