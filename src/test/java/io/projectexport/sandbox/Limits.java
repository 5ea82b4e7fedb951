package io.projectexport.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Xero's limits for one organisation; generous until a test or the local run makes them tight. */
public final class Limits {

    private final Clock clock;
    private final CallWindow minute = new CallWindow(Duration.ofMinutes(1), 10_000);
    private final CallWindow day = new CallWindow(Duration.ofDays(1), 1_000_000);
    private int concurrent = 1_000;
    private int running;
    private int refusals;

    Limits(Clock clock) {
        this.clock = clock;
    }

    public synchronized Limits perMinute(int calls) {
        minute.limit(calls);
        return this;
    }

    public synchronized Limits perDay(int calls) {
        day.limit(calls);
        return this;
    }

    public synchronized Limits concurrent(int calls) {
        concurrent = calls;
        return this;
    }

    /** How many calls were answered with 429 because of these limits. */
    public synchronized int refusals() {
        return refusals;
    }

    /** Lets the call through if the limits allow it; either way the answer says what is left. */
    SentAnswer limited(Supplier<SentAnswer> call) {
        Optional<SentAnswer> refusal = enter();
        return refusal.orElseGet(() -> run(call)).withDefaults(remaining());
    }

    private SentAnswer run(Supplier<SentAnswer> call) {
        try {
            return call.get();
        } finally {
            leave();
        }
    }

    /** Counts the call, unless it is refused. */
    private synchronized Optional<SentAnswer> enter() {
        Instant now = clock.instant();
        if (running >= concurrent) {
            return refused("concurrent", Duration.ofSeconds(1));
        }
        if (minute.remaining(now) == 0) {
            return refused("minute", minute.untilFree(now));
        }
        if (day.remaining(now) == 0) {
            return refused("day", day.untilFree(now));
        }
        minute.add(now);
        day.add(now);
        running++;
        return Optional.empty();
    }

    private synchronized void leave() {
        running--;
    }

    private Optional<SentAnswer> refused(String problem, Duration retryAfter) {
        refusals++;
        return Optional.of(RateLimited.answer(problem).with("Retry-After", RateLimited.seconds(retryAfter)));
    }

    private synchronized Map<String, String> remaining() {
        return Map.of(
                "X-MinLimit-Remaining", String.valueOf(minute.remaining(clock.instant())),
                "X-DayLimit-Remaining", String.valueOf(day.remaining(clock.instant())),
                "X-AppMinLimit-Remaining", "10000");
    }
}
