package io.projectexport.process.play;

import io.projectexport.process.flow.GraphNode;

/**
 * A place at which a project waits.
 *
 * @param scope number of the open scope in which it is
 */
public record Token(GraphNode node, Phase phase, int scope) {

    public enum Phase {
        /** For a job that begins the node. */
        BEFORE,
        /** For a job of one run of its loop; events on its boundary can happen. */
        EACH,
        /** In the node: for a person, an event, a worker; events on its boundary can happen. */
        AT,
        /** For the other tokens of a join. */
        JOIN,
        /** For a job that leaves the node. */
        AFTER
    }

    boolean isAt() {
        return phase == Phase.AT;
    }

    boolean isJob() {
        return phase == Phase.BEFORE || phase == Phase.EACH || phase == Phase.AFTER;
    }

    boolean hasOpenBoundary() {
        return phase == Phase.AT || phase == Phase.EACH;
    }

    Token in(int other) {
        return new Token(node, phase, other);
    }
}
