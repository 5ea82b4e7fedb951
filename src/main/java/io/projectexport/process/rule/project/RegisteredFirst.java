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

/** What is not registered is on no page. */
@Component
class RegisteredFirst extends ModelRule {

    private final ModelCatalogue catalogue;

    RegisteredFirst(ModelCatalogue catalogue) {
        super(618, Severity.REFUSES, "A project is registered before anything waits.");
        this.catalogue = catalogue;
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return Player.plays(model, catalogue).flatMap(this::check);
    }

    private Stream<Finding> check(Play play) {
        return play.at(Observation.Kind.UNREGISTERED).entrySet().stream()
                .map(entry -> finding(
                        play.place(entry.getKey()),
                        "would wait before the project is registered, where no page shows it and nobody can find it",
                        "Let \"Register submission\" follow the start directly"));
    }
}
