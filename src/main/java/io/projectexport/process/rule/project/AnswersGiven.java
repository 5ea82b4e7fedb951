package io.projectexport.process.rule.project;

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

/** No condition asks for an answer before anybody gave it. */
@Component
class AnswersGiven extends ModelRule {

    private final ModelCatalogue catalogue;

    AnswersGiven(ModelCatalogue catalogue) {
        super(609, Severity.REFUSES, "A condition asks for an answer after it was given.");
        this.catalogue = catalogue;
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return Player.plays(model, catalogue).flatMap(this::check);
    }

    private Stream<Finding> check(Play play) {
        return play.at(Observation.Kind.NOT_ANSWERED).entrySet().stream()
                .map(entry -> finding(
                        play.place(entry.getKey()),
                        "asks for %s, which nobody has answered by then: a project would stop here with an error"
                                .formatted(Play.details(entry.getValue())),
                        "Put it behind the task in which that is answered"));
    }
}
