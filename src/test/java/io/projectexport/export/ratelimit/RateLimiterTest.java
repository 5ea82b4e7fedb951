package io.projectexport.export.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.projectexport.export.BusinessFixture;
import io.projectexport.export.FakeAccounting.Answer;
import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.accounting.ExportFailure.Reason;
import io.projectexport.export.accounting.XeroJob;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
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
    void no_more_exports_of_a_node_are_at_their_calls_than_it_has_threads_for() throws Exception {
        RateLimiter limiter = new RateLimiter(
                business.queue,
                business.permits,
                new RateLimits("organisation", 60, 2, Duration.ofSeconds(70)),
                business.clock);
        CountDownLatch answer = new CountDownLatch(1);
        CountDownLatch called = new CountDownLatch(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<XeroJob>> hanging = Stream.generate(() -> threads.submit(() -> limiter.call(id, () -> {
                        called.countDown();
                        awaitQuietly(answer);
                        return new XeroJob("job", "https://xero.example.com/job");
                    })))
                    .limit(2)
                    .toList();
            called.await();

            ExportFailure failure = catchThrowableOfType(ExportFailure.class, () -> limiter.call(id, () -> null));

            assertThat(failure.reason()).isEqualTo(Reason.RATE_LIMITED);
            assertThat(failure).hasMessage("Waiting until fewer than 2 calls to Xero run at a time.");
            assertThat(failure.retryAt()).isEqualTo(BusinessFixture.NOW.plusSeconds(1));
            assertThat(business.queue.paid()).contains(id);
            answer.countDown();
            for (Future<XeroJob> export : hanging) {
                assertThat(export.get().id()).isEqualTo("job");
            }
            assertThat(limiter.call(id, () -> new XeroJob("next", "https://xero.example.com/next"))
                            .id())
                    .isEqualTo("next");
        } finally {
            threads.shutdownNow();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
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
