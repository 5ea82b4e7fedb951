package io.projectexport.export.notification;

import static io.projectexport.export.profile.OptionalMail.RESUBMISSION;
import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.BusinessFixture;
import io.projectexport.export.exactlyonce.JobChoice;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotifyAboutResubmissionTest {

    private final BusinessFixture business = new BusinessFixture();
    private final NotifyAboutResubmission notifyAboutResubmission = business.notifyAboutResubmission;

    @BeforeEach
    void anna_wants_to_hear() {
        business.chooseMails.choose(business.anna, Set.of(RESUBMISSION));
    }

    @Test
    void approvers_who_want_it_hear_by_whom_and_why_it_was_rejected_before() {
        UUID id = resubmitted();

        assertThat(notifyAboutResubmission.readers(id)).containsExactly("anna");
        notifyAboutResubmission.tell(id, "anna");

        assertThat(business.resubmissionNotices).singleElement().satisfies(notice -> {
            assertThat(notice.recipient()).isEqualTo("anna@example.com");
            assertThat(notice.resubmittedBy()).isEqualTo("Name of sue");
            assertThat(notice.rejection().reason()).isEqualTo("The estimate is missing");
            assertThat(notice.rejection().by()).isEqualTo("Name of anna");
        });
    }

    @Test
    void what_was_taken_back_has_no_rejection_to_tell_of() {
        UUID id = business.submitted();
        business.retrieveProject.retrieve(id, business.sam);
        resubmit(id);

        notifyAboutResubmission.tell(id, "anna");

        assertThat(business.resubmissionNotices)
                .singleElement()
                .extracting(ResubmissionNotice::rejection)
                .isNull();
    }

    @Test
    void each_round_is_told_once() {
        UUID id = resubmitted();
        notifyAboutResubmission.tell(id, "anna");
        notifyAboutResubmission.tell(id, "anna");
        assertThat(business.resubmissionNotices).hasSize(1);

        business.retrieveProject.retrieve(id, business.sam);
        resubmit(id);
        notifyAboutResubmission.tell(id, "anna");
        assertThat(business.resubmissionNotices).hasSize(2);
    }

    @Test
    void nobody_is_notified_about_a_first_submission() {
        UUID id = business.submitted();

        notifyAboutResubmission.tell(id, "anna");

        assertThat(notifyAboutResubmission.readers(id)).isEmpty();
        assertThat(business.resubmissionNotices).isEmpty();
    }

    @Test
    void nobody_is_told_after_somebody_decided() {
        UUID id = resubmitted();
        business.reviewProject.accept(id, business.anna, JobChoice.NONE);

        notifyAboutResubmission.tell(id, "anna");

        assertThat(notifyAboutResubmission.readers(id)).isEmpty();
        assertThat(business.resubmissionNotices).isEmpty();
    }

    @Test
    void whoever_may_not_decide_about_it_is_not_told() {
        business.chooseMails.choose(business.ben, Set.of(RESUBMISSION));
        UUID id = business.submitProject
                .submit(UUID.randomUUID(), BusinessFixture.fields(), business.ben)
                .id();
        business.reviewProject.reject(id, business.anna, "No");
        business.submitProject.submit(id, Map.of(), business.ben);
        assertThat(notifyAboutResubmission.readers(id)).as("four eyes").containsExactly("anna");

        business.people.with("anna");
        notifyAboutResubmission.tell(id, "anna");
        assertThat(business.resubmissionNotices).as("privilege lost").isEmpty();
    }

    private UUID resubmitted() {
        UUID id = business.rejected();
        resubmit(id);
        return id;
    }

    private void resubmit(UUID id) {
        business.submitProject.submit(id, Map.of("estimateAmount", "5"), business.sue);
    }
}
