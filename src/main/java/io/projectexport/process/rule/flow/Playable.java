package io.projectexport.process.rule.flow;

import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import io.projectexport.process.play.Observation;
import io.projectexport.process.play.Play;
import io.projectexport.process.play.Player;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A model that cannot be played to its end cannot be judged. */
@Component
class Playable extends ModelRule {

    private final ModelCatalogue catalogue;

    Playable(ModelCatalogue catalogue) {
        super(617, Severity.REFUSES, "A model has few enough states to be checked.");
        this.catalogue = catalogue;
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return Player.plays(model, catalogue).flatMap(this::check);
    }

    private Stream<Finding> check(Play play) {
        return play.at(Observation.Kind.TOO_MANY).entrySet().stream()
                .map(entry -> finding(
                        play.place(entry.getKey()),
                        "begins a process with more states than can be checked: tokens are multiplied, or too many conditions depend on each other",
                        "Let fewer ways run at once, and merge them again by parallel gateways"));
    }
}
