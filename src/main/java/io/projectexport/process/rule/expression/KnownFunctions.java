package io.projectexport.process.rule.expression;

import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.variable.ExpressionRule;
import io.projectexport.process.variable.ModelNames;
import io.projectexport.process.variable.ReadExpression;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.impl.juel.AstFunction;
import org.springframework.stereotype.Component;

/** Functions without a bean before them are the engine's few, and take nothing. */
@Component
class KnownFunctions extends ExpressionRule {

    KnownFunctions(ModelCatalogue catalogue) {
        super(304, "An expression calls functions that exist.", catalogue);
    }

    @Override
    protected Stream<Finding> check(ReadExpression read) {
        return read.nodes(AstFunction.class)
                .filter(function ->
                        ModelNames.functionType(function.getName()).isEmpty() || function.getParamCount() > 0)
                .map(function -> finding(
                        read.place(),
                        "calls %s(%s) in %s, which does not exist"
                                .formatted(function.getName(), function.getParamCount() > 0 ? "…" : "", read.text()),
                        "Use one of "
                                + ModelNames.functions()
                                        .map(name -> name + "()")
                                        .collect(Collectors.joining(", "))));
    }
}
