package io.projectexport.process.play;

import io.projectexport.process.flow.GraphNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/** Rounds in which a job leads to the next one at once, for ever. */
final class JobRounds {

    /** A job of this node leads there. */
    record Edge(PlayState to, GraphNode job) {}

    private record Visit(PlayState state, Iterator<Edge> rest) {}

    private JobRounds() {}

    /** The nodes with whose jobs such rounds close. */
    static Set<GraphNode> in(Map<PlayState, Set<Edge>> edges) {
        Set<GraphNode> closing = new HashSet<>();
        Map<PlayState, Boolean> isDone = new HashMap<>();
        edges.keySet().forEach(start -> visit(start, edges, isDone, closing));
        return closing;
    }

    private static void visit(
            PlayState start, Map<PlayState, Set<Edge>> edges, Map<PlayState, Boolean> isDone, Set<GraphNode> closing) {
        if (isDone.putIfAbsent(start, false) != null) {
            return;
        }
        Deque<Visit> path = new ArrayDeque<>();
        path.push(new Visit(start, edges.get(start).iterator()));
        while (!path.isEmpty()) {
            Visit visit = path.peek();
            if (!visit.rest().hasNext()) {
                isDone.put(path.pop().state(), true);
                continue;
            }
            Edge edge = visit.rest().next();
            Boolean found = isDone.putIfAbsent(edge.to(), false);
            if (found == null) {
                path.push(new Visit(edge.to(), edges.get(edge.to()).iterator()));
            } else if (!found) {
                closing.add(edge.job());
            }
        }
    }
}
