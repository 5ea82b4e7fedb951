package io.projectexport.export.reasons;

import java.util.List;

/** Port to the list of reasons that administrators keep. */
public interface StandardReasons {

    /**
     * The stored list.
     *
     * @param version one more with each change
     * @param reasons in the order in which they are offered; empty as long as none is kept
     */
    record Stored(int version, List<String> reasons) {}

    Stored read();

    /**
     * Stores another list in place of this version.
     *
     * @return whether that was still the stored one; of several, on whichever nodes, the first wins
     */
    boolean replace(int version, List<String> reasons);
}
