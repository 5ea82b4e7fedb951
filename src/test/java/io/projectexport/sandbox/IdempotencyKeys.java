package io.projectexport.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Answers a repeated call with the first answer, for as long as Xero remembers the key. */
public final class IdempotencyKeys {

    private static final int MAX_LENGTH = 128;

    private record Remembered(List<String> call, SentAnswer answer, Instant until) {}

    private final Map<String, Remembered> keys = new ConcurrentHashMap<>();
    private final Clock clock;
    private volatile Duration lifetime = Duration.ofMinutes(6);

    IdempotencyKeys(Clock clock) {
        this.clock = clock;
    }

    /** For how long keys are remembered from now on; zero never remembers any. */
    public void lifetime(Duration ofKeys) {
        lifetime = ofKeys;
    }

    SentAnswer once(ReceivedRequest request, Supplier<SentAnswer> xero) {
        String key = request.header("Idempotency-Key");
        if (key == null || request.method().equals("GET")) {
            return xero.get();
        }
        if (key.isBlank() || key.length() > MAX_LENGTH) {
            return Problems.badRequest("The Idempotency-Key must have 1 to %d characters.".formatted(MAX_LENGTH));
        }
        List<String> call = List.of(request.method(), request.path(), request.body());
        Remembered first = keys.compute(key, (k, known) -> isFresh(known) ? known : remember(call, xero.get()));
        return first.call().equals(call)
                ? first.answer()
                : Problems.badRequest("The Idempotency-Key was already used with a different request.");
    }

    private Remembered remember(List<String> call, SentAnswer answer) {
        return new Remembered(call, answer, clock.instant().plus(lifetime));
    }

    private boolean isFresh(Remembered known) {
        return known != null && known.until().isAfter(clock.instant());
    }
}
