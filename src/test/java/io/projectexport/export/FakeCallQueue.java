package io.projectexport.export;

import io.projectexport.export.ratelimit.CallQueue;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A queue in which every place is due at once, until a test says otherwise. */
public final class FakeCallQueue implements CallQueue {

    private final Set<UUID> paid = new HashSet<>();
    private final Map<UUID, Instant> postponed = new HashMap<>();
    private Instant next = Instant.EPOCH;
    private int extraCalls;
    private Pause pause;

    public void next(Instant place) {
        next = place;
    }

    /** The exports that still have their place. */
    public Set<UUID> paid() {
        return paid;
    }

    /** Until when exports were moved that met another limit. */
    public Map<UUID, Instant> postponed() {
        return postponed;
    }

    public int extraCalls() {
        return extraCalls;
    }

    @Override
    public Instant join(UUID exportId) {
        paid.add(exportId);
        return next;
    }

    @Override
    public void postpone(UUID exportId, Instant until) {
        postponed.put(exportId, until);
    }

    @Override
    public void leave(UUID exportId) {
        paid.remove(exportId);
    }

    @Override
    public void pause(Pause asked) {
        pause = asked;
    }

    @Override
    public Optional<Pause> lastPause() {
        return Optional.ofNullable(pause);
    }

    @Override
    public void payExtraCall() {
        extraCalls++;
    }
}
