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

/** Meters and spans of the calls to Xero, and what Xero's answers say about its limit of the day. */
public final class CallMeters {

    private static final String ANSWERED = "answered";
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
    private volatile double dayLimitRemaining = Double.NaN;

    public CallMeters(MeterRegistry registry, Tracer tracer) {
        this.registry = registry;
        this.tracer = tracer;
        // from the start on, so that the first of a kind is seen as an increase
        Stream.concat(Stream.of(ANSWERED), Stream.of(Reason.values()).map(CallMeters::outcome))
                .forEach(this::timer);
        Metric metric = Metric.XERO_DAY_LIMIT_REMAINING;
        Gauge.builder(metric.id(), this, meters -> meters.dayLimitRemaining)
                .description(metric.help())
                .strongReference(true)
                .register(registry);
    }

    /** Nobody looks at them. */
    public static CallMeters none() {
        return new CallMeters(new SimpleMeterRegistry(), Tracer.NOOP);
    }

    Call begin() {
        return new Call(
                Timer.start(registry), tracer.nextSpan().name("call Xero").start());
    }

    /** @param remaining value of Xero's header; null, or anything but a number, changes nothing */
    void dayLimitRemaining(String remaining) {
        if (remaining != null && remaining.strip().matches("-?\\d{1,9}")) {
            dayLimitRemaining = Math.max(0, Integer.parseInt(remaining.strip()));
        }
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

    /** One call that runs. */
    final class Call {

        private final Timer.Sample sample;
        private final Span span;
        private String outcome = outcome(Reason.OUTCOME_UNKNOWN);

        private Call(Timer.Sample sample, Span span) {
            this.sample = sample;
            this.span = span;
        }

        void answered(HttpResponse response) {
            outcome = ANSWERED;
            span.tag("http.request.method", response.getRequest().getRequestMethod());
            span.tag("url.path", response.getRequest().getUrl().getRawPath());
        }

        void failed(Reason reason) {
            outcome = outcome(reason);
        }

        void end() {
            sample.stop(timer(outcome));
            span.tag("outcome", outcome).end();
        }
    }
}
