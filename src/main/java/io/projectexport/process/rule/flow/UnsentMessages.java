package io.projectexport.process.rule.flow;

import io.projectexport.process.flow.FlowGraph;
import io.projectexport.process.flow.GraphFlow;
import io.projectexport.process.flow.GraphNode;
import io.projectexport.process.flow.NodeKind;
import io.projectexport.process.flow.Trigger;
import io.projectexport.process.model.ProjectExportProcess;
import java.util.Set;
import java.util.stream.Stream;

/** Events that wait for a message or signal which neither the product nor the model sends. */
final class UnsentMessages {

    private static final Set<NodeKind> WAITS = Set.of(NodeKind.CATCH, NodeKind.BOUNDARY, NodeKind.START);

    private UnsentMessages() {}

    static Stream<GraphNode> in(FlowGraph graph) {
        return graph.nodes().stream()
                .filter(node -> WAITS.contains(node.kind()))
                .filter(node -> node.trigger().is(Trigger.Kind.MESSAGE)
                        || node.trigger().is(Trigger.Kind.SIGNAL))
                .filter(node -> !isSent(node.trigger(), graph));
    }

    private static boolean isSent(Trigger awaited, FlowGraph graph) {
        boolean isRetrieval = awaited.is(Trigger.Kind.MESSAGE)
                && ProjectExportProcess.PROJECT_RETRIEVED.equals(awaited.text())
                && graph.isOfProject();
        boolean isThrown = awaited.is(Trigger.Kind.SIGNAL)
                && graph.nodes().stream()
                        .filter(node -> node.is(NodeKind.THROW) || node.is(NodeKind.END))
                        .anyMatch(node -> node.trigger().equals(awaited));
        return isRetrieval || isThrown;
    }

    /** Whether a project that waits for it has no other way on. */
    static boolean isOnlyWay(GraphNode node) {
        boolean isBesideAnother = node.incoming().stream()
                .map(GraphFlow::from)
                .anyMatch(before ->
                        before.is(NodeKind.EVENT_BASED) && before.outgoing().size() > 1);
        return node.is(NodeKind.CATCH) && node.boundaries().isEmpty() && !isBesideAnother;
    }

    static String name(GraphNode node) {
        String kind = node.trigger().is(Trigger.Kind.SIGNAL) ? "signal" : "message";
        return "%s \"%s\"".formatted(kind, node.trigger().text());
    }
}
