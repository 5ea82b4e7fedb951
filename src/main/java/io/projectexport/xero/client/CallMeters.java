package io.projectexport.xero.client;

import com.google.api.client.http.HttpResponse;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.projectexport.export.accounting.ExportFailure.Reason;
import io.projectexport.export.monitoring.Metric;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Meters and spans of the calls to Xero, and what Xero's answers say about its limit of the day. */
public final class CallMeters {

    private static final Logger log = LoggerFactory.getLogger(CallMeters.class);

    private static final String ANSWERED = "answered";
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30)
    };

    private final MeterRegistry registry;
    private final Tracer tracer;
    private volatile DayLimitRemaining dayLimitRemaining = new DayLimitRemaining(Double.NaN, 0);

    /** @param toldAt in milliseconds since 1970 */
    private record DayLimitRemaining(double calls, long toldAt) {}

    public CallMeters(MeterRegistry registry, Tracer tracer) {
        this.registry = registry;
        this.tracer = tracer;
        // from the start on, so that the first of a kind is seen as an increase
        Stream.concat(Stream.of(ANSWERED), Stream.of(Reason.values()).map(CallMeters::outcome))
                .forEach(this::timer);
        Metric metric = Metric.XERO_DAY_LIMIT_REMAINING;
        Gauge.builder(metric.id(), this, CallMeters::dayLimitRemaining)
                .description(metric.help())
                .strongReference(true)
                .register(registry);
    }

    /** Nobody looks at them. */
    public static CallMeters none() {
        return new CallMeters(new SimpleMeterRegistry(), Tracer.NOOP);
    }

    Call begin() {
        Call call = new Call();
        quietly(call::start);
        return call;
    }

    /** Never in place of an answer of Xero. */
    private static void quietly(Runnable measurement) {
        try {
            measurement.run();
        } catch (RuntimeException failure) {
            log.warn("A call to Xero could not be measured", failure);
        }
    }

    /** @param remaining value of Xero's header; null, or anything but a number, changes nothing */
    void dayLimitRemaining(String remaining) {
        if (remaining != null && remaining.strip().matches("-?\\d{1,9}")) {
            double calls = Math.max(0, Integer.parseInt(remaining.strip()));
            dayLimitRemaining = new DayLimitRemaining(calls, now());
        }
    }

    /** Unknown once that day must be over. */
    private double dayLimitRemaining() {
        DayLimitRemaining told = dayLimitRemaining;
        return now() - told.toldAt() < DAY.toMillis() ? told.calls() : Double.NaN;
    }

    private long now() {
        return registry.config().clock().wallTime();
    }

    private Timer timer(String outcome) {
        Metric metric = Metric.XERO_CALLS;
        return Timer.builder(metric.id())
                .description(metric.help())
                .tag("outcome", outcome)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    private static String outcome(Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }

    /** One call that runs, which nothing that is said here makes fail. */
    final class Call {

        private Timer.Sample sample;
        private Span span = Span.NOOP;
        private String outcome = outcome(Reason.OUTCOME_UNKNOWN);

        private void start() {
            sample = Timer.start(registry);
            span = tracer.nextSpan().name("call Xero").start();
        }

        void answered(HttpResponse response) {
            outcome = ANSWERED;
            quietly(() -> {
                span.tag("http.request.method", response.getRequest().getRequestMethod());
                span.tag("url.path", response.getRequest().getUrl().getRawPath());
            });
        }

        void failed(Reason reason) {
            outcome = outcome(reason);
        }

        void end() {
            quietly(() -> sample.stop(timer(outcome)));
            quietly(() -> span.tag("outcome", outcome).end());
        }
    }
}
