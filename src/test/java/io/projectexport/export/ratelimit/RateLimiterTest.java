package io.projectexport.export.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.projectexport.export.BusinessFixture;
import io.projectexport.export.FakeAccounting.Answer;
import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.accounting.ExportFailure.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

    private final BusinessFixture business = new BusinessFixture();
    private final UUID id = business.accepted();

    @Test
    void an_export_whose_place_is_not_due_waits_without_a_call() {
        Instant turn = BusinessFixture.NOW.plusSeconds(7);
        business.queue.next(turn);

        ExportFailure failure = refusal();

        assertThat(failure.reason()).isEqualTo(Reason.RATE_LIMITED);
        assertThat(failure.retryAt()).isEqualTo(turn);
        assertThat(failure).hasMessage("Waiting for its turn.");
        assertThat(failure.isNothingCreated()).isTrue();
        assertThat(business.accounting.lookUps()).isZero();
        assertThat(business.accounting.created()).isEmpty();
        assertThat(business.queue.paid()).contains(id);
    }

    @Test
    void when_its_place_is_due_the_job_is_created_and_the_place_is_left() {
        business.queue.next(BusinessFixture.NOW.plusSeconds(7));
        refusal();
        business.clock.moveTo(BusinessFixture.NOW.plusSeconds(7));

        business.createXeroJob.run(id);

        assertThat(business.accounting.created()).hasSize(1);
        assertThat(business.queue.paid()).isEmpty();
    }

    @Test
    void an_export_that_xero_tells_to_wait_keeps_its_place() {
        business.accounting.next(Answer.RATE_LIMIT);

        ExportFailure failure = refusal();

        assertThat(failure.reason()).isEqualTo(Reason.RATE_LIMITED);
        assertThat(business.queue.paid()).contains(id);
        assertThat(business.queue.postponed()).containsEntry(id, failure.retryAt());
    }

    @Test
    void nobody_calls_before_a_pause_is_over() {
        Instant end = BusinessFixture.NOW.plusSeconds(40);
        business.queue.pause(new CallQueue.Pause(Duration.ofSeconds(40), "Waiting for Xero: its limit is used up."));

        ExportFailure failure = refusal();

        assertThat(failure.retryAt()).isEqualTo(end);
        assertThat(failure).hasMessage("Waiting for Xero: its limit is used up.");
        assertThat(business.accounting.lookUps()).isZero();

        business.clock.moveTo(end);
        assertThat(business.createXeroJob.run(id)).isNotNull();
    }

    @Test
    void a_turn_after_the_end_of_a_pause_comes_no_earlier() {
        business.queue.pause(new CallQueue.Pause(Duration.ofSeconds(40), "Waiting for Xero."));
        business.queue.next(BusinessFixture.NOW.plusSeconds(50));

        assertThat(refusal().retryAt()).isEqualTo(BusinessFixture.NOW.plusSeconds(50));
    }

    @Test
    void an_export_that_failed_leaves_its_place() {
        business.accounting.next(Answer.REFUSE);

        assertThat(refusal().reason()).isEqualTo(Reason.REFUSED);

        assertThat(business.queue.paid()).isEmpty();
    }

    @Test
    void a_job_that_was_created_before_is_linked_without_a_place_in_the_queue() {
        business.createXeroJob.run(id);
        business.exports.update(business.export(id).retried());
        business.queue.next(BusinessFixture.NOW.plusSeconds(7));

        assertThat(business.createXeroJob.run(id)).isNotNull();
    }

    private ExportFailure refusal() {
        return catchThrowableOfType(ExportFailure.class, () -> business.createXeroJob.run(id));
    }
}
