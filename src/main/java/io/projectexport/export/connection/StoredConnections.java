package io.projectexport.export.connection;

import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Port to the stored connections, one for each accounting organisation: shared by all nodes, and encrypted by whoever stores them. */
public interface StoredConnections {

    /** The time by which all nodes tell until when a connection is valid, because their own clocks may differ. */
    Instant now();

    Optional<String> find(String organisation);

    /**
     * Adds or replaces.
     *
     * @param alongside what is to be stored with it, or not at all
     */
    void save(String organisation, String encrypted, Runnable alongside);

    /**
     * Changes one by one over all nodes; a change that throws leaves what was stored, one that returns null removes it.
     *
     * @return what is stored afterwards; empty where the organisation has nothing stored
     */
    Optional<String> change(String organisation, UnaryOperator<String> change);
}
