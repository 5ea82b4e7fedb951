package io.projectexport.process.rule.effect;

import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What acts outside fails now and then, and is tried again by itself. */
@Component
class TriedAgain extends ModelRule {

    private final ModelCatalogue catalogue;

    TriedAgain(ModelCatalogue catalogue) {
        super(403, Severity.REFUSES, "A step that calls Xero or sends mail is tried again by itself.");
        this.catalogue = catalogue;
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return model.steps(catalogue)
                .filter(called -> called.step().about().outside())
                .filter(called -> WrittenCycles.of(called.element()).isEmpty())
                .map(called -> finding(
                        model.place(called.element()),
                        "is not tried again at growing intervals when it fails",
                        "Fill in \"Retry time cycle\"%s, such as PT30S,PT5M,PT1H"
                                .formatted(
                                        WrittenCycles.bearer(called.element()) == called.element()
                                                ? ""
                                                : " of its loop")));
    }
}
