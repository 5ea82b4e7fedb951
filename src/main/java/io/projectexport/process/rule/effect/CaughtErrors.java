package io.projectexport.process.rule.effect;

import io.projectexport.export.accounting.ExportFailure;
import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.flow.FlowGraph;
import io.projectexport.process.flow.GraphNode;
import io.projectexport.process.flow.Trigger;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import io.projectexport.process.play.Play;
import io.projectexport.process.play.Player;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whatever Xero answers leads somewhere. */
@Component
class CaughtErrors extends ModelRule {

    private final ModelCatalogue catalogue;

    CaughtErrors(ModelCatalogue catalogue) {
        super(407, Severity.REFUSES, "Each error of \"Create job in Xero\" is caught.");
        this.catalogue = catalogue;
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return Player.plays(model, catalogue).flatMap(this::check);
    }

    private Stream<Finding> check(Play play) {
        return play.graph().nodes().stream().flatMap(node -> {
            List<String> uncaught = node.steps().stream()
                    .flatMap(step -> Arrays.stream(step.about().errors()))
                    .map(ExportFailure.Reason::code)
                    .filter(code -> !isCaught(play.graph(), node, code))
                    .toList();
            return uncaught.isEmpty() ? Stream.empty() : Stream.of(finding(play, node, uncaught));
        });
    }

    private Finding finding(Play play, GraphNode node, List<String> uncaught) {
        return finding(
                play.place(node),
                "throws %s, which nothing catches: the project would stop here in Exporting"
                        .formatted(String.join(", ", uncaught)),
                "Add a boundary event for each: for XERO_RATE_LIMITED and XERO_OUTCOME_UNKNOWN a wait for ${retryAt} and back, for"
                        + " the others the task \"Resolve failed export\"");
    }

    private static boolean isCaught(FlowGraph graph, GraphNode node, String code) {
        Stream<GraphNode> onBoundary = Stream.concat(Stream.of(node), graph.around(node).stream())
                .flatMap(activity -> activity.boundaries().stream());
        Stream<GraphNode> within = Stream.concat(
                        Stream.of(graph.process()), graph.around(node).stream().map(GraphNode::id))
                .flatMap(scope -> graph.eventSubprocesses(scope).stream())
                .flatMap(handler -> graph.starts(handler.id()).stream());
        return Stream.concat(onBoundary, within)
                .anyMatch(event -> event.trigger().catches(Trigger.Kind.ERROR, code));
    }
}
