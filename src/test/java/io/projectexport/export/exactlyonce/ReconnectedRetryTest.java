package io.projectexport.export.exactlyonce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.projectexport.export.BusinessFixture;
import io.projectexport.export.accounting.ExportError;
import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.accounting.JobRequest;
import io.projectexport.export.permission.ActionRefused;
import io.projectexport.export.project.ExportStatus;
import io.projectexport.export.project.HistoryStep;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What failed because Xero was not connected is retried by the application itself, as it was approved. */
class ReconnectedRetryTest {

    private static final ExportError ERROR = new ExportError("Xero no longer accepts the connection.", "Connect.");

    private final BusinessFixture business = new BusinessFixture();
    private final UUID id = business.accepted();

    private void failWithoutConnection() {
        business.createXeroJob.failed(id, ExportFailure.notConnected(ERROR, null));
    }

    @Test
    void it_is_exported_as_it_was_approved_and_its_history_names_no_person() {
        failWithoutConnection();

        business.retryExport.retryReconnected(id);

        assertThat(business.exports.history(id)).last().satisfies(step -> {
            assertThat(step.is(HistoryStep.RETRIED)).isTrue();
            assertThat(step.isBySystem()).isTrue();
            assertThat(step.comment()).isEqualTo("Xero accepts the connection again.");
        });
        assertThat(business.export(id).decision().by()).isEqualTo("anna");
        business.createXeroJob.run(id);
        assertThat(business.accounting.created()).extracting(JobRequest::name).hasSize(1);
    }

    @Test
    void what_would_be_created_differs_from_what_was_approved_so_that_nothing_is() {
        failWithoutConnection();
        business.accounting.jobKind("tracking option");
        business.retryExport.retryReconnected(id);

        assertThatThrownBy(() -> business.createXeroJob.run(id))
                .isInstanceOf(ExportFailure.class)
                .hasMessageContaining("differs from what was approved");
    }

    @Test
    void whatever_becomes_of_it_it_is_done_once_an_hour() {
        failWithoutConnection();
        business.retryExport.retryReconnected(id);
        failWithoutConnection();

        assertThatThrownBy(() -> business.retryExport.retryReconnected(id)).isInstanceOf(ActionRefused.class);

        business.clock.moveTo(business.clock.instant().plus(Duration.ofMinutes(61)));
        assertThat(business.retryExport.retryReconnected(id).status()).isEqualTo(ExportStatus.EXPORTING);
    }

    @Test
    void nothing_else_is_retried_without_a_person() {
        assertThatThrownBy(() -> business.retryExport.retryReconnected(id))
                .as("on its way")
                .isInstanceOf(ActionRefused.class);

        business.createXeroJob.failed(id, ExportFailure.refused(List.of(ERROR)));
        assertThatThrownBy(() -> business.retryExport.retryReconnected(id))
                .as("refused for its data")
                .isInstanceOf(ActionRefused.class);
    }
}
