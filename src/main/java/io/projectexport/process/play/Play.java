package io.projectexport.process.play;

import io.projectexport.process.flow.FlowGraph;
import io.projectexport.process.flow.GraphFlow;
import io.projectexport.process.flow.GraphNode;
import io.projectexport.process.guard.Place;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What came of playing a process.
 *
 * @param reached in the order in which they first were
 * @param states in how many ways a project can wait or have ended
 * @param last those of them after which nothing happens, because it is over or stuck
 */
public record Play(
        FlowGraph graph,
        Set<Observation> observations,
        Set<GraphNode> reached,
        Set<GraphFlow> taken,
        Set<PlayState> states,
        Set<PlayState> last) {

    public Stream<Observation> seen(Observation.Kind... kinds) {
        List<Observation.Kind> wanted = Arrays.asList(kinds);
        return observations.stream().filter(observation -> wanted.contains(observation.kind()));
    }

    /** The same by their places. */
    public Map<GraphNode, List<Observation>> at(Observation.Kind... kinds) {
        return seen(kinds).collect(Collectors.groupingBy(Observation::node, LinkedHashMap::new, Collectors.toList()));
    }

    /** The statuses of projects to which it happens, as a sentence has them. */
    public static String statuses(List<Observation> observations) {
        return observations.stream()
                .map(Observation::status)
                .distinct()
                .map(status -> status == null ? "not registered yet" : status.label())
                .collect(Collectors.joining(" or "));
    }

    /** Their details, each once, as a sentence has them. */
    public static String details(List<Observation> observations) {
        return observations.stream()
                .map(Observation::detail)
                .distinct()
                .limit(3)
                .collect(Collectors.joining(", or "));
    }

    public Place place(GraphNode node) {
        return graph.model().place(node.element());
    }

    /** Whether something went wrong there. */
    public boolean hasSeen(GraphNode node, Observation.Kind... kinds) {
        return seen(kinds).anyMatch(observation -> observation.node() == node);
    }
}
