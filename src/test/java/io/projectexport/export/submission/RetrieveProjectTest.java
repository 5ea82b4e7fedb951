package io.projectexport.export.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.projectexport.export.BusinessFixture;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.Person;
import io.projectexport.export.permission.Privilege;
import io.projectexport.export.project.ExportStatus;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RetrieveProjectTest {

    private final BusinessFixture business = new BusinessFixture();

    @Test
    void creator_and_submitter_can_take_a_waiting_project_back() {
        assertThat(business.retrieveProject
                        .retrieve(business.submitted(), business.sam)
                        .status())
                .isEqualTo(ExportStatus.RETRIEVED);
        assertThat(business.retrieveProject
                        .retrieve(business.submitted(), business.sue)
                        .status())
                .isEqualTo(ExportStatus.RETRIEVED);
    }

    @Test
    void nothing_is_taken_back_after_a_decision() {
        UUID id = business.accepted();

        ActionRefused refused =
                catchThrowableOfType(ActionRefused.class, () -> business.retrieveProject.retrieve(id, business.sam));

        assertThat(refused.reason()).isEqualTo(ActionRefused.Reason.CONFLICT);
        assertThat(refused).hasMessageContaining("cannot be retrieved any more");
    }

    @Test
    void a_stranger_does_not_even_learn_that_a_project_exists() {
        UUID id = business.submitted();
        Person stranger = business.people.with("eve", Privilege.SUBMIT);

        assertThat(catchThrowableOfType(ActionRefused.class, () -> business.retrieveProject.retrieve(id, stranger))
                        .reason())
                .isEqualTo(ActionRefused.Reason.NOT_FOUND);
    }
}
