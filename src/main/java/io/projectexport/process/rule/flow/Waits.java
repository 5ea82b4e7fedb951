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

/** A round without a wait runs until the server is out of memory. */
@Component
class Waits extends ModelRule {

    private final ModelCatalogue catalogue;

    Waits(ModelCatalogue catalogue) {
        super(610, Severity.REFUSES, "A round has a wait in it.");
        this.catalogue = catalogue;
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return Player.plays(model, catalogue).flatMap(this::check);
    }

    private Stream<Finding> check(Play play) {
        return play.at(Observation.Kind.ENDLESS).entrySet().stream()
                .map(entry -> finding(
                        play.place(entry.getKey()),
                        "is in a round without a wait: the first project that comes here would keep the server busy for ever",
                        "Put a user task or a timer into the round, or an arrow that leaves it"));
    }
}
