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

/** Conditions leave no value without a way. */
@Component
class WaysOut extends ModelRule {

    private final ModelCatalogue catalogue;

    WaysOut(ModelCatalogue catalogue) {
        super(603, Severity.REFUSES, "A gateway leads somewhere, whatever was answered.");
        this.catalogue = catalogue;
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return Player.plays(model, catalogue).flatMap(this::check);
    }

    private Stream<Finding> check(Play play) {
        return play.at(Observation.Kind.NO_WAY_OUT).entrySet().stream()
                .map(entry -> finding(
                        play.place(entry.getKey()),
                        "has no way out when %s: a project would stop here with an error"
                                .formatted(Play.details(entry.getValue())),
                        "Add a flow whose condition holds then, or make one of them the default flow"));
    }
}
