package io.projectexport.sandbox;

import static io.projectexport.sandbox.SandboxClient.PROJECTS;
import static io.projectexport.sandbox.SandboxClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SandboxFaultsTest {

    private final ManualClock clock = new ManualClock();

    @AutoClose
    private final SandboxXero xero = new SandboxXero(0, clock);

    private final SandboxClient client = new SandboxClient(xero);

    @Test
    void dropped_before_creates_nothing() {
        xero.next(Fault.dropBefore());

        assertThatThrownBy(() -> client.createProject("P-1")).isInstanceOf(UncheckedIOException.class);
        assertThat(xero.projects().all()).isEmpty();
        assertThat(xero.requests()).hasSize(1);
    }

    @Test
    void dropped_after_creates_and_the_same_key_answers_with_what_was_created() {
        xero.next(Fault.dropAfterCreate());

        assertThatThrownBy(() -> client.createProject("P-1", "Idempotency-Key", "k"))
                .isInstanceOf(UncheckedIOException.class);
        HttpResponse<String> again = client.createProject("P-1", "Idempotency-Key", "k");

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(json(again).path("projectId").asText())
                .isEqualTo(xero.projects().all().get(0).id().toString());
        assertThat(xero.projects().all()).hasSize(1);
    }

    @Test
    void expired_key_creates_again() {
        client.createProject("P-1", "Idempotency-Key", "k");
        clock.advance(Duration.ofMinutes(6));
        client.createProject("P-1", "Idempotency-Key", "k");

        assertThat(xero.projects().named("P-1")).hasSize(2);
    }

    @Test
    void key_with_another_body_or_too_long_is_refused() {
        client.createProject("P-1", "Idempotency-Key", "k");

        assertThat(client.createProject("P-2", "Idempotency-Key", "k").statusCode())
                .isEqualTo(400);
        assertThat(client.createProject("P-3", "Idempotency-Key", "x".repeat(129))
                        .statusCode())
                .isEqualTo(400);
        assertThat(xero.projects().all()).hasSize(1);
    }

    @Test
    void fails_after_creating() {
        xero.nextCreate(Fault.failAfterCreate());

        assertThat(client.get(PROJECTS).statusCode()).isEqualTo(200);
        assertThat(client.createProject("P-1").statusCode()).isEqualTo(500);
        assertThat(xero.projects().named("P-1")).hasSize(1);
    }

    @Test
    void hangs_after_creating_and_then_drops() {
        xero.nextCreate(Fault.hangAfterCreate(Duration.ofMillis(50)));

        assertThatThrownBy(() -> client.createProject("P-1")).isInstanceOf(UncheckedIOException.class);
        assertThat(xero.projects().named("P-1")).hasSize(1);
    }

    @Test
    void slow_call_is_answered_in_the_end() {
        xero.next(Fault.slow(Duration.ofMillis(50)));

        assertThat(client.createProject("P-1").statusCode()).isEqualTo(201);
    }

    @Test
    void faults_come_in_turn_for_one_name_only() {
        xero.onName("P-2", Fault.unavailable(), Fault.badGateway());

        assertThat(client.createProject("P-1").statusCode()).isEqualTo(201);
        assertThat(client.createProject("P-2").statusCode()).isEqualTo(503);
        assertThat(client.createProject("P-2").body()).contains("502 Bad Gateway");
        assertThat(client.createProject("P-2").statusCode()).isEqualTo(201);
    }

    @Test
    void token_calls_can_fail_too() {
        xero.always(request -> request.is("POST", "/connect/token"), Fault.unavailable());

        assertThat(client.send(client.request("POST", "/connect/token", "")).statusCode())
                .isEqualTo(503);
    }

    @Test
    void decision_for_all_other_calls_can_be_replaced() {
        xero.otherwise(request -> request.method().equals("GET") ? Fault.unavailable() : Fault.none());

        assertThat(client.get(PROJECTS).statusCode()).isEqualTo(503);
        assertThat(client.createProject("P-1").statusCode()).isEqualTo(201);
    }

    @Test
    void scripted_rate_limits_look_like_those_of_xero() {
        xero.next(
                Fault.rateLimited(Duration.ofSeconds(7)),
                Fault.rateLimitedUntil(Instant.parse("2026-03-02T09:00:30Z")),
                Fault.rateLimitedWithoutRetryAfter(),
                Fault.dayLimitReached(Duration.ofHours(3)));

        assertThat(client.get(PROJECTS).headers().firstValue("Retry-After")).contains("7");
        assertThat(client.get(PROJECTS).headers().firstValue("Retry-After")).contains("Mon, 2 Mar 2026 09:00:30 GMT");
        HttpResponse<String> without = client.get(PROJECTS);
        assertThat(without.statusCode()).isEqualTo(429);
        assertThat(without.headers().firstValue("Retry-After")).isEmpty();
        assertThat(without.headers().firstValue("X-MinLimit-Remaining")).contains("0");
        HttpResponse<String> day = client.get(PROJECTS);
        assertThat(day.headers().firstValue("X-Rate-Limit-Problem")).contains("day");
        assertThat(day.headers().firstValue("Retry-After")).contains("10800");
    }

    @Test
    void expired_token_creates_nothing() {
        xero.nextCreate(Fault.tokenExpired());

        HttpResponse<String> refused = client.createProject("P-1");

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("TokenExpired");
        assertThat(xero.projects().all()).isEmpty();
    }

    @Test
    void success_is_lost_and_a_refusal_is_not() {
        xero.always(ReceivedRequest::createsJob, Fault.lost());

        assertThatThrownBy(() -> client.createProject("P-1")).isInstanceOf(UncheckedIOException.class);
        assertThat(client.createProject(" ").statusCode()).isEqualTo(400);
        assertThat(xero.projects().named("P-1")).hasSize(1);
    }

    @Test
    void one_item_of_one_answer_is_unreadable() {
        xero.projects().add("P-1");
        xero.next(Fault.unreadableItem());

        assertThat(json(client.get(PROJECTS)).path("items")).hasSize(2);
        assertThat(json(client.get(PROJECTS)).path("items")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void refusal_has_any_form_and_creates_nothing(RefusalFormat format) {
        xero.nextCreate(Fault.refused(format));

        HttpResponse<String> refused = client.createProject("P-1");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Xero is not in the mood for this");
        assertThat(xero.projects().all()).isEmpty();
    }

    @Test
    void closing_ends_calls_that_hang() throws Exception {
        xero.next(Fault.hang(Duration.ofHours(1)));
        Thread caller = new Thread(() -> {
            try {
                client.get(PROJECTS);
            } catch (UncheckedIOException dropped) {
                // what this test waits for
            }
        });
        caller.start();
        while (xero.requests().isEmpty()) {
            Thread.onSpinWait();
        }

        xero.close();
        caller.join(Duration.ofSeconds(30).toMillis());

        assertThat(caller.isAlive()).isFalse();
    }
}
