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

/** A message or signal that nothing sends, beside another way on, is for a sender that only the modeler knows. */
@Component
class OtherMessages extends ModelRule {

    private final ModelCatalogue catalogue;

    OtherMessages(ModelCatalogue catalogue) {
        super(616, Severity.WARNS, "A message or signal that interrupts is one that is sent.");
        this.catalogue = catalogue;
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return Player.plays(model, catalogue).flatMap(this::check);
    }

    private Stream<Finding> check(Play play) {
        return UnsentMessages.in(play.graph())
                .filter(node -> !UnsentMessages.isOnlyWay(node))
                .map(node -> finding(
                        play.place(node),
                        "reacts to the %s, which nothing here sends".formatted(UnsentMessages.name(node)),
                        "Mend the name, unless another program sends it"));
    }
}
