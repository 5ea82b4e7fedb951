package io.projectexport.process.rule.flow;

import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import io.projectexport.process.play.Play;
import io.projectexport.process.play.Player;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** An arrow is drawn for something that can happen. It is told only where nothing else went wrong that would explain it. */
@Component
class UsedArrows extends ModelRule {

    private final ModelCatalogue catalogue;

    UsedArrows(ModelCatalogue catalogue) {
        super(621, Severity.WARNS, "The condition of an arrow holds for some project.");
        this.catalogue = catalogue;
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return Player.plays(model, catalogue)
                .filter(play -> play.observations().isEmpty())
                .flatMap(this::check);
    }

    private Stream<Finding> check(Play play) {
        return play.graph()
                .flows()
                .filter(flow ->
                        play.reached().contains(flow.from()) && !play.taken().contains(flow))
                .filter(flow -> flow.condition() != null)
                .map(flow -> finding(
                        play.place(flow.from()),
                        "has an arrow to %s that no project takes, because %s never holds by then"
                                .formatted(play.place(flow.to()), flow.condition()),
                        "Mend the condition, or delete the arrow"));
    }
}
