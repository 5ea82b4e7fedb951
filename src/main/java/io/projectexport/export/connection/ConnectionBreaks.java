package io.projectexport.export.connection;

import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Port to the one break of the connection that there can be, as all nodes know it. */
public interface ConnectionBreaks {

    /** The time by which all nodes tell how long something was ago. */
    Instant now();

    /** Empty while calls work, as far as anybody knows. */
    Optional<ConnectionBreak> find();

    /** Whether there was one when this node last got a permit for a call, or changed something here; what another node noted since then counts from the next call on. */
    default boolean wasKnown() {
        return find().isPresent();
    }

    /**
     * Changes one by one over all nodes, and commits at once.
     *
     * @param change from what is known to what is known from now on; empty for no break
     * @return what is known afterwards
     */
    Optional<ConnectionBreak> change(UnaryOperator<Optional<ConnectionBreak>> change);

    /** Whether this caller is the one that the claim, of several at the same moment on whichever nodes, was given to. */
    default boolean claim(UnaryOperator<ConnectionBreak> claim) {
        boolean[] isMine = {false};
        change(known -> known.map(before -> {
            ConnectionBreak after = claim.apply(before);
            isMine[0] = !after.equals(before);
            return after;
        }));
        return isMine[0];
    }
}
