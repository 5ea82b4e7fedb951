package io.projectexport.export.exactlyonce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.projectexport.export.BusinessFixture;
import io.projectexport.export.FakeAccounting.Answer;
import io.projectexport.export.TestProjects;
import io.projectexport.export.accounting.ExportError;
import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.accounting.JobRequest;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.HistoryEntry;
import io.projectexport.export.project.Project;
import io.projectexport.export.project.ProjectExport;
import io.projectexport.export.project.Submission;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CreateXeroJobTest {

    private final BusinessFixture business = new BusinessFixture();

    @Test
    void only_exports_that_failed_without_a_connection_are_retried_after_it_is_back() {
        UUID notConnected = business.accepted();
        ExportError error = new ExportError("Xero does not accept this connection any more.", "Connect Xero again.");
        business.createXeroJob.failed(notConnected, ExportFailure.notConnected(error, null));

        assertThat(business.findProjects.failedWithoutConnection(business.anna)).containsExactly(notConnected);

        business.retryExport.retry(notConnected, business.anna, JobChoice.NONE);
        business.createXeroJob.failed(notConnected, ExportFailure.refused(List.of(error)));

        assertThat(business.findProjects.failedWithoutConnection(business.anna)).isEmpty();
    }

    @Test
    void who_may_not_decide_retries_nothing() {
        assertThatThrownBy(() -> business.findProjects.failedWithoutConnection(business.sam))
                .isInstanceOf(ActionRefused.class)
                .hasMessage("Only accounting approvers may retry exports.");
    }

    @Test
    void an_export_that_is_tried_again_says_why_and_one_that_came_to_its_end_meanwhile_does_not() {
        ExportFailure refused =
                ExportFailure.unavailable(new ExportError("Xero failed to answer (503).", "Retry later."), null);
        UUID id = business.accepted();

        business.createXeroJob.triedAgain(id, refused);
        assertThat(business.export(id).status()).isEqualTo(ExportStatus.EXPORTING);
        assertThat(business.export(id).outcome().waitingFor())
                .isEqualTo("It is tried again by itself: Xero failed to answer (503).");

        business.createXeroJob.run(id);
        business.createXeroJob.triedAgain(id, refused);
        assertThat(business.export(id).status()).isEqualTo(ExportStatus.SYNCED);
        assertThat(business.export(id).outcome().waitingFor()).isNull();
    }

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
    void data_that_changed_after_the_approval_is_not_exported() {
        UUID id = business.accepted();
        ProjectExport approved = business.export(id);
        Project changed =
                TestProjects.like(approved.project()).estimate("9999999.00").build();
        Submission submission = approved.submission();
        business.exports.update(new ProjectExport(
                id,
                new Submission(
                        changed,
                        submission.submitter(),
                        submission.submitterName(),
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
    void another_kind_of_job_than_the_approved_one_is_not_created() {
        UUID id = business.accepted();
        business.accounting.jobKind("tracking option");

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

        business.retryExport.retry(id, business.ben, JobChoice.NONE);
        business.createXeroJob.run(id);

        assertThat(business.export(id).status()).isEqualTo(ExportStatus.SYNCED);
        assertThat(business.export(id).decision().by()).isEqualTo("anna");
    }

    private ExportFailure refusal(UUID id) {
        return catchThrowableOfType(ExportFailure.class, () -> business.createXeroJob.run(id));
    }

    private String name(UUID id) {
        return business.export(id).project().nameInXero();
    }
}
