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

/** An error that nothing catches stops a project. */
@Component
class ThrownErrors extends ModelRule {

    private final ModelCatalogue catalogue;

    ThrownErrors(ModelCatalogue catalogue) {
        super(614, Severity.REFUSES, "An error that an event throws is caught.");
        this.catalogue = catalogue;
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return Player.plays(model, catalogue).flatMap(this::check);
    }

    private Stream<Finding> check(Play play) {
        return play.at(Observation.Kind.UNCAUGHT).entrySet().stream()
                .filter(entry -> entry.getKey().steps().isEmpty())
                .map(
                        entry -> finding(
                                play.place(entry.getKey()),
                                "throws an error that nothing catches: a project that is %s would stop here"
                                        .formatted(Play.statuses(entry.getValue())),
                                "Put an error event with the same code on the boundary of the subprocess around it, or use another end"));
    }
}
