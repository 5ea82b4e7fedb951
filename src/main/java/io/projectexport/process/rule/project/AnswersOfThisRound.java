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

/** After a correction the answers of the round before are still there. */
@Component
class AnswersOfThisRound extends ModelRule {

    private final ModelCatalogue catalogue;

    AnswersOfThisRound(ModelCatalogue catalogue) {
        super(620, Severity.WARNS, "A gateway follows an answer of the same round.");
        this.catalogue = catalogue;
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return Player.plays(model, catalogue).flatMap(this::check);
    }

    private Stream<Finding> check(Play play) {
        return play.at(Observation.Kind.ANSWERED_EARLIER).entrySet().stream()
                .map(entry -> finding(
                        play.place(entry.getKey()),
                        "asks for %s, which after a correction is still the answer of the round before"
                                .formatted(Play.details(entry.getValue())),
                        "Put it directly behind the task in which that is answered"));
    }
}
