package io.projectexport.xero.connection;

import io.projectexport.export.connection.StoredConnections;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Connections of one test. */
final class InMemoryConnections implements StoredConnections {

    private final Map<String, String> stored = new ConcurrentHashMap<>();

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public Optional<String> find(String organisation) {
        return Optional.ofNullable(stored.get(organisation));
    }

    @Override
    public void save(String organisation, String encrypted, Runnable alongside) {
        stored.put(organisation, encrypted);
        alongside.run();
    }

    @Override
    public Optional<String> change(String organisation, UnaryOperator<String> change) {
        return Optional.ofNullable(stored.computeIfPresent(organisation, (id, old) -> change.apply(old)));
    }
}
