package io.projectexport.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CorrectProjectTest {

    private final Fixture business = new Fixture();

    @Test
    void creator_and_submitter_can_take_a_waiting_project_back() {
        assertThat(business.correctProject
                        .retrieve(business.submitted(), business.sam)
                        .status())
                .isEqualTo(ExportStatus.RETRIEVED);
        assertThat(business.correctProject
                        .retrieve(business.submitted(), business.sue)
                        .status())
                .isEqualTo(ExportStatus.RETRIEVED);
    }

    @Test
    void nothing_is_taken_back_after_a_decision() {
        UUID id = business.accepted();

        ActionRefused refused =
                catchThrowableOfType(ActionRefused.class, () -> business.correctProject.retrieve(id, business.sam));

        assertThat(refused.reason()).isEqualTo(ActionRefused.Reason.CONFLICT);
        assertThat(refused).hasMessageContaining("cannot be retrieved any more");
    }

    @Test
    void a_stranger_does_not_even_learn_that_a_project_exists() {
        UUID id = business.submitted();
        Person stranger = business.people.with("eve", Privilege.SUBMIT);

        assertThat(catchThrowableOfType(ActionRefused.class, () -> business.correctProject.retrieve(id, stranger))
                        .reason())
                .isEqualTo(ActionRefused.Reason.NOT_FOUND);
    }

    @Test
    void a_withdrawn_project_allows_nothing_any_more() {
        UUID id = business.rejected();

        ProjectExport withdrawn = business.correctProject.withdraw(id, business.sue);

        assertThat(withdrawn.status()).isEqualTo(ExportStatus.WITHDRAWN);
        assertThat(business.actionRules.allowed(withdrawn, business.sue)).isEmpty();
    }

    @Test
    void what_somebody_can_do_follows_from_status_and_person() {
        ProjectExport ready = business.export(business.submitted());
        ProjectExport rejected = business.export(business.rejected());

        assertThat(business.actionRules.allowed(ready, business.anna)).isEqualTo(Set.of(Action.ACCEPT, Action.REJECT));
        assertThat(business.actionRules.allowed(ready, business.sam)).isEqualTo(Set.of(Action.RETRIEVE));
        assertThat(business.actionRules.allowed(rejected, business.anna)).isEmpty();
        assertThat(business.actionRules.allowed(rejected, business.sue))
                .isEqualTo(Set.of(Action.RESUBMIT, Action.WITHDRAW));
    }

    @Test
    void a_project_without_a_process_is_withdrawn_by_the_system() {
        UUID id = business.submitted();

        business.correctProject.abandon(id);

        assertThat(business.export(id).status()).isEqualTo(ExportStatus.WITHDRAWN);
        assertThat(business.exports.history(id))
                .last()
                .extracting(HistoryEntry::who)
                .isEqualTo(HistoryEntry.SYSTEM);
    }

    @Test
    void what_is_synced_stays_synced_without_its_process() {
        UUID id = business.accepted();
        business.createXeroJob.run(id);

        business.correctProject.abandon(id);

        assertThat(business.export(id).status()).isEqualTo(ExportStatus.SYNCED);
    }
}
