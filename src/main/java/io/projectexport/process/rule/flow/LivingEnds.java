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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A process ends with its project: one that lives on without it is one that nobody can ever decide about. */
@Component
class LivingEnds extends ModelRule {

    private final ModelCatalogue catalogue;

    LivingEnds(ModelCatalogue catalogue) {
        super(602, Severity.REFUSES, "The process ends only when the project is Synced or Withdrawn.");
        this.catalogue = catalogue;
    }

    /** Whether a way of a project ends because an arrow is missing. */
    static boolean hasLooseEnd(Play play) {
        return play.seen(Observation.Kind.ENDED_ALIVE).anyMatch(seen -> isLoose(seen.node()));
    }

    private static boolean isLoose(GraphNode node) {
        return !node.is(NodeKind.END);
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return Player.plays(model, catalogue).flatMap(this::check);
    }

    private Stream<Finding> check(Play play) {
        return play.at(Observation.Kind.ENDED_ALIVE).entrySet().stream()
                .map(entry -> finding(
                        play.place(entry.getKey()),
                        problem(entry.getKey(), entry.getValue()),
                        remedy(play, entry.getKey())));
    }

    private static String problem(GraphNode node, List<Observation> observations) {
        if (observations.stream().anyMatch(seen -> seen.status() == null)) {
            return "is the end of a submission that was never registered, and is lost";
        }
        String statuses = Play.statuses(observations);
        String rest = statuses.contains(" or ") ? "so" : statuses;
        return isLoose(node)
                ? "leads nowhere: a project that is %s would stop here and stay %s for ever".formatted(statuses, rest)
                : "ends the process of a project that is %s, which would stay %s for ever".formatted(statuses, rest);
    }

    private static String remedy(Play play, GraphNode node) {
        if (!isLoose(node)) {
            return "Lead it to a task in which somebody decides what becomes of the project instead of here, or let another way"
                    + " go on beside it";
        }
        List<GraphNode> orphans = Unreached.first(play.graph()).toList();
        return orphans.isEmpty()
                ? "Draw an arrow from it to what is to come next"
                : "Draw an arrow from it to what is to come next, perhaps to %s, to which none leads"
                        .formatted(orphans.stream()
                                .map(orphan -> play.place(orphan).toString())
                                .collect(Collectors.joining(" or ")));
    }
}
