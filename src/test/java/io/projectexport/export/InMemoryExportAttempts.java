package io.projectexport.export;

import io.projectexport.export.exactlyonce.ExportAttempt;
import io.projectexport.export.exactlyonce.ExportAttempts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The record of calls in memory. */
public final class InMemoryExportAttempts implements ExportAttempts {

    private record Id(UUID exportId, int number) {}

    private final Map<Id, ExportAttempt> attempts = new LinkedHashMap<>();
    private final Clock clock;

    /** @param clock the one that all nodes share */
    InMemoryExportAttempts(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public Optional<ExportAttempt> last(UUID exportId) {
        return attempts.values().stream()
                .filter(a -> a.exportId().equals(exportId))
                .reduce((a, b) -> b);
    }

    @Override
    public Set<UUID> unanswered(Collection<UUID> exportIds, Duration longerThan) {
        Instant begunBefore = now().minus(longerThan);
        return exportIds.stream()
                .filter(id -> last(id).filter(a -> a.state() == ExportAttempt.State.UNKNOWN)
                        .map(ExportAttempt::calls)
                        .filter(calls ->
                                calls.lastEnded() != null || calls.lastBegan().isBefore(begunBefore))
                        .isPresent())
                .collect(Collectors.toSet());
    }

    @Override
    public Set<UUID> withJob(String jobId) {
        return attempts.values().stream()
                .filter(a -> a.job() != null && a.job().id().equals(jobId))
                .map(ExportAttempt::exportId)
                .collect(Collectors.toSet());
    }

    @Override
    public Optional<ExportAttempt> store(ExportAttempt attempt) {
        Id id = new Id(attempt.exportId(), attempt.number());
        int version = attempts.containsKey(id) ? attempts.get(id).version() : 0;
        if (version != attempt.version() && attempt.state() != ExportAttempt.State.CREATED) {
            return Optional.empty();
        }
        attempts.put(id, attempt.stored());
        return Optional.of(attempt.stored());
    }

    @Override
    public Optional<ExportAttempt> storeWithCaller(ExportAttempt attempt) {
        return store(attempt);
    }
}
