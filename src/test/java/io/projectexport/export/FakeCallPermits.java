package io.projectexport.export;

import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.ratelimit.CallPermits;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/** Counts calls in memory and lets them all begin, until a test says otherwise. */
public final class FakeCallPermits implements CallPermits {

    private final Set<UUID> running = ConcurrentHashMap.newKeySet();
    private final ThreadLocal<UUID> held = new ThreadLocal<>();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger extra = new AtomicInteger();
    private final Clock clock;
    private ExportFailure refusal;

    public FakeCallPermits() {
        this(Clock.systemUTC());
    }

    public FakeCallPermits(Clock clock) {
        this.clock = clock;
    }

    public void refuse(ExportFailure with) {
        refusal = with;
    }

    public int begun() {
        return begun.get();
    }

    /** Those of them that no turn came with. */
    public int extra() {
        return extra.get();
    }

    public Set<UUID> running() {
        return running;
    }

    @Override
    public <T> T holding(UUID permit, Supplier<T> calls) {
        held.set(permit);
        running.add(permit);
        try {
            return calls.get();
        } finally {
            if (held.get() != null) {
                release(permit);
            }
            held.remove();
        }
    }

    @Override
    public UUID acquire() {
        if (refusal != null) {
            throw refusal;
        }
        begun.incrementAndGet();
        UUID call = held.get();
        if (call == null) {
            extra.incrementAndGet();
            call = UUID.randomUUID();
        }
        held.remove();
        running.add(call);
        return call;
    }

    @Override
    public <T> Optional<T> acquireWith(Function<Instant, Optional<T>> record) {
        if (refusal != null) {
            throw refusal;
        }
        return record.apply(clock.instant());
    }

    @Override
    public <T> Optional<T> releaseWith(Supplier<Optional<T>> record) {
        return record.get();
    }

    @Override
    public void release(UUID call) {
        running.remove(call);
    }
}
