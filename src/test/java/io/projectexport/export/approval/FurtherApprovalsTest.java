package io.projectexport.export.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.projectexport.export.BusinessFixture;
import io.projectexport.export.exactlyonce.JobChoice;
import io.projectexport.export.permission.Action;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.permission.Person;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.HistoryEntry;
import io.projectexport.export.project.ProjectExport;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FurtherApprovalsTest {

    private static final Set<String> DIRECTORS = Set.of("directors");

    private final BusinessFixture business = new BusinessFixture();
    private final Person dora = business.people.with("dora");

    FurtherApprovalsTest() {
        business.people.inGroup("dora", "directors");
    }

    @Test
    void what_is_accepted_waits_until_the_last_one_has_approved() {
        UUID exportId = accepted();
        business.furtherApprovals.await(exportId, "Confirm as director", DIRECTORS);
        assertThat(export(exportId).status()).isEqualTo(ExportStatus.READY_TO_EXPORT);
        assertThat(export(exportId).further().inWords())
                .isEqualTo("Waits at “Confirm as director” for Group directors.");

        ProjectExport approved = business.furtherApprovals.approve(exportId, dora);

        assertThat(approved.status()).isEqualTo(ExportStatus.EXPORTING);
        assertThat(approved.decision().by()).isEqualTo("anna");
        assertThat(business.exports.history(exportId))
                .extracting(HistoryEntry::what)
                .containsExactly("Submitted", "Accepted", "Approved");
    }

    @Test
    void an_approval_before_the_review_leaves_the_project_to_the_accounting_approvers() {
        UUID exportId = business.submitted();
        business.furtherApprovals.await(exportId, "Look at the budget", DIRECTORS);
        assertThat(allowed(exportId, business.anna)).doesNotContain(Action.ACCEPT, Action.REJECT);

        business.furtherApprovals.approve(exportId, dora);

        assertThat(export(exportId).status()).isEqualTo(ExportStatus.READY_TO_EXPORT);
        assertThat(allowed(exportId, business.anna)).contains(Action.ACCEPT, Action.REJECT);
    }

    @Test
    void whoever_is_asked_may_read_it_and_decide_and_nobody_else_may() {
        UUID exportId = accepted();
        assertThat(business.actionRules.mayRead(dora, export(exportId))).isFalse();

        business.furtherApprovals.await(exportId, "Confirm as director", DIRECTORS);

        assertThat(business.actionRules.mayRead(dora, export(exportId))).isTrue();
        assertThat(allowed(exportId, dora)).containsExactlyInAnyOrder(Action.ACCEPT, Action.REJECT);
        assertThatThrownBy(() -> business.furtherApprovals.approve(exportId, business.ben))
                .isInstanceOf(ActionRefused.class)
                .hasMessage("Nothing was changed, because it is somebody else's turn: this project waits at “Confirm as"
                        + " director” for Group directors.");
    }

    @Test
    void nobody_approves_twice_in_a_round() {
        UUID exportId = business.submitted();
        business.people.inGroup("anna", "directors");
        business.furtherApprovals.await(exportId, "Look at the budget", DIRECTORS);
        business.furtherApprovals.approve(exportId, business.anna);

        assertThatThrownBy(() -> business.reviewProject.accept(exportId, business.anna, JobChoice.NONE))
                .hasMessageContaining("You approved this project already");
        business.reviewProject.accept(exportId, business.ben, JobChoice.NONE);
        business.furtherApprovals.await(exportId, "Confirm as director", DIRECTORS);
        assertThatThrownBy(() -> business.furtherApprovals.approve(exportId, business.anna))
                .hasMessageContaining("You approved this project already");
    }

    @Test
    void whoever_has_the_turn_does_not_accept_in_the_accounting_approvers_place() {
        UUID exportId = business.submitted();
        business.furtherApprovals.await(exportId, "Look at the budget", DIRECTORS);

        assertThatThrownBy(() -> business.reviewProject.accept(exportId, dora, JobChoice.NONE))
                .isInstanceOf(ActionRefused.class)
                .hasMessage("Only accounting approvers may decide about projects.");
        assertThat(export(exportId).status()).isEqualTo(ExportStatus.READY_TO_EXPORT);
        assertThat(export(exportId).decision()).isNull();
    }

    @Test
    void a_project_that_is_put_back_to_its_review_waits_for_the_accounting_approvers_again() {
        UUID exportId = business.submitted();
        business.furtherApprovals.await(exportId, "Look at the budget", DIRECTORS);

        business.furtherApprovals.close(exportId);

        assertThat(export(exportId).further().isOpen()).isFalse();
        assertThat(allowed(exportId, business.anna)).contains(Action.ACCEPT, Action.REJECT);
    }

    private UUID accepted() {
        UUID exportId = business.submitted();
        business.reviewProject.accept(exportId, business.anna, JobChoice.NONE);
        return exportId;
    }

    private ProjectExport export(UUID exportId) {
        return business.exports.find(exportId).orElseThrow();
    }

    private Set<Action> allowed(UUID exportId, Person person) {
        return business.actionRules.allowed(export(exportId), person);
    }
}
