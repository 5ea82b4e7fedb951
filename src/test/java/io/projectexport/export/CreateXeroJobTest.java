package io.projectexport.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.projectexport.export.FakeAccounting.Answer;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CreateXeroJobTest {

    private final Fixture business = new Fixture();

    @Test
    void an_accepted_project_becomes_a_linked_job() {
        UUID id = business.accepted();

        business.createXeroJob.run(id);

        assertThat(business.accounting.created()).extracting(JobRequest::name).containsExactly(name(id));
        assertThat(business.export(id).status()).isEqualTo(ExportStatus.SYNCED);
        assertThat(business.export(id).outcome().job().id()).isEqualTo("job-0");
        assertThat(business.exports.history(id)).last().satisfies(step -> {
            assertThat(step.who()).isEqualTo(HistoryEntry.SYSTEM);
            assertThat(step.xeroJobId()).isEqualTo("job-0");
        });
    }

    @Test
    void a_job_whose_answer_was_lost_is_found_and_linked_not_created_again() {
        UUID id = business.accepted();
        business.accounting.next(Answer.CREATE_BUT_STAY_SILENT);

        assertThat(refusal(id).reason()).isEqualTo(ExportRefused.Reason.UNAVAILABLE);
        business.createXeroJob.run(id);

        assertThat(business.accounting.created()).hasSize(1);
        assertThat(business.export(id).outcome().job().id()).isEqualTo("job-0");
    }

    @Test
    void one_look_is_not_enough_to_create_again() {
        UUID id = business.accepted();
        business.accounting.next(Answer.CREATE_BUT_STAY_SILENT);
        refusal(id);

        business.accounting.listLags(true);
        ExportRefused checking = refusal(id);
        assertThat(checking.reason()).isEqualTo(ExportRefused.Reason.OUTCOME_UNKNOWN);
        assertThat(checking.retryAt()).isEqualTo(Fixture.NOW.plus(business.rules.lookAgainAfter()));
        business.accounting.listLags(false);
        business.createXeroJob.run(id);

        assertThat(business.accounting.created()).hasSize(1);
    }

    @Test
    void a_job_that_surely_does_not_exist_is_created_with_the_same_key() {
        UUID id = business.accepted();
        business.accounting.next(Answer.STAY_SILENT);

        refusal(id);
        assertThat(refusal(id).reason()).isEqualTo(ExportRefused.Reason.OUTCOME_UNKNOWN);
        business.createXeroJob.run(id);

        assertThat(business.accounting.created()).hasSize(1);
        assertThat(business.accounting.looks()).isEqualTo(2);
        assertThat(business.accounting.keys())
                .hasSize(2)
                .containsOnly(business.accounting.keys().get(0));
    }

    @Test
    void after_a_refusal_the_next_try_has_a_new_key_and_looks_for_nothing() {
        UUID id = business.accepted();
        business.accounting.next(Answer.REFUSE);

        assertThat(refusal(id).reason()).isEqualTo(ExportRefused.Reason.REFUSED);
        business.createXeroJob.run(id);

        assertThat(business.accounting.keys()).hasSize(2).doesNotHaveDuplicates();
        assertThat(business.accounting.looks()).isZero();
    }

    @Test
    void waiting_for_the_limit_or_a_connection_needs_no_look() {
        UUID id = business.accepted();
        business.accounting.next(Answer.RATE_LIMIT, Answer.NOT_CONNECTED);

        assertThat(refusal(id).reason()).isEqualTo(ExportRefused.Reason.RATE_LIMITED);
        assertThat(refusal(id).reason()).isEqualTo(ExportRefused.Reason.NOT_CONNECTED);
        business.createXeroJob.run(id);

        assertThat(business.accounting.looks()).isZero();
        assertThat(business.accounting.keys())
                .hasSize(3)
                .containsOnly(business.accounting.keys().get(0));
    }

    @Test
    void an_answer_that_was_recorded_before_a_crash_is_linked_without_a_call() {
        UUID id = business.accepted();
        JobRequest request = JobRequest.of(business.export(id).project(), "Harbour Council");
        business.attempts.add(ExportAttempt.begin(id, request, Fixture.NOW).created(new XeroJob("job-9", "url")));

        business.createXeroJob.run(id);

        assertThat(business.accounting.keys()).isEmpty();
        assertThat(business.export(id).outcome().job().id()).isEqualTo("job-9");
    }

    @Test
    void several_jobs_of_the_name_are_for_a_person_to_sort_out() {
        UUID id = business.accepted();
        business.accounting.next(Answer.CREATE_BUT_STAY_SILENT);
        refusal(id);
        business.accounting.create(JobRequest.of(business.export(id).project(), null), "somebody else's");

        ExportRefused refused = refusal(id);

        assertThat(refused.reason()).isEqualTo(ExportRefused.Reason.REFUSED);
        assertThat(refused).hasMessageContaining("2 job(s)").hasMessageContaining(name(id));
    }

    @Test
    void data_that_changed_after_the_approval_is_not_exported() {
        UUID id = business.accepted();
        ProjectExport approved = business.export(id);
        Project project = approved.project();
        Project changed = new Project(
                project.number(),
                project.name(),
                project.address(),
                project.client(),
                new BigDecimal("9999999.00"),
                project.deadline());
        Submission submission = approved.submission();
        business.exports.update(new ProjectExport(
                id,
                new Submission(
                        changed,
                        submission.submitter(),
                        submission.creator(),
                        submission.creatorEmail(),
                        1,
                        submission.submittedAt()),
                approved.status(),
                approved.decision(),
                approved.outcome()));

        assertThat(refusal(id)).hasMessageContaining("differs from what was approved");
        assertThat(business.accounting.keys()).isEmpty();
    }

    @Test
    void what_nobody_accepted_is_not_exported() {
        UUID id = business.submitted();

        ActionRefused refused = catchThrowableOfType(ActionRefused.class, () -> business.createXeroJob.run(id));

        assertThat(refused).hasMessageContaining("Nothing was exported");
        assertThat(business.accounting.keys()).isEmpty();
    }

    @Test
    void a_failed_export_keeps_xeros_words() {
        UUID id = business.accepted();
        business.accounting.next(Answer.REFUSE);

        business.createXeroJob.failed(id, refusal(id));

        assertThat(business.export(id).status()).isEqualTo(ExportStatus.FAILED_TO_EXPORT);
        assertThat(business.export(id).outcome().errors())
                .containsExactly(new ExportError("Name is not unique", "Rename it."));
    }

    @Test
    void a_retry_exports_what_was_approved_before() {
        UUID id = business.accepted();
        business.accounting.next(Answer.REFUSE);
        business.createXeroJob.failed(id, refusal(id));

        business.reviewProject.retry(id, business.ben);
        business.createXeroJob.run(id);

        assertThat(business.export(id).status()).isEqualTo(ExportStatus.SYNCED);
        assertThat(business.export(id).decision().by()).isEqualTo("anna");
    }

    private ExportRefused refusal(UUID id) {
        return catchThrowableOfType(ExportRefused.class, () -> business.createXeroJob.run(id));
    }

    private String name(UUID id) {
        return business.export(id).project().nameInXero();
    }
}
