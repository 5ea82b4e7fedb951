package io.projectexport.sandbox;

import static io.projectexport.sandbox.SandboxClient.PROJECTS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SandboxLimitsTest {

    private final ManualClock clock = new ManualClock();

    @AutoClose
    private final SandboxXero xero = new SandboxXero(0, clock);

    private final SandboxClient client = new SandboxClient(xero);

    @Test
    void answers_tell_what_is_left() {
        xero.limits().perMinute(60).perDay(5000);

        HttpResponse<String> answer = client.get(PROJECTS);

        assertThat(header(answer, "X-MinLimit-Remaining")).isEqualTo("59");
        assertThat(header(answer, "X-DayLimit-Remaining")).isEqualTo("4999");
    }

    @Test
    void call_over_the_minute_limit_waits_until_the_oldest_is_a_minute_old() {
        xero.limits().perMinute(2);
        client.get(PROJECTS);
        clock.advance(Duration.ofSeconds(20));
        client.get(PROJECTS);

        HttpResponse<String> third = client.createProject("P-1");

        assertThat(third.statusCode()).isEqualTo(429);
        assertThat(header(third, "X-Rate-Limit-Problem")).isEqualTo("minute");
        assertThat(header(third, "Retry-After")).isEqualTo("40");
        assertThat(xero.projects().all()).isEmpty();
        assertThat(xero.limits().refusals()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(40));
        assertThat(client.createProject("P-1").statusCode()).isEqualTo(201);
    }

    @Test
    void call_over_the_day_limit_waits_for_hours() {
        xero.limits().perDay(1);
        client.get(PROJECTS);
        clock.advance(Duration.ofHours(4));

        HttpResponse<String> second = client.get(PROJECTS);

        assertThat(header(second, "X-Rate-Limit-Problem")).isEqualTo("day");
        assertThat(header(second, "Retry-After")).isEqualTo("72000");
    }

    @Test
    void one_call_too_many_at_the_same_time_is_refused() throws InterruptedException {
        xero.limits().concurrent(1);
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        xero.next(handle -> {
            running.countDown();
            done.await();
            return handle.get();
        });
        CompletableFuture<HttpResponse<String>> first = CompletableFuture.supplyAsync(() -> client.get(PROJECTS));
        running.await();

        HttpResponse<String> second = client.get(PROJECTS);
        done.countDown();

        assertThat(second.statusCode()).isEqualTo(429);
        assertThat(header(second, "X-Rate-Limit-Problem")).isEqualTo("concurrent");
        assertThat(first.join().statusCode()).isEqualTo(200);
        assertThat(client.get(PROJECTS).statusCode()).isEqualTo(200);
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse(null);
    }
}
