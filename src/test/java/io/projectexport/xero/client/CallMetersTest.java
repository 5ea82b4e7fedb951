package io.projectexport.xero.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.testing.http.MockHttpTransport;
import com.google.api.client.testing.http.MockLowLevelHttpResponse;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.Tracer;
import io.projectexport.export.FakeCallPermits;
import io.projectexport.export.FakeCallQueue;
import io.projectexport.export.InMemoryConnectionBreaks;
import io.projectexport.export.monitoring.Metric;
import io.projectexport.xero.client.AccessTokens.Access;
import io.projectexport.xero.failure.XeroErrors;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mockito.BDDMockito;
import org.mockito.Mockito;

class CallMetersTest {

    private final OddClock clock = new OddClock();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry(SimpleConfig.DEFAULT, clock);

    /** One that fails when a test says so. */
    private static final class OddClock extends MockClock {

        private boolean fails;

        @Override
        public long monotonicTime() {
            if (fails) {
                throw new IllegalStateException("odd");
            }
            return super.monotonicTime();
        }
    }

    @Test
    void rest_of_xeros_day_is_unknown_before_the_first_answer_and_a_day_after_the_last() {
        CallMeters meters = new CallMeters(registry, Tracer.NOOP);
        assertThat(rest()).isNaN();

        meters.dayLimitRemaining("3");
        clock.add(Duration.ofHours(23));
        assertThat(rest()).isEqualTo(3);

        clock.add(Duration.ofHours(2));
        assertThat(rest()).isNaN();
        meters.dayLimitRemaining("5000");
        assertThat(rest()).isEqualTo(5000);
    }

    private double rest() {
        return registry.get(Metric.XERO_DAY_LIMIT_REMAINING.id()).gauge().value();
    }

    @Test
    void measurements_that_fail_change_no_answer_and_keep_no_permit() {
        Tracer odd = Mockito.mock(Tracer.class, call -> {
            throw new IllegalStateException("odd");
        });
        CallMeters meters = new CallMeters(registry, odd);
        clock.fails = true;
        FakeCallPermits permits = new FakeCallPermits();
        AccessTokens tokens = Mockito.mock(AccessTokens.class);
        BDDMockito.given(tokens.current()).willReturn(new Access("token", "tenant"));
        XeroCalls calls = new XeroCalls(
                tokens,
                new XeroErrors(Clock.systemUTC()),
                new FakeCallQueue(),
                permits,
                new InMemoryConnectionBreaks(Clock.systemUTC()),
                new ObjectMapper(),
                Clock.systemUTC(),
                meters);

        assertThat(calls.call(Map.class, (token, tenant) -> answer())).isEqualTo(Map.of("created", "yes"));
        assertThat(permits.begun()).isEqualTo(1);
        assertThat(permits.running()).isEmpty();
    }

    private static HttpResponse answer() throws IOException {
        return new MockHttpTransport.Builder()
                .setLowLevelHttpResponse(new MockLowLevelHttpResponse()
                        .setContentType("application/json")
                        .setContent("{\"created\": \"yes\"}"))
                .build()
                .createRequestFactory()
                .buildGetRequest(new GenericUrl("https://api.xero.example/projects"))
                .execute();
    }
}
