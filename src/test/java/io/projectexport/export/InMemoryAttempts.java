package io.projectexport.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The record of calls in memory. */
final class InMemoryAttempts implements ExportAttempts {

    private final List<ExportAttempt> attempts = new ArrayList<>();

    @Override
    public Optional<ExportAttempt> last(UUID exportId) {
        return attempts.stream().filter(a -> a.exportId().equals(exportId)).reduce((a, b) -> b);
    }

    @Override
    public void add(ExportAttempt attempt) {
        attempts.add(attempt);
    }

    @Override
    public void update(ExportAttempt attempt) {
        attempts.replaceAll(a -> a.key().equals(attempt.key()) ? attempt : a);
    }
}
