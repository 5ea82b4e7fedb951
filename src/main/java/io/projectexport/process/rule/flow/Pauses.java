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

/** Jobs that lead to each other at once would ask Xero hundreds of times within seconds. */
@Component
class Pauses extends ModelRule {

    private final ModelCatalogue catalogue;

    Pauses(ModelCatalogue catalogue) {
        super(612, Severity.REFUSES, "A job that is repeated has a pause before it.");
        this.catalogue = catalogue;
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return Player.plays(model, catalogue).flatMap(this::check);
    }

    private Stream<Finding> check(Play play) {
        return play.at(Observation.Kind.RESTLESS).entrySet().stream()
                .map(
                        entry -> finding(
                                play.place(entry.getKey()),
                                "begins again at once, time after time: a project could be tried hundreds of times within seconds",
                                "Put a timer into the round: one with the date ${retryAt} where Xero says when to go on, else a duration such as PT10M"));
    }
}
