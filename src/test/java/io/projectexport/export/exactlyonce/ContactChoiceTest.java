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
import io.projectexport.export.project.HistoryEntry;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Another client in Xero than the one that was submitted, or none: at review and after a failure. */
class ContactChoiceTest {

    private final BusinessFixture business = new BusinessFixture();
    private UUID latest;

    @Test
    void what_is_approved_is_exported_and_the_history_says_what_changed() {
        assertExported(accepted(ContactChoice.another("Muster  GmbH ")), "Muster GmbH");
        assertThat(comment("Accepted")).isEqualTo("Client in Xero: Muster GmbH instead of Harbour Council");
    }

    @Test
    void a_project_can_be_approved_without_a_client() {
        assertExported(accepted(ContactChoice.NONE), null);
        assertThat(comment("Accepted")).isEqualTo("No client in Xero instead of Harbour Council");
    }

    @Test
    void what_changes_nothing_is_approved_as_in_earlier_releases() {
        UUID unchanged = accepted(ContactChoice.UNCHANGED);
        assertThat(business.export(unchanged).decision().approvedHash())
                .isEqualTo(business.export(unchanged)
                        .project()
                        .jobRequest("Harbour Council")
                        .hash("project"));
        assertThat(comment("Accepted")).isNull();

        accepted(ContactChoice.another(" Harbour  Council"));
        assertThat(comment("Accepted")).isNull();
    }

    @Test
    void after_a_failure_another_client_is_approved_by_whoever_retries() {
        UUID id = refused();

        retry(id, ContactChoice.another("Muster GmbH"));

        assertExported(id, "Muster GmbH");
        assertThat(business.export(id).decision().by()).isEqualTo("ben");
        assertThat(comment("Retried")).isEqualTo("Client in Xero: Muster GmbH instead of Harbour Council");
    }

    @Test
    void after_a_failure_the_client_can_be_left_out() {
        UUID id = refused();

        retry(id, ContactChoice.NONE);

        assertExported(id, null);
        assertThat(comment("Retried")).isEqualTo("No client in Xero instead of Harbour Council");
    }

    @Test
    void a_retry_keeps_the_client_that_was_approved_before() {
        business.accounting.next(Answer.REFUSE);
        UUID id = accepted(ContactChoice.another("Muster GmbH"));
        run(id);

        retry(id, ContactChoice.UNCHANGED);

        assertExported(id, "Muster GmbH");
        assertThat(business.export(id).decision().by()).isEqualTo("anna");
        assertThat(comment("Retried")).isNull();
    }

    @Test
    void a_lost_job_is_offered_and_never_doubled_when_the_client_was_changed_meanwhile() {
        UUID id = unanswered(Answer.CREATE_BUT_STAY_SILENT);

        retry(id, ContactChoice.another("Muster GmbH"));
        ExportFailure doubtful = run(id);

        assertThat(doubtful.reason()).isEqualTo(ExportFailure.Reason.REFUSED);
        assertThat(business.readProject.details(id, business.anna).foundJobs())
                .extracting(found -> found.job().id())
                .containsExactly("job-0");
        business.retryExport.retry(id, business.anna, new JobChoice("job-0", false));
        assertThat(run(id)).isNull();
        assertThat(business.export(id).outcome().job().id()).isEqualTo("job-0");
        assertThat(business.accounting.created()).hasSize(1);
    }

    @Test
    void a_lost_call_that_created_nothing_is_followed_by_one_job_for_the_new_client() {
        UUID id = unanswered(Answer.STAY_SILENT);
        retry(id, ContactChoice.another("Muster GmbH"));

        ExportFailure waits = run(id);
        while (waits != null) {
            assertThat(waits.reason()).isEqualTo(ExportFailure.Reason.OUTCOME_UNKNOWN);
            business.clock.moveTo(waits.retryAt());
            waits = run(id);
        }

        assertThat(business.accounting.created())
                .extracting(JobRequest::contactName)
                .containsExactly("Muster GmbH");
        assertThat(business.accounting.keys()).doesNotHaveDuplicates();
    }

    @Test
    void a_job_that_was_created_and_never_linked_is_offered_when_the_client_was_changed() {
        UUID id = accepted(ContactChoice.UNCHANGED);
        business.jobCreator.create(business.fingerprint.approved(business.export(id)));
        fail(id);

        retry(id, ContactChoice.NONE);

        assertThat(run(id)).hasMessageContaining("job-0");
        assertThat(business.accounting.created()).hasSize(1);
    }

