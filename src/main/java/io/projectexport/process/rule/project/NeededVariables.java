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

/** A step finds what it needs. */
@Component
class NeededVariables extends ModelRule {

    private final ModelCatalogue catalogue;

    NeededVariables(ModelCatalogue catalogue) {
        super(619, Severity.REFUSES, "A step follows the one that sets what it needs.");
        this.catalogue = catalogue;
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return Player.plays(model, catalogue).flatMap(this::check);
    }

    private Stream<Finding> check(Play play) {
        return play.at(Observation.Kind.WITHOUT_VARIABLE).entrySet().stream()
                .map(entry -> finding(
                        play.place(entry.getKey()),
                        "needs %s, which nothing has set before it, and would fail each time"
                                .formatted(Play.details(entry.getValue())),
                        "Let the step that sets it come first, as in the shipped model"));
    }
}
