package io.projectexport.process.variable;

import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import java.util.stream.Stream;

/** A rule about each expression that can be read. */
public abstract class ExpressionRule extends ModelRule {

    private final ModelCatalogue catalogue;

    protected ExpressionRule(int number, String sentence, ModelCatalogue catalogue) {
        super(number, Severity.REFUSES, sentence);
        this.catalogue = catalogue;
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        ModelNames names = new ModelNames(model, catalogue);
        ValueTypes types = new ValueTypes(names);
        return model.expressions().stream()
                .filter(expression -> expression.tree().isPresent())
                .map(expression -> new ReadExpression(model, expression, names, types))
                .flatMap(this::check);
    }

    /** What is wrong with one of them. */
    protected abstract Stream<Finding> check(ReadExpression expression);
}
