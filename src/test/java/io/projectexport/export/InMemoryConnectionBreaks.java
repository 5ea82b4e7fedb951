package io.projectexport.export;

import io.projectexport.export.connection.ConnectionBreak;
import io.projectexport.export.connection.ConnectionBreaks;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The break of one test, for all its nodes. */
public final class InMemoryConnectionBreaks implements ConnectionBreaks {

    private final InstantSource clock;
    private Optional<ConnectionBreak> known = Optional.empty();

    public InMemoryConnectionBreaks(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public synchronized Optional<ConnectionBreak> find() {
        return known;
    }

    @Override
    public synchronized Optional<ConnectionBreak> change(UnaryOperator<Optional<ConnectionBreak>> change) {
        known = change.apply(known);
        return known;
    }
}
