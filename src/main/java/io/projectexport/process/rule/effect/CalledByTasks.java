package io.projectexport.process.rule.effect;

import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelExpression;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A step is called where the engine can try it again: a listener or a condition that calls one does so within another step. */
@Component
class CalledByTasks extends ModelRule {

    private static final Set<String> CALLS = Set.of("delegateExpression", "expression");
    private static final Set<String> CALLERS =
            Set.of("serviceTask", "sendTask", "businessRuleTask", "messageEventDefinition");

    private final ModelCatalogue catalogue;

    CalledByTasks(ModelCatalogue catalogue) {
        super(402, Severity.REFUSES, "A step is called by a service task.");
        this.catalogue = catalogue;
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return model.expressions().stream()
                .filter(expression -> !isCall(expression) && !isCollection(expression))
                .flatMap(expression -> expression
                        .identifiers()
                        .flatMap(bean -> catalogue.step(bean).stream())
                        .map(step -> finding(
                                model.place(expression.element()),
                                "calls the step \"%s\" in %s, where it cannot be tried again by itself"
                                        .formatted(step.about().label(), expression.text()),
                                "Draw a service task that calls ${%s}".formatted(step.bean()))));
    }

    private static boolean isCall(ModelExpression expression) {
        return CALLS.contains(expression.name())
                && CALLERS.contains(expression.element().getLocalName());
    }

    private boolean isCollection(ModelExpression expression) {
        return catalogue.steps().stream()
                .anyMatch(step -> step.about().collection().equals(expression.text()));
    }
}
