package io.projectexport.export;

import io.projectexport.export.ratelimit.CallQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** A queue in which every place is due at once, until a test says otherwise. */
public final class FakeCallQueue implements CallQueue {

    private final Set<UUID> paid = new HashSet<>();
    private final Map<UUID, Instant> postponed = new HashMap<>();
    private final Clock clock;
    private Instant next = Instant.EPOCH;
    private Instant pausedUntil = Instant.EPOCH;
    private String pausedFor;

    public FakeCallQueue() {
        this(Clock.systemUTC());
    }

    public FakeCallQueue(Clock clock) {
        this.clock = clock;
    }

    public void next(Instant place) {
        next = place;
    }

    /** The exports that have a place. */
    public Set<UUID> paid() {
        return paid;
    }

    /** Until when exports were moved that met another limit. */
    public Map<UUID, Instant> postponed() {
        return postponed;
    }

    @Override
    public Turn join(UUID exportId) {
        Duration left = Stream.of(
                        Duration.between(clock.instant(), next),
                        currentPause().map(Pause::left).orElse(Duration.ZERO))
                .max(Duration::compareTo)
                .orElseThrow();
        if (left.compareTo(Duration.ZERO) <= 0) {
            paid.remove(exportId);
            return Turn.now(UUID.randomUUID());
        }
        paid.add(exportId);
        return Turn.in(left, currentPause().map(Pause::why).orElse("Waiting for its turn."));
    }

    @Override
    public void postpone(UUID exportId, Duration wait) {
        paid.add(exportId);
        postponed.put(exportId, clock.instant().plus(wait));
    }

    @Override
    public void pause(Pause asked) {
        pausedUntil = clock.instant().plus(asked.left());
        pausedFor = asked.why();
    }

    @Override
    public Optional<Pause> currentPause() {
        Duration left = Duration.between(clock.instant(), pausedUntil);
        return left.compareTo(Duration.ZERO) > 0 ? Optional.of(new Pause(left, pausedFor)) : Optional.empty();
    }
}
