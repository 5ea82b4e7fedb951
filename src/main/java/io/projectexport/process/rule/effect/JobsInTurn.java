package io.projectexport.process.rule.effect;

import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Two jobs of one project at once can undo each other after they acted outside. */
@Component
class JobsInTurn extends ModelRule {

    private final ModelCatalogue catalogue;

    JobsInTurn(ModelCatalogue catalogue) {
        super(405, Severity.REFUSES, "Steps that act outside do so one after the other for each project.");
        this.catalogue = catalogue;
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return model.steps(catalogue)
                .filter(called -> called.step().about().outside())
                .filter(called -> Stream.of(called.element(), WrittenCycles.bearer(called.element()))
                        .anyMatch(bearer -> "false".equals(SentModel.attribute(bearer, "exclusive"))))
                .map(called -> finding(
                        model.place(called.element()),
                        "is not exclusive: of two jobs of a project at once, one is undone and repeated after it acted",
                        "Tick \"Exclusive\""));
    }
}
