package io.projectexport.process.rule.flow;

import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.flow.GraphNode;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import io.projectexport.process.play.Play;
import io.projectexport.process.play.Player;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * No element is drawn for nothing. Only the first of several that follow each other is named, and none where an arrow is missing that would
 * lead there: that is the cause.
 */
@Component
class Reachable extends ModelRule {

    private final ModelCatalogue catalogue;

    Reachable(ModelCatalogue catalogue) {
        super(601, Severity.REFUSES, "Everything that is drawn can be reached.");
        this.catalogue = catalogue;
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return Player.plays(model, catalogue)
                .filter(play -> !LivingEnds.hasLooseEnd(play))
                .flatMap(this::check);
    }

    private Stream<Finding> check(Play play) {
        return Unreached.first(play.graph())
                .map(node -> finding(play.place(node), problem(node), "Draw an arrow to it, or delete it"));
    }

    private static String problem(GraphNode node) {
        return node.incoming().isEmpty()
                ? "is never reached, because no arrow leads to it"
                : "is never reached, because no way from the start leads to it";
    }
}
