package io.projectexport.process.rule.promise;

import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.flow.FlowGraph;
import io.projectexport.process.flow.GraphNode;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import io.projectexport.process.play.Play;
import io.projectexport.process.play.Player;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A decision is one person's. */
@Component
class OneAnswer extends ModelRule {

    private final ModelCatalogue catalogue;

    OneAnswer(ModelCatalogue catalogue) {
        super(502, Severity.REFUSES, "A decision is answered once.");
        this.catalogue = catalogue;
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return Player.plays(model, catalogue).map(Play::graph).flatMap(this::check);
    }

    private Stream<Finding> check(FlowGraph graph) {
        return graph.nodes().stream()
                .filter(node -> node.decision() != null)
                .filter(node -> Stream.concat(Stream.of(node), graph.around(node).stream())
                        .anyMatch(GraphNode::isSeveral))
                .map(node -> finding(
                        graph.model().place(node.element()),
                        "would ask several people, of whom only the first one's answer is taken",
                        "Take off the loop, and add a user task with a form of its own for a second opinion"));
    }
}
