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

/** Parallel ways that meet without a join bring one decision twice. */
@Component
class OneTaskAtATime extends ModelRule {

    private final ModelCatalogue catalogue;

    OneTaskAtATime(ModelCatalogue catalogue) {
        super(605, Severity.REFUSES, "A decision is not open twice at once.");
        this.catalogue = catalogue;
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return Player.plays(model, catalogue).flatMap(this::check);
    }

    private Stream<Finding> check(Play play) {
        return play.at(Observation.Kind.TWICE).entrySet().stream()
                .map(entry -> finding(
                        play.place(entry.getKey()),
                        "would be open twice at once for one project, and the second answer would be refused",
                        "Merge the ways that lead here by a parallel gateway, or let only one of them lead here"));
    }
}
