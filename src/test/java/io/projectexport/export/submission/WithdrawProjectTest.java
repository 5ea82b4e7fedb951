package io.projectexport.export.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.projectexport.export.BusinessFixture;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.HistoryEntry;
import io.projectexport.export.project.ProjectExport;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WithdrawProjectTest {

    private final BusinessFixture business = new BusinessFixture();

    @Test
    void a_withdrawn_project_allows_nothing_any_more() {
        UUID id = business.rejected();

        ProjectExport withdrawn = business.withdrawProject.withdraw(id, business.sue);

        assertThat(withdrawn.status()).isEqualTo(ExportStatus.WITHDRAWN);
        assertThat(business.actionRules.allowed(withdrawn, business.sue)).isEmpty();
    }

    @Test
    void a_project_without_a_process_is_withdrawn_by_the_system() {
        UUID id = business.submitted();

        business.withdrawProject.abandon(id);

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

        business.withdrawProject.abandon(id);

        assertThat(business.export(id).status()).isEqualTo(ExportStatus.SYNCED);
    }
}
