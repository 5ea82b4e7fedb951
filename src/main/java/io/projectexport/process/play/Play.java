package io.projectexport.process.play;

import io.projectexport.process.flow.FlowGraph;
import io.projectexport.process.flow.GraphFlow;
import io.projectexport.process.flow.GraphNode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What came of playing a process.
 *
 * @param states in how many ways a project can wait or have ended
 */
public record Play(
        FlowGraph graph,
        Set<Observation> observations,
        Set<GraphNode> reached,
        Set<GraphFlow> taken,
        Set<PlayState> states) {

    public Stream<Observation> seen(Observation.Kind... kinds) {
        List<Observation.Kind> wanted = Arrays.asList(kinds);
        return observations.stream().filter(observation -> wanted.contains(observation.kind()));
    }

    /** Whether something went wrong there. */
    public boolean hasSeen(GraphNode node, Observation.Kind... kinds) {
        return seen(kinds).anyMatch(observation -> observation.node() == node);
    }
}
