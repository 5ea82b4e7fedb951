package io.projectexport.export;

import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.export.ratelimit.CallPermits;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Counts calls in memory and lets them all begin, until a test says otherwise. */
public final class FakeCallPermits implements CallPermits {

    private final Set<UUID> running = new HashSet<>();
    private int begun;
    private ExportFailure refusal;

    public void refuse(ExportFailure with) {
        refusal = with;
    }

    public int begun() {
        return begun;
    }

    public Set<UUID> running() {
        return running;
    }

    @Override
    public UUID acquire() {
        if (refusal != null) {
            throw refusal;
        }
        begun++;
        UUID call = UUID.randomUUID();
        running.add(call);
        return call;
    }

    @Override
    public void release(UUID call) {
        running.remove(call);
    }
}
