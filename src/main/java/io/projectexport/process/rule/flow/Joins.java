package io.projectexport.process.rule.flow;

import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.flow.GraphNode;
import io.projectexport.process.flow.NodeKind;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import io.projectexport.process.play.Observation;
import io.projectexport.process.play.Play;
import io.projectexport.process.play.Player;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What waits gets what it waits for. */
@Component
class Joins extends ModelRule {

    private final ModelCatalogue catalogue;

    Joins(ModelCatalogue catalogue) {
        super(604, Severity.REFUSES, "What waits gets what it waits for.");
        this.catalogue = catalogue;
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return Player.plays(model, catalogue).flatMap(this::check);
    }

    /** A task that takes no answer waits, too, but that is said about its answers. */
    private Stream<Finding> check(Play play) {
        Map<GraphNode, List<Observation>> stuck = play.at(Observation.Kind.STUCK);
        boolean hasJoin = stuck.keySet().stream().anyMatch(Joins::isJoin);
        return stuck.entrySet().stream()
                .filter(entry -> isJoin(entry.getKey()) || !hasJoin)
                .filter(entry -> !play.hasSeen(entry.getKey(), Observation.Kind.TASK_IN_WRONG_STATUS))
                .map(entry -> finding(
                        play.place(entry.getKey()),
                        problem(entry.getKey(), Play.statuses(entry.getValue())),
                        isJoin(entry.getKey())
                                ? "Merge ways of which only one is taken by an exclusive gateway, or split them before by a parallel"
                                        + " one"
                                : "Add a timer or another way beside it"));
    }

    private static boolean isJoin(GraphNode node) {
        return node.is(NodeKind.PARALLEL) || node.is(NodeKind.INCLUSIVE);
    }

    private static String problem(GraphNode node, String status) {
        return isJoin(node)
                ? "waits for %d arrows, which do not all arrive: the process of a project that is %s would wait here for ever"
                        .formatted(node.incoming().size(), status)
                : "waits for something that cannot happen: a project that is %s would wait here for ever"
                        .formatted(status);
    }
}
