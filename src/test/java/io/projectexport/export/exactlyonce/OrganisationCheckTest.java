package io.projectexport.export.exactlyonce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.projectexport.export.BusinessFixture;
import io.projectexport.export.FakeAccounting;
import io.projectexport.export.FakeAccounting.Answer;
import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.accounting.ExportFailure.Reason;
import io.projectexport.export.project.ExportStatus;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrganisationCheckTest {

    private final BusinessFixture business = new BusinessFixture();
    private final FakeAccounting xero = business.accounting;

    @BeforeEach
    void harbour_is_connected() {
        xero.organisation("Harbour Ltd");
    }

    @Test
    void what_was_approved_for_one_organisation_does_not_go_into_another() {
        UUID id = business.accepted();
        xero.organisation("Quay Ltd");

        ExportFailure failure = refusal(id);

        assertThat(failure.reason()).isEqualTo(Reason.REFUSED);
        assertThat(failure).hasMessageContaining("approved for the organisation Harbour Ltd");
        assertThat(failure.errors().get(0).remedy()).contains("connect Harbour Ltd again, then retry", "reject");
        assertThat(xero.lookUps()).isZero();
        assertThat(xero.keys()).isEmpty();

        xero.organisation("Harbour Ltd");
        business.createXeroJob.run(id);
        assertThat(business.export(id).status()).isEqualTo(ExportStatus.SYNCED);
    }

    @Test
    void nothing_is_created_in_an_organisation_that_is_connected_while_the_job_is_looked_for() {
        UUID id = business.accepted();
        xero.pauseForOnce(() -> xero.organisation("Quay Ltd"));

        assertThat(refusal(id)).hasMessageContaining("approved for the organisation Harbour Ltd");
        assertThat(xero.keys()).isEmpty();
    }

    @Test
    void nothing_is_created_in_an_organisation_that_is_connected_while_the_contact_is_looked_for() {
        UUID id = business.accepted();
        xero.pauseForOnce(() -> {});
        xero.pauseForOnce(() -> xero.organisation("Quay Ltd"));

        assertThat(refusal(id).isNothingCreated()).isTrue();
        assertThat(refusal(id)).hasMessageContaining("approved for the organisation Harbour Ltd");
        assertThat(xero.created()).isEmpty();

        xero.organisation("Harbour Ltd");
        business.createXeroJob.run(id);
        assertThat(xero.created()).hasSize(1);
    }

    @Test
    void a_job_of_unknown_outcome_is_not_looked_up_in_another_organisation() {
        UUID id = unanswered(business.accepted());
        int lookUps = xero.lookUps();
        xero.organisation("Quay Ltd");

        ExportFailure failure = refusal(id);

        assertThat(failure.reason()).isEqualTo(Reason.REFUSED);
        assertThat(failure)
                .hasMessageContaining("never answered")
                .hasMessageContaining("went to the organisation Harbour Ltd");
        assertThat(failure.errors().get(0).remedy())
                .contains(
                        "connect Harbour Ltd again, then retry", "Before you reject, look for the job in Harbour Ltd");
        assertThat(xero.lookUps()).isEqualTo(lookUps);
        assertThat(xero.keys()).hasSize(1);

        xero.organisation("Harbour Ltd");
        business.createXeroJob.run(id);
        assertThat(business.export(id).outcome().job().id()).isEqualTo("job-0");
        assertThat(xero.created()).hasSize(1);
    }

    @Test
    void an_approval_that_named_no_organisation_does_not_follow_its_open_call_into_another() {
        xero.organisation(null);
        UUID id = business.accepted();
        xero.organisation("Harbour Ltd");
        unanswered(id);
        xero.organisation("Quay Ltd");

        assertThat(refusal(id)).hasMessageContaining("went to the organisation Harbour Ltd");
        assertThat(xero.keys()).hasSize(1);
    }

    @Test
    void what_is_approved_anew_for_the_other_organisation_is_created_there() {
        UUID id = unanswered(business.accepted());
        xero.organisation("Quay Ltd");
        business.createXeroJob.failed(id, refusal(id));
        business.reviewProject.reject(id, business.anna, "It is not in Harbour Ltd, and belongs to Quay Ltd");
        business.submitProject.submit(id, Map.of(), business.sam);
        business.reviewProject.accept(id, business.anna, JobChoice.NONE);

        business.createXeroJob.run(id);

        assertThat(business.export(id).outcome().job().id()).isEqualTo("job-1");
        assertThat(xero.keys()).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void what_is_older_than_the_record_of_organisations_goes_on_as_before() {
        xero.organisation(null);
        UUID id = unanswered(business.accepted());
        xero.organisation("Quay Ltd");

        business.createXeroJob.run(id);

        assertThat(business.export(id).outcome().job().id()).isEqualTo("job-0");
        assertThat(xero.keys()).hasSize(1);
    }

    @Test
    void a_job_that_a_person_linked_stays_linked() {
        UUID id = business.accepted();
        xero.addByHand(business.export(id).project().nameInXero());
        business.createXeroJob.failed(id, refusal(id));
        business.retryExport.retry(id, business.anna, new JobChoice("job-0", false));
        xero.organisation("Quay Ltd");

        business.createXeroJob.run(id);

        assertThat(business.export(id).outcome().job().id()).isEqualTo("job-0");
        assertThat(xero.created()).hasSize(1);
    }

    /** Xero created the job, and its answer was lost. */
    private UUID unanswered(UUID id) {
        xero.next(Answer.CREATE_BUT_STAY_SILENT);
        assertThat(refusal(id).reason()).isEqualTo(Reason.OUTCOME_UNKNOWN);
        return id;
    }

    private ExportFailure refusal(UUID id) {
        return catchThrowableOfType(ExportFailure.class, () -> business.createXeroJob.run(id));
    }
}
