package io.projectexport.export;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A queue in which everybody's turn is at once, until a test says otherwise. */
public final class FakePlaces implements CallPlaces {

    private final Map<UUID, Integer> paid = new HashMap<>();
    private final Map<UUID, Instant> postponed = new HashMap<>();
    private Instant next = Instant.EPOCH;
    private int extraCalls;
    private Pause pause;

    void next(Instant place) {
        next = place;
    }

    /** How many calls each export that still has its place has paid. */
    Map<UUID, Integer> paid() {
        return paid;
    }

    /** Until when exports were moved that met another limit. */
    Map<UUID, Instant> postponed() {
        return postponed;
    }

    public int extraCalls() {
        return extraCalls;
    }

    @Override
    public Instant place(UUID exportId, int calls) {
        paid.put(exportId, calls);
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
