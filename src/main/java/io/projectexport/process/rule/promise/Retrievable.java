package io.projectexport.process.rule.promise;

import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.flow.FlowGraph;
import io.projectexport.process.flow.GraphNode;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import io.projectexport.process.model.DecisionTask;
import io.projectexport.process.play.Player;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who submitted a project can take it back as long as nobody decided. */
@Component
class Retrievable extends ModelRule {

    private final ModelCatalogue catalogue;

    Retrievable(ModelCatalogue catalogue) {
        super(505, Severity.REFUSES, "A review can be interrupted by the message \"Project retrieved\".");
        this.catalogue = catalogue;
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return Player.plays(model, catalogue)
                .flatMap(play -> play.graph().nodes().stream()
                        .filter(node -> node.decision() == DecisionTask.REVIEW)
                        .flatMap(node -> problem(play.graph(), node)
                                .map(problem -> finding(
                                        play.place(node),
                                        problem,
                                        "Draw an interrupting boundary event with this message, and an arrow from it to a task that calls"
                                                + " ${retrieveProjectDelegate}"))
                                .stream()));
    }

    /** An event without an arrow is a loose end, of which another rule tells. */
    private static Optional<String> problem(FlowGraph graph, GraphNode review) {
        List<GraphNode> events = Retrievals.of(graph, review).toList();
        if (events.isEmpty()) {
            return Optional.of(
                    "needs a boundary event with the message \"Project retrieved\": nobody could take a project back");
        }
        return events.stream().anyMatch(event -> event.outgoing().isEmpty() || Retrievals.leadsToStep(event))
                ? Optional.empty()
                : Optional.of(
                        "has the message \"Project retrieved\", but it does not lead to the step \"Take project back\"");
    }
}
