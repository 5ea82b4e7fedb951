package io.projectexport.export.exactlyonce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.projectexport.export.BusinessFixture;
import io.projectexport.export.FakeAccounting.Answer;
import io.projectexport.export.accounting.ExportError;
import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.accounting.JobRequest;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.FieldError;
import io.projectexport.export.project.ExportStatus;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What happens where Xero has jobs of the project's name, and nobody may guess. */
class JobChoiceTest {

    private final BusinessFixture business = new BusinessFixture();
    private final UUID id = business.accepted();

    @Test
    void a_job_that_existed_before_is_left_to_a_person() {
        business.accounting.addByHand(name());

        ExportFailure refused = run();

        assertThat(refused.reason()).isEqualTo(ExportFailure.Reason.REFUSED);
        assertThat(refused).hasMessageContaining("1 job(s)").hasMessageContaining(name());
        assertThat(business.accounting.keys()).isEmpty();
        assertThat(business.readProject.details(id, business.anna).foundJobs())
                .extracting(found -> found.job().id())
                .containsExactly("job-0");
    }

    @Test
    void the_project_is_linked_to_the_job_that_an_approver_chose() {
        business.accounting.addByHand(name());
        run();

        retry(linkTo("job-0"));

        assertThat(run()).isNull();
        assertSynced("job-0");
        assertThat(business.accounting.keys()).isEmpty();
        assertThat(business.exports.history(id))
                .filteredOn(step -> step.what().equals("Retried"))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.who()).isEqualTo("anna");
                    assertThat(step.comment()).isEqualTo("Link to job job-0");
                });
    }

    @Test
    void a_new_job_is_created_where_an_approver_wants_one() {
        business.accounting.addByHand(name());
        run();

        retry(new JobChoice(null, true));

        assertThat(run()).isNull();
        assertSynced("job-1");
        assertThat(business.accounting.created()).hasSize(2);
        assertThat(business.exports.history(id))
                .anySatisfy(step -> assertThat(step.comment()).isEqualTo("Create a new job, none of job-0"));
    }

    @Test
    void a_new_job_whose_response_was_lost_is_told_from_those_that_existed_before() {
        business.accounting.addByHand(name());
        run();
        retry(new JobChoice(null, true));
        business.accounting.next(Answer.CREATE_BUT_STAY_SILENT);

        run();
        assertThat(run()).isNull();

        assertSynced("job-1");
        assertThat(business.accounting.created()).hasSize(2);
    }

    @Test
    void a_choice_survives_a_refusal_by_xero() {
        business.accounting.addByHand(name());
        run();
        retry(new JobChoice(null, true));
        business.accounting.next(Answer.REFUSE);
        run();

        retry(JobChoice.NONE);

        assertThat(run()).isNull();
        assertSynced("job-1");
    }

    @Test
    void several_jobs_after_a_lost_response_are_left_to_a_person() {
        business.accounting.next(Answer.CREATE_BUT_STAY_SILENT);
        run();
        business.accounting.addByHand(name());

        assertThat(run())
                .hasMessageContaining("2 job(s)")
                .hasMessageContaining("job-0")
                .hasMessageContaining("job-1");

        retry(linkTo("job-1"));
        assertThat(run()).isNull();
        assertSynced("job-1");
    }

    @Test
    void a_retry_without_a_choice_looks_the_job_up_again() {
        business.accounting.addByHand(name());
        run();

        retry(JobChoice.NONE);

        assertThat(run()).hasMessageContaining("1 job(s)");
        assertThat(business.accounting.keys()).isEmpty();
    }

    @Test
    void only_a_job_that_was_found_can_be_linked() {
        business.accounting.addByHand(name());
        run();

        ActionRefused refused = refusal(() -> retry(linkTo("job-7")));

        assertThat(refused.errors()).extracting(FieldError::field).containsExactly("linkTo");
        assertThat(refused).hasMessageContaining("job-7").hasMessageContaining("choose job-0");
        assertThat(business.export(id).status()).isEqualTo(ExportStatus.FAILED_TO_EXPORT);
    }

    @Test
    void where_nothing_was_found_there_is_nothing_to_choose() {
        business.accounting.next(Answer.REFUSE);
        run();

        assertThat(refusal(() -> retry(linkTo("job-0")))).hasMessageContaining("no job of this name was found");
        assertThat(refusal(() -> retry(new JobChoice(null, true))))
                .hasMessageContaining("no job of this name was found");
    }

    @Test
    void one_thing_is_chosen_and_not_two() {
        assertThat(refusal(() -> new JobChoice("job-0", true)).errors())
                .extracting(FieldError::field)
                .containsExactly("createNew");
    }

    @Test
    void only_an_approver_chooses() {
        business.accounting.addByHand(name());
        run();

        ActionRefused refused = refusal(() -> business.retryExport.retry(id, business.sam, linkTo("job-0")));

        assertThat(refused.reason()).isEqualTo(ActionRefused.Reason.FORBIDDEN);
        assertThat(business.attempts.last(id).orElseThrow().job()).isNull();
    }

    @Test
    void a_job_of_a_rejected_round_is_found_under_its_old_name_and_left_to_a_person() {
        business.accounting.next(Answer.CREATE_BUT_STAY_SILENT);
        run();
        resubmitWithAnotherName();

        assertThat(run()).hasMessageContaining("Harbour Bridge").hasMessageContaining("job-0");

        retry(linkTo("job-0"));
        assertThat(run()).isNull();
        assertSynced("job-0");
    }

    @Test
    void a_job_of_a_rejected_round_can_be_left_alone() {
        business.accounting.next(Answer.CREATE_BUT_STAY_SILENT);
        run();
        resubmitWithAnotherName();
        run();

        retry(new JobChoice(null, true));

        assertThat(run()).isNull();
        assertThat(business.accounting.created())
                .extracting(JobRequest::name)
                .last()
                .asString()
                .endsWith("Harbour Tunnel");
        assertSynced("job-1");
    }

    @Test
    void a_rejected_round_that_created_nothing_is_forgotten_once_that_is_certain() {
        business.accounting.next(Answer.STAY_SILENT);
        run();
        resubmitWithAnotherName();

        ExportFailure refused = run();
        while (refused != null) {
            assertThat(refused.reason()).isEqualTo(ExportFailure.Reason.OUTCOME_UNKNOWN);
            business.clock.moveTo(refused.retryAt());
            refused = run();
        }

        assertThat(business.accounting.created()).extracting(JobRequest::name).containsExactly(name());
        assertThat(name()).endsWith("Harbour Tunnel");
        assertThat(business.accounting.keys()).doesNotHaveDuplicates();
    }

    @Test
    void a_job_that_was_created_and_never_linked_is_not_forgotten() {
        business.jobCreator.create(business.fingerprint.approved(business.export(id)));
        resubmitWithAnotherName();

        assertThat(run()).hasMessageContaining("job-0");

        assertThat(business.accounting.created()).hasSize(1);
    }

    @Test
    void a_job_of_the_number_under_another_name_is_never_linked_nor_in_the_way() {
        business.accounting.addByHand(withTitle("Tunnel"));
        business.accounting.next(Answer.CREATE_BUT_STAY_SILENT);

        run();
        assertThat(run()).isNull();

        assertSynced("job-1");
    }

    @Test
    void a_job_of_the_number_that_shows_up_under_another_name_is_left_to_a_person() {
        business.accounting.next(Answer.STAY_SILENT);
        run();
        business.accounting.addByHand(withTitle("Tunnel"));

        assertThat(run()).hasMessageContaining("1 job(s)").hasMessageContaining("job-0");

        retry(new JobChoice(null, true));
        assertThat(run()).isNull();
        assertSynced("job-1");
    }

    @Test
    void a_job_of_the_name_in_other_letters_is_left_to_a_person() {
        business.accounting.addByHand(name().toUpperCase(Locale.ROOT).replace(" ", "\u00a0 "));

        assertThat(run()).hasMessageContaining("1 job(s)");
        assertThat(business.accounting.keys()).isEmpty();
    }

    @Test
    void a_lost_job_that_was_stored_under_another_name_is_linked() {
        business.accounting.storeNames(name -> name.toLowerCase(Locale.ROOT).substring(0, name.length() - 3));
        business.accounting.next(Answer.CREATE_BUT_STAY_SILENT);

        run();
        assertThat(run()).isNull();

        assertSynced("job-0");
        assertThat(business.accounting.created()).hasSize(1);
    }

    private String withTitle(String title) {
        return business.export(id).project().number() + " - " + title;
    }

    private void resubmitWithAnotherName() {
        business.createXeroJob.failed(
                id, ExportFailure.unavailable(new ExportError("Xero did not answer.", "Retry."), null));
        business.reviewProject.reject(id, business.anna, "Wrong name");
        business.submitProject.submit(id, new HashMap<>(Map.of("projectName", "Harbour Tunnel")), business.sam);
        business.reviewProject.accept(id, business.anna, JobChoice.NONE);
    }

    /** What the run ends with, null for a job; a refusal fails the export as the process does. */
    private ExportFailure run() {
        ExportFailure refused = catchThrowableOfType(ExportFailure.class, () -> business.createXeroJob.run(id));
        if (refused != null && refused.reason() == ExportFailure.Reason.REFUSED) {
            business.createXeroJob.failed(id, refused);
        }
        return refused;
    }

    private void retry(JobChoice choice) {
        business.retryExport.retry(id, business.anna, choice);
    }

    private static JobChoice linkTo(String jobId) {
        return new JobChoice(jobId, false);
    }

    private void assertSynced(String jobId) {
        assertThat(business.export(id).status()).isEqualTo(ExportStatus.SYNCED);
        assertThat(business.export(id).outcome().job().id()).isEqualTo(jobId);
    }

    private String name() {
        return business.export(id).project().nameInXero();
    }

    private static ActionRefused refusal(ThrowingCallable action) {
        return catchThrowableOfType(ActionRefused.class, action);
    }
}
