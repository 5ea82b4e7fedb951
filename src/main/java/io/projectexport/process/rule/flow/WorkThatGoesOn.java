package io.projectexport.process.rule.flow;

import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import io.projectexport.process.play.Observation;
import io.projectexport.process.play.Play;
import io.projectexport.process.play.Player;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        Map<String, List<Observation>> byKiller = play.seen(Observation.Kind.KILLED)
                .collect(Collectors.groupingBy(Observation::detail, LinkedHashMap::new, Collectors.toList()));
        return byKiller.entrySet().stream()
                .flatMap(entry -> play.graph().node(entry.getKey()).stream()
                        .map(killer -> finding(
                                play.place(killer),
                                "takes away %s while somebody, or a job, is still at it"
                                        .formatted(labels(play, entry.getValue())),
                                "Let that end by a way of its own, or see to it that this is wanted")));
    }

    private static String labels(Play play, List<Observation> observations) {
        return observations.stream()
                .map(Observation::node)
                .distinct()
                .map(node -> play.place(node).toString())
                .collect(Collectors.joining(" and "));
    }
}
