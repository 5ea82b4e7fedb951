package io.projectexport.process.rule.promise;

import io.projectexport.export.project.ExportStatus;
import io.projectexport.process.flow.FlowGraph;
import io.projectexport.process.flow.FlowPaths;
import io.projectexport.process.flow.GraphNode;
import io.projectexport.process.flow.Trigger;
import io.projectexport.process.model.ProjectExportProcess;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Events by which a project is taken back. */
final class Retrievals {

    private Retrievals() {}

    /** Those that can happen while somebody is at a task: on its boundary, and around it. */
    static Stream<GraphNode> of(FlowGraph graph, GraphNode task) {
        List<GraphNode> around = graph.around(task);
        Stream<GraphNode> onBoundary =
                Stream.concat(Stream.of(task), around.stream()).flatMap(activity -> activity.boundaries().stream());
        Stream<GraphNode> within = Stream.concat(
                        Stream.of(graph.process()), around.stream().map(GraphNode::id))
                .flatMap(scope -> graph.eventSubprocesses(scope).stream())
                .flatMap(handler -> graph.starts(handler.id()).stream());
        return Stream.concat(onBoundary, within).filter(Retrievals::isRetrieval);
    }

    private static boolean isRetrieval(GraphNode event) {
        return event.trigger().is(Trigger.Kind.MESSAGE)
                && ProjectExportProcess.PROJECT_RETRIEVED.equals(event.trigger().text());
    }

    static boolean leadsToStep(GraphNode event) {
        return FlowPaths.from(Set.of(event)).stream()
                .flatMap(node -> node.steps().stream())
                .flatMap(step -> Arrays.stream(step.about().to()))
                .anyMatch(ExportStatus.RETRIEVED::equals);
    }
}
