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

/** A message or signal that nothing sends, as the only way on, is a wait for ever. */
@Component
class AwaitedMessages extends ModelRule {

    private final ModelCatalogue catalogue;

    AwaitedMessages(ModelCatalogue catalogue) {
        super(615, Severity.REFUSES, "A message or signal that a project waits for is one that is sent.");
        this.catalogue = catalogue;
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return Player.plays(model, catalogue).flatMap(this::check);
    }

    private Stream<Finding> check(Play play) {
        return UnsentMessages.in(play.graph())
                .filter(UnsentMessages::isOnlyWay)
                .map(node -> finding(
                        play.place(node),
                        "waits for the %s, which nothing here sends: a project would wait here for ever"
                                .formatted(UnsentMessages.name(node)),
                        "Mend the name, or put a timer or another way beside it"));
    }
}
