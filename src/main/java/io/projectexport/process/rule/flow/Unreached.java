package io.projectexport.process.rule.flow;

import io.projectexport.process.flow.FlowGraph;
import io.projectexport.process.flow.FlowPaths;
import io.projectexport.process.flow.GraphNode;
import io.projectexport.process.flow.NodeKind;
import io.projectexport.process.flow.Trigger;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What no way leads to, whatever happens. */
final class Unreached {

    private Unreached() {}

    /** The first ones of those that follow each other. */
    static Stream<GraphNode> first(FlowGraph graph) {
        Set<GraphNode> reached = reached(graph);
        List<GraphNode> others =
                graph.nodes().stream().filter(node -> !reached.contains(node)).toList();
        Set<GraphNode> told = new HashSet<>();
        return Stream.concat(
                        others.stream().filter(node -> isFirst(node) && !node.is(NodeKind.BOUNDARY)),
                        others.stream().filter(node -> !node.is(NodeKind.BOUNDARY)))
                .filter(node -> !told.contains(node))
                .filter(node -> told.addAll(family(graph, node)));
    }

    private static boolean isFirst(GraphNode node) {
        return node.incoming().isEmpty() && !node.is(NodeKind.START);
    }

    private static Set<GraphNode> reached(FlowGraph graph) {
        Set<GraphNode> reached = new HashSet<>();
        graph.starts(graph.process()).forEach(start -> reached.addAll(family(graph, start)));
        graph.eventSubprocesses(graph.process()).forEach(handler -> reached.addAll(family(graph, handler)));
        return reached;
    }

    /** The node and all that follows it, on the boundary and within included. */
    private static Set<GraphNode> family(FlowGraph graph, GraphNode start) {
        Set<GraphNode> family = new HashSet<>();
        grow(graph, List.of(start), family);
        return family;
    }

    private static void grow(FlowGraph graph, List<GraphNode> from, Set<GraphNode> family) {
        List<GraphNode> fresh =
                FlowPaths.from(from).stream().filter(family::add).toList();
        List<GraphNode> more = fresh.stream()
                .flatMap(node -> beside(graph, node))
                .filter(node -> !family.contains(node))
                .distinct()
                .toList();
        if (!more.isEmpty()) {
            grow(graph, more, family);
        }
    }

    private static Stream<GraphNode> beside(FlowGraph graph, GraphNode node) {
        Stream<GraphNode> within =
                Stream.concat(graph.starts(node.id()).stream(), graph.eventSubprocesses(node.id()).stream());
        Optional<GraphNode> linked = node.trigger().is(Trigger.Kind.LINK) && node.is(NodeKind.THROW)
                ? graph.linkedFrom(node)
                : Optional.empty();
        return Stream.of(within, node.boundaries().stream(), linked.stream()).flatMap(all -> all);
    }
}
