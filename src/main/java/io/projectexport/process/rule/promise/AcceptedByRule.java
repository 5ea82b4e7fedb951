package io.projectexport.process.rule.promise;

import io.projectexport.export.project.ExportStatus;
import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A model accepts without a person only where the installation allows that. */
@Component
class AcceptedByRule extends ModelRule {

    private static final String PROBLEM = "accepts projects without a person";
    private static final String REMEDY =
            "Set ACCEPT_BY_RULE to true where the application is started, or let a person accept";

    private final ModelCatalogue catalogue;

    AcceptedByRule(ModelCatalogue catalogue) {
        super(520, Severity.REFUSES, "Projects are accepted without a person only where ACCEPT_BY_RULE allows it.");
        this.catalogue = catalogue;
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        Optional<Boolean> allowed = model.sent().surroundings().acceptsByRule();
        if (allowed.orElse(false)) {
            return Stream.empty();
        }
        return model.steps(catalogue)
                .filter(called -> List.of(called.step().about().to()).contains(ExportStatus.EXPORTING))
                .map(called -> allowed.isEmpty()
                        ? warning(model.place(called.element()), PROBLEM, REMEDY)
                        : finding(model.place(called.element()), PROBLEM, REMEDY));
    }
}
