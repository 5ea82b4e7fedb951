package io.projectexport.export;

import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.ratelimit.CallPermits;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Counts calls in memory and lets them all begin, until a test says otherwise. */
public final class FakeCallPermits implements CallPermits {

    private final Set<UUID> running = ConcurrentHashMap.newKeySet();
    private final ThreadLocal<UUID> held = new ThreadLocal<>();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger extra = new AtomicInteger();
    private ExportFailure refusal;

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
    public void release(UUID call) {
        running.remove(call);
    }
}
