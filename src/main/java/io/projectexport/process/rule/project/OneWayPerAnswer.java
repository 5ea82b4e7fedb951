package io.projectexport.process.rule.project;

import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.flow.GraphFlow;
import io.projectexport.process.flow.GraphNode;
import io.projectexport.process.flow.NodeKind;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import io.projectexport.process.model.DecisionTask;
import io.projectexport.process.play.Play;
import io.projectexport.process.play.Player;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** An answer leads one way: of two conditions that hold at once, the engine takes the one that was drawn first. */
@Component
class OneWayPerAnswer extends ModelRule {

    private final ModelCatalogue catalogue;

    OneWayPerAnswer(ModelCatalogue catalogue) {
        super(622, Severity.WARNS, "An answer leads one way out of an exclusive gateway.");
        this.catalogue = catalogue;
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return Player.plays(model, catalogue).flatMap(this::check);
    }

    private Stream<Finding> check(Play play) {
        return play.graph().nodes().stream()
                .filter(node -> node.is(NodeKind.EXCLUSIVE))
                .flatMap(gateway -> Arrays.stream(DecisionTask.values())
                        .flatMap(task -> task.words().stream()
                                .filter(word -> holding(gateway, task, word) > 1)
                                .map(word -> finding(
                                        play.place(gateway),
                                        "has several arrows for the answer %s, of which only the first one is taken"
                                                .formatted(word),
                                        "Let their conditions exclude each other"))));
    }

    private static long holding(GraphNode gateway, DecisionTask task, String word) {
        Map<String, Object> values = Map.of(task.answer().name(), word);
        return gateway.outgoing().stream()
                .map(GraphFlow::condition)
                .filter(Objects::nonNull)
                .filter(condition -> condition.terms().equals(values.keySet()))
                .filter(condition -> condition.holds(values).orElse(false))
                .count();
    }
}
