package io.projectexport.process.rule.flow;

import io.projectexport.process.catalogue.ModelCatalogue;
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

/** Ends and interrupting events take work away. */
@Component
class WorkThatGoesOn extends ModelRule {

    private final ModelCatalogue catalogue;

    WorkThatGoesOn(ModelCatalogue catalogue) {
        super(613, Severity.WARNS, "Nothing ends what somebody works on.");
        this.catalogue = catalogue;
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return Player.plays(model, catalogue).flatMap(this::check);
    }

    private Stream<Finding> check(Play play) {
        return play.at(Observation.Kind.KILLED).entrySet().stream()
                .map(entry -> finding(
                        play.place(entry.getKey()),
                        "is taken away by %s while somebody, or a job, is still at it"
                                .formatted(killers(play, entry.getValue())),
                        "Let it end by a way of its own, or see to it that this is wanted"));
    }

    private static String killers(Play play, List<Observation> observations) {
        return observations.stream()
                .map(Observation::detail)
                .distinct()
                .flatMap(id -> play.graph().node(id).stream())
                .map(node -> play.place(node).toString())
                .collect(Collectors.joining(" and "));
    }
}
