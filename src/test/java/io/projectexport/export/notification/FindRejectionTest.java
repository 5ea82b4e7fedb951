package io.projectexport.export.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.BusinessFixture;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FindRejectionTest {

    private final BusinessFixture business = new BusinessFixture();

    @Test
    void a_project_that_was_never_rejected_has_no_rejection() {
        assertThat(business.findRejection.latest(business.submitted())).isEmpty();
        assertThat(business.findRejection.latest(business.accepted())).isEmpty();
        assertThat(business.findRejection.latest(UUID.randomUUID())).isEmpty();
    }

    @Test
    void the_last_of_several_rejections_is_the_latest() {
        UUID id = business.rejected();
        business.submitProject.submit(id, Map.of("estimateAmount", "5"), business.sam);
        business.reviewProject.reject(id, business.ben, "Now the client is wrong");

        assertThat(business.findRejection.latest(id))
                .contains(new Rejection(2, "Name of ben", "Now the client is wrong"));
        assertThat(business.findRejection.of(id, 1))
                .contains(new Rejection(1, "Name of anna", "The estimate is missing"));
    }
}
