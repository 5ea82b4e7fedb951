package io.projectexport.export.exactlyonce;

import static io.projectexport.export.FakeAccounting.CALL_TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.projectexport.export.BusinessFixture;
import io.projectexport.export.FakeAccounting.Answer;
import io.projectexport.export.FakeAccounting.Killed;
import io.projectexport.export.accounting.ExportError;
import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.accounting.ExportFailure.Reason;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.query.ProjectQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class IdempotentJobCreatorTest {

    private final BusinessFixture business = new BusinessFixture();
    private final UUID id = business.accepted();

    @Test
    void without_a_fault_there_are_one_look_up_and_one_call() {
        business.createXeroJob.run(id);

        assertThat(business.accounting.lookUps()).isEqualTo(1);
        assertThat(business.accounting.keys()).hasSize(1);
    }

    @Test
    void a_job_whose_response_was_lost_is_linked_at_the_first_look_up() {
        business.accounting.next(Answer.CREATE_BUT_STAY_SILENT);

        ExportFailure checking = refusal();
        assertThat(checking.reason()).isEqualTo(Reason.OUTCOME_UNKNOWN);
        assertThat(checking.retryAt()).isEqualTo(BusinessFixture.NOW.plus(business.lookups.lookAgainAfter()));
        business.createXeroJob.run(id);

        assertOneJob(1);
    }

    @Test
    void a_job_that_the_list_shows_late_is_not_created_again() {
        business.accounting.listLag(Duration.ofSeconds(45));
        business.accounting.next(Answer.CREATE_BUT_STAY_SILENT);

        goOnUntilSynced();

        assertOneJob(1);
    }

    @Test
    void a_job_that_xero_creates_after_our_time_out_is_not_created_again() {
        business.accounting.pauseForOnce(() -> {});
        business.accounting.pauseForOnce(() -> wait(CALL_TIMEOUT));
        business.accounting.next(Answer.CREATE_AFTER_THE_TIME_OUT);

        goOnUntilSynced();

        assertOneJob(1);
    }

    @Test
    void a_job_that_was_not_created_is_created_with_the_same_key_once_that_is_certain() {
        business.accounting.next(Answer.STAY_SILENT);

        goOnUntilSynced();

        assertOneJob(2);
        assertThat(business.accounting.keys())
                .containsOnly(business.accounting.keys().get(0));
        assertThat(Duration.between(
                        business.accounting.calledAt().get(0),
                        business.accounting.calledAt().get(1)))
                .isGreaterThanOrEqualTo(CALL_TIMEOUT.plus(business.lookups.lookAgainAfter()));
    }

    @Test
    void looks_that_come_too_soon_after_one_another_count_as_one() {
        business.accounting.next(Answer.STAY_SILENT);
        refusal();
        wait(CALL_TIMEOUT);

        for (int i = 0; i < 5; i++) {
            assertThat(refusal().reason()).isEqualTo(Reason.OUTCOME_UNKNOWN);
        }

        assertThat(business.accounting.keys()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"DIE", "CREATE_BUT_DIE"})
    void a_process_that_died_before_or_during_the_call_leaves_one_job(Answer death) {
        business.accounting.next(death);
        assertThatThrownBy(() -> business.createXeroJob.run(id)).isInstanceOf(Killed.class);

        goOnUntilSynced();

        assertOneJob(death == Answer.DIE ? 2 : 1);
    }

    @Test
    void a_process_that_died_is_given_the_time_that_its_call_could_still_take() {
        business.accounting.next(Answer.DIE);
        assertThatThrownBy(() -> business.createXeroJob.run(id)).isInstanceOf(Killed.class);

        goOnUntilSynced();

        assertThat(Duration.between(
                        business.accounting.calledAt().get(0),
                        business.accounting.calledAt().get(1)))
                .isGreaterThanOrEqualTo(CALL_TIMEOUT.multipliedBy(3).plus(business.lookups.lookAgainAfter()));
    }

    @ParameterizedTest
    @EnumSource(names = {"DIE", "CREATE_BUT_DIE", "STAY_SILENT"})
    void a_call_that_a_node_noted_whose_clock_was_ahead_is_settled_as_soon_as_any_other(Answer answer) {
        business.accounting.next(answer);
        catchThrowable(() -> business.createXeroJob.run(id));
        noteAhead(Duration.ofHours(2));

        goOnUntilSynced();

        assertOneJob(answer == Answer.CREATE_BUT_DIE ? 1 : 2);
        assertThat(Duration.between(BusinessFixture.NOW, business.clock.instant()))
                .isLessThan(Duration.ofMinutes(5));
    }

    @Test
    void a_look_that_a_node_noted_whose_clock_was_ahead_does_not_keep_the_export_waiting() {
        business.accounting.next(Answer.STAY_SILENT);
        refusal();
        wait(CALL_TIMEOUT);
        refusal();
        ExportAttempt attempt = business.attempts.last(id).orElseThrow();
        assertThat(attempt.lookup().absentSince()).isNotNull();
        business.attempts.store(attempt.absent(BusinessFixture.NOW.plus(Duration.ofHours(2))));

        goOnUntilSynced();

        assertOneJob(2);
        assertThat(Duration.between(BusinessFixture.NOW, business.clock.instant()))
                .isLessThan(Duration.ofMinutes(5));
    }

    private void noteAhead(Duration ahead) {
        ExportAttempt attempt = business.attempts.last(id).orElseThrow();
        Instant ended = attempt.calls().lastEnded();
        business.attempts.store(
                ended == null
                        ? attempt.atLatest(attempt.calls().lastBegan().plus(ahead))
                        : attempt.unanswered(ended.plus(ahead), attempt.calls().problem()));
    }

    @Test
    void a_job_whose_response_arrived_before_the_process_died_is_linked_without_a_call() {
        business.jobCreator.create(business.fingerprint.approved(business.export(id)));

        business.createXeroJob.run(id);

        assertOneJob(1);
        assertThat(business.accounting.lookUps()).isEqualTo(1);
    }

    @Test
    void a_second_run_during_the_call_creates_nothing() {
        AtomicReference<ExportFailure> second = new AtomicReference<>();
        business.accounting.pauseForOnce(() -> {});
        business.accounting.pauseForOnce(() -> second.set(refusal()));

        business.createXeroJob.run(id);

        assertThat(second.get().reason()).isEqualTo(Reason.OUTCOME_UNKNOWN);
        assertOneJob(1);
    }

    @Test
    void a_run_that_was_overtaken_before_its_call_creates_nothing() {
        business.accounting.pauseForOnce(() -> business.createXeroJob.run(id));

        ExportFailure overtaken = catchThrowableOfType(
                ExportFailure.class,
                () -> business.jobCreator.create(business.fingerprint.approved(business.export(id))));

        assertThat(overtaken.reason()).isEqualTo(Reason.OUTCOME_UNKNOWN);
        assertOneJob(1);
    }

    @Test
    void a_run_that_was_overtaken_before_its_second_call_creates_nothing() {
        business.accounting.next(Answer.STAY_SILENT);
        refusal();
        wait(CALL_TIMEOUT);
        refusal();
        wait(business.lookups.lookAgainAfter());
        business.accounting.pauseForOnce(() -> business.createXeroJob.run(id));

        ExportFailure overtaken = catchThrowableOfType(
                ExportFailure.class,
                () -> business.jobCreator.create(business.fingerprint.approved(business.export(id))));

        assertThat(overtaken.reason()).isEqualTo(Reason.OUTCOME_UNKNOWN);
        assertOneJob(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"BE_OUT_OF_REACH", "RATE_LIMIT", "NOT_CONNECTED"})
    void what_surely_created_nothing_is_tried_again_at_once_with_the_same_key(Answer answer) {
        business.accounting.next(answer);

        assertThat(refusal().reason()).isNotEqualTo(Reason.OUTCOME_UNKNOWN);
        business.createXeroJob.run(id);

        assertOneJob(2);
        assertThat(business.accounting.keys())
                .containsOnly(business.accounting.keys().get(0));
    }

    static List<ExportFailure> failuresOfALookUp() {
        ExportError error = new ExportError("invalid_grant", "Reconnect to Xero.");
        return List.of(ExportFailure.notConnected(error, null), ExportFailure.unavailable(error, null));
    }

    @ParameterizedTest
    @MethodSource("failuresOfALookUp")
    void whoever_reads_of_a_failure_before_the_outcome_is_known_reads_that_a_job_may_exist(ExportFailure failedLookUp) {
        business.accounting.next(Answer.CREATE_BUT_STAY_SILENT);
        refusal();
        business.accounting.failLookUp(failedLookUp);

        ExportFailure failure = refusal();

        assertThat(failure.reason()).isEqualTo(failedLookUp.reason());
        assertThat(failure.errors())
                .extracting(ExportError::message)
                .containsExactly(
                        "invalid_grant",
                        "Xero may have the job all the same, because an earlier call was never answered.");
        business.createXeroJob.run(id);
        assertOneJob(1);
    }

    @Test
    void after_a_refusal_the_next_try_has_a_new_key() {
        business.accounting.next(Answer.REFUSE);

        assertThat(refusal().reason()).isEqualTo(Reason.REFUSED);
        business.createXeroJob.run(id);

        assertOneJob(2);
        assertThat(business.accounting.keys()).doesNotHaveDuplicates();
    }

    @Test
    void a_xero_that_never_creates_anything_is_left_to_a_person_whose_retry_looks_the_job_up_first() {
        business.accounting.next(
                Answer.STAY_SILENT, Answer.STAY_SILENT, Answer.STAY_SILENT, Answer.STAY_SILENT, Answer.STAY_SILENT);

        ExportFailure givenUp = goOn();

        assertThat(givenUp.reason()).isEqualTo(Reason.UNAVAILABLE);
        assertThat(givenUp.isGivenUp()).isTrue();
        assertThat(givenUp).hasMessage("Xero did not answer in time.");
        assertThat(givenUp.errors().get(0).remedy()).contains("looks for it again before it creates it");
        assertThat(business.accounting.keys()).hasSize(5);

        int lookUps = business.accounting.lookUps();
        business.createXeroJob.run(id);
        assertThat(business.accounting.lookUps()).isGreaterThan(lookUps);
        assertOneJob(6);
    }

    @Test
    void while_the_outcome_is_unknown_every_page_says_so_even_where_no_wait_was_recorded() {
        business.accounting.next(Answer.CREATE_BUT_DIE);
        assertThatThrownBy(() -> business.createXeroJob.run(id)).isInstanceOf(Killed.class);
        assertThat(page()).isNull();
        business.clock.moveTo(BusinessFixture.NOW.plusSeconds(6));

        ProjectExport shown = business.readProject.details(id, business.anna).export();
        assertThat(shown.status()).isEqualTo(ExportStatus.EXPORTING);
        assertThat(shown.outcome().waitingFor()).startsWith("Checking with Xero");
        assertThat(page()).startsWith("Checking with Xero");

        goOnUntilSynced();
        assertThat(business.readProject
                        .details(id, business.anna)
                        .export()
                        .outcome()
                        .waitingFor())
                .isNull();
        assertThat(page()).isNull();
    }

    @Test
    void a_wait_for_the_limit_is_shown_beside_the_check() {
        business.accounting.next(Answer.CREATE_BUT_STAY_SILENT);
        refusal();
        business.createXeroJob.waiting(id, ExportFailure.rateLimited(BusinessFixture.NOW, "60 calls a minute"));

        assertThat(page()).startsWith("Checking with Xero").endsWith("60 calls a minute");
    }

    private String page() {
        ProjectQuery all = new ProjectQuery(null, null, null, ProjectQuery.Sort.SUBMITTED_AT, true, 0, 10);
        return business.findProjects
                .search(all, business.anna)
                .items()
                .get(0)
                .outcome()
                .waitingFor();
    }

    private void assertOneJob(int calls) {
        assertThat(business.accounting.created()).hasSize(1);
        assertThat(business.accounting.keys()).hasSize(calls);
        assertThat(business.export(id).status()).isEqualTo(ExportStatus.SYNCED);
        assertThat(business.export(id).outcome().job().id()).isEqualTo("job-0");
    }

    private void goOnUntilSynced() {
        assertThat(goOn()).isNull();
    }

    /** Runs whenever the export says that it goes on; what it ends with, null for a job. */
    private ExportFailure goOn() {
        for (int run = 0; run < 100; run++) {
            ExportFailure refused = refusal();
            if (refused == null || refused.retryAt() == null) {
                return refused;
            }
            business.clock.moveTo(refused.retryAt());
        }
        throw new AssertionError("the export never ends");
    }

    private ExportFailure refusal() {
        return catchThrowableOfType(ExportFailure.class, () -> business.createXeroJob.run(id));
    }

    private void wait(Duration time) {
        business.clock.moveTo(business.clock.instant().plus(time));
    }
}