    @Test
    void another_client_approves_nothing_else_that_changed() {
        UUID id = refused();
        business.accounting.jobKind("tracking option");

        ActionRefused refused = refusal(() -> retry(id, ContactChoice.another("Muster GmbH")));

        assertThat(refused.reason()).isEqualTo(ActionRefused.Reason.CONFLICT);
        assertThat(business.export(id).status()).isEqualTo(ExportStatus.FAILED_TO_EXPORT);
    }

    @Test
    void another_client_leaves_the_project_with_the_organisation_it_was_approved_for() {
        business.accounting.organisation("tenant-1");
        UUID id = refused();
        business.accounting.organisation("tenant-2");

        retry(id, ContactChoice.another("Muster GmbH"));

        assertThat(run(id)).hasMessageContaining("approved for the organisation tenant-1");
    }

    @Test
    void a_new_round_begins_with_the_client_that_is_submitted() {
        UUID id = refused();
        retry(id, ContactChoice.another("Muster GmbH"));
        fail(id);
        business.reviewProject.reject(id, business.anna, "Wrong client");
        business.submitProject.submit(id, new HashMap<>(Map.of("client", "Port Authority")), business.sam);

        assertThat(business.export(id).contactName()).isEqualTo("Port Authority");
        business.reviewProject.accept(id, business.anna, JobChoice.NONE);
        assertExported(id, "Port Authority");
    }

    @Test
    void a_job_that_exists_keeps_its_client() {
        assertThat(refusal(() -> new JobChoice("job-0", false, ContactChoice.NONE))
                        .errors())
                .extracting(FieldError::field)
                .containsExactly("contactName");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u200B\u2060"})
    void another_client_has_a_name(String name) {
        assertThat(refusal(() -> ContactChoice.another(name)))
                .hasMessageStartingWith("Xero contact is missing")
                .extracting(ActionRefused::errors)
                .asList()
                .hasSize(1);
        assertThat(ContactChoice.named(name)).isEqualTo(ContactChoice.NONE);
    }

    @Test
    void a_name_that_does_not_fit_is_refused() {
        assertThat(refusal(() -> ContactChoice.another("x".repeat(256))))
                .hasMessageContaining("at most 255 characters");
        assertThat(refusal(() -> ContactChoice.named("Muster\uE000"))).hasMessageContaining("character 7");
    }

    private UUID accepted(ContactChoice contact) {
        UUID id = business.submitted();
        business.reviewProject.accept(id, business.anna, JobChoice.of(contact));
        latest = id;
        return id;
    }

    private UUID refused() {
        business.accounting.next(Answer.REFUSE);
        UUID id = accepted(ContactChoice.UNCHANGED);
        assertThat(run(id)).isNotNull();
        return id;
    }

    /** Xero did not answer the call, nor the look-ups after it, until the export failed. */
    private UUID unanswered(Answer answer) {
        business.accounting.next(answer);
        UUID id = accepted(ContactChoice.UNCHANGED);
        run(id);
        business.accounting.failLookUp(
                ExportFailure.unavailable(new ExportError("Xero did not answer.", "Retry."), null));
        run(id);
        fail(id);
        return id;
    }

    private void fail(UUID id) {
        business.createXeroJob.failed(
                id, ExportFailure.unavailable(new ExportError("Xero did not answer.", "Retry."), null));
    }

    private void retry(UUID id, ContactChoice contact) {
        business.retryExport.retry(id, business.ben, JobChoice.of(contact));
    }

    /** What the run ends with, null for a job; a refusal fails the export as the process does. */
    private ExportFailure run(UUID id) {
        ExportFailure refused = catchThrowableOfType(ExportFailure.class, () -> business.createXeroJob.run(id));
        if (refused != null && refused.reason() == ExportFailure.Reason.REFUSED) {
            business.createXeroJob.failed(id, refused);
        }
        return refused;
    }

    private void assertExported(UUID id, String contact) {
        assertThat(business.export(id).contactName()).isEqualTo(contact);
        assertThat(run(id)).isNull();
        assertThat(business.accounting.created())
                .last()
                .extracting(JobRequest::contactName)
                .isEqualTo(contact);
    }

    private String comment(String step) {
        return business.exports.history(latest).stream()
                .filter(entry -> entry.what().equals(step))
                .reduce((first, last) -> last)
                .map(HistoryEntry::comment)
                .orElse(null);
    }

    private static ActionRefused refusal(ThrowingCallable action) {
        return catchThrowableOfType(ActionRefused.class, action);
    }
}
