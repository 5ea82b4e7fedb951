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

/** Whether a condition ends a round in time nobody can tell from the model. */
@Component
class RoundsThatEnd extends ModelRule {

    private final ModelCatalogue catalogue;

    RoundsThatEnd(ModelCatalogue catalogue) {
        super(611, Severity.WARNS, "A round without a wait ends by a condition.");
        this.catalogue = catalogue;
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return Player.plays(model, catalogue).flatMap(this::check);
    }

    private Stream<Finding> check(Play play) {
        return play.at(Observation.Kind.MAYBE_ENDLESS).entrySet().stream()
                .filter(entry -> !play.hasSeen(entry.getKey(), Observation.Kind.ENDLESS))
                .map(entry -> finding(
                        play.place(entry.getKey()),
                        "is in a round without a wait that only a condition ends; if it never does, the server is kept busy for ever",
                        "Put a timer into the round, or see to it that the condition ends it"));
    }
}
