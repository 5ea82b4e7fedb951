package io.projectexport.process.flow;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Ways along sequence flows. */
public final class FlowPaths {

    private FlowPaths() {}

    /** Whether flows lead from one to the other within their scope. */
    public static boolean reach(GraphNode from, GraphNode to) {
        return from(from.outgoing().stream().map(GraphFlow::to).toList()).contains(to);
    }

    /** These nodes and all to which flows lead from them. */
    public static Set<GraphNode> from(Collection<GraphNode> starts) {
        Set<GraphNode> reached = new HashSet<>(starts);
        Deque<GraphNode> open = new ArrayDeque<>(List.copyOf(starts));
        while (!open.isEmpty()) {
            open.pop().outgoing().stream()
                    .map(GraphFlow::to)
                    .filter(reached::add)
                    .forEach(open::push);
        }
        return reached;
    }
}
