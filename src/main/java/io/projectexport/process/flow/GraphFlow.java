package io.projectexport.process.flow;

/**
 * A sequence flow.
 *
 * @param condition null for none
 */
public record GraphFlow(String id, GraphNode from, GraphNode to, Condition condition, boolean isDefault) {

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return id;
    }
}
