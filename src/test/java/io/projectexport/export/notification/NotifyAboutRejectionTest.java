package io.projectexport.export.notification;

import static io.projectexport.export.notification.NotifyAboutRejection.Recipient.CREATOR;
import static io.projectexport.export.notification.NotifyAboutRejection.Recipient.SUBMITTER;
import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.BusinessFixture;
import io.projectexport.export.permission.Person;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NotifyAboutRejectionTest {

    private final BusinessFixture business = new BusinessFixture();

    @Test
    void creator_and_submitter_hear_of_a_rejection() {
        UUID id = business.rejected();

        assertThat(business.notifyAboutRejection.expect(id, 1)).containsExactly(CREATOR, SUBMITTER);
    }

    @Test
    void one_person_gets_one_mail() {
        UUID id = business.submitProject
                .submit(UUID.randomUUID(), BusinessFixture.fields("creatorEmail", "SAM@example.com"), business.sam)
                .id();
        business.reviewProject.reject(id, business.anna, "No");

        assertThat(business.notifyAboutRejection.expect(id, 1)).containsExactly(SUBMITTER);
    }

    @Test
    void one_person_gets_one_mail_however_the_address_is_spelled() {
        business.people.with(new Person("sam", "Sam", "sam@xn--bcher-kva.example", business.sam.privileges()));
        UUID id = business.submitProject
                .submit(UUID.randomUUID(), BusinessFixture.fields("creatorEmail", "SAM@bücher.example"), business.sam)
                .id();
        business.reviewProject.reject(id, business.anna, "No");

        assertThat(business.notifyAboutRejection.expect(id, 1)).containsExactly(SUBMITTER);
    }

    @Test
    void a_submitter_without_an_address_is_left_out() {
        UUID id = business.rejected();
        business.people.with(new Person("sam", "Sam", null, business.sam.privileges()));

        assertThat(business.notifyAboutRejection.expect(id, 1)).containsExactly(CREATOR);
    }

    @Test
    void a_notice_names_reason_approver_and_address() {
        UUID id = business.rejected();

        business.notifyAboutRejection.tell(id, 1, CREATOR);

        assertThat(business.notices).singleElement().satisfies(notice -> {
            assertThat(notice.recipient()).isEqualTo("sue@example.com");
            assertThat(notice.reason()).isEqualTo("The estimate is missing");
            assertThat(notice.rejectedBy()).isEqualTo("Name of anna");
            assertThat(notice.id()).isEqualTo("rejection-" + id + "-1-creator");
        });
    }

    @Test
    void a_notice_goes_out_once_even_if_its_job_runs_twice() {
        UUID id = business.rejected();

        business.notifyAboutRejection.tell(id, 1, SUBMITTER);
        business.notifyAboutRejection.tell(id, 1, SUBMITTER);

        assertThat(business.notices).hasSize(1);
    }

    @Test
    void a_late_notice_still_tells_the_reason_of_its_own_round() {
        UUID id = business.rejected();
        business.submitProject.submit(id, Map.of("estimateAmount", "5"), business.sam);
        business.reviewProject.reject(id, business.anna, "Now the client is wrong");

        business.notifyAboutRejection.tell(id, 1, SUBMITTER);

        assertThat(business.notices)
                .singleElement()
                .extracting(RejectionNotice::reason)
                .isEqualTo("The estimate is missing");
    }
}
