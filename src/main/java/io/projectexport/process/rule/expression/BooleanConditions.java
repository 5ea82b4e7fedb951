package io.projectexport.process.rule.expression;

import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelExpression;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.variable.ExpressionRule;
import io.projectexport.process.variable.ReadExpression;
import io.projectexport.process.variable.ValueKind;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A condition is one expression that is true or false; the engine fails at anything else, when a project comes by. */
@Component
class BooleanConditions extends ExpressionRule {

    private static final Set<String> CONDITIONS = Set.of("conditionExpression", "condition", "completionCondition");
    private static final Set<ValueKind> FITTING = Set.of(ValueKind.YES_OR_NO, ValueKind.UNKNOWN);

    BooleanConditions(ModelCatalogue catalogue) {
        super(307, "A condition is an expression that is true or false.", catalogue);
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        Stream<Finding> plain = model.elements()
                .filter(element -> CONDITIONS.contains(element.getLocalName()))
                .map(element -> new ModelExpression(element, element.getLocalName(), SentModel.text(element)))
                .filter(text -> !text.isDynamic())
                .map(text -> finding(
                        model.place(text.element()),
                        "has a condition that is no expression: %s".formatted(text.text()),
                        "Write it between ${ and }, as ${decision == 'accept'}"));
        return Stream.concat(plain, super.check(model));
    }

    @Override
    protected Stream<Finding> check(ReadExpression read) {
        return CONDITIONS.contains(read.expression().name()) && !FITTING.contains(read.kind())
                ? Stream.of(finding(
                        read.place(),
                        "has the condition %s, which is %s and not true or false".formatted(read.text(), read.kind()),
                        "Compare within one pair of braces, as ${decision == 'accept'}"))
                : Stream.empty();
    }
}
