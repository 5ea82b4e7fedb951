package io.projectexport.process.rule.promise;

import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelExpression;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import io.projectexport.process.model.DailySummaryProcess;
import io.projectexport.process.model.ProjectExportProcess;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What people decided, and what they are shown, is written by the product alone. */
@Component
class OnlyPeopleDecide extends ModelRule {

    private static final String REMEDY = "Use a variable of another name";

    private static final Set<String> SINGLE =
            Set.of("setVariable", "setVariableLocal", "removeVariable", "removeVariableLocal");
    private static final Set<String> MANY =
            Set.of("setVariables", "setVariablesLocal", "removeVariables", "removeVariablesLocal");

    OnlyPeopleDecide() {
        super(503, Severity.REFUSES, "No element writes a variable on which the product relies.");
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return Stream.of(ProjectExportProcess.KEY, DailySummaryProcess.KEY).anyMatch(model::has)
                ? Stream.concat(byElements(model), model.expressions().stream().flatMap(text -> byMethods(model, text)))
                : Stream.empty();
    }

    private Stream<Finding> byElements(SentModel model) {
        return model.elements()
                .flatMap(element -> WrittenNames.of(model, element)
                        .filter(name -> name.equals(WrittenNames.ALL) || RelyingVariables.contain(name))
                        .map(name -> finding(
                                model.place(element),
                                name.equals(WrittenNames.ALL)
                                        ? "takes over all variables, those on which the product relies among them"
                                        : written(name),
                                name.equals(WrittenNames.ALL) ? "Name the variables one by one" : REMEDY)));
    }

    private static String written(String name) {
        return "writes the variable %s, in which the product keeps what people decided or are shown".formatted(name);
    }

    private Stream<Finding> byMethods(SentModel model, ModelExpression expression) {
        return MethodCall.in(expression)
                .flatMap(call -> problem(call).stream())
                .map(problem ->
                        finding(model.place(expression.element()), problem + " in " + expression.text(), REMEDY));
    }

    private static Optional<String> problem(MethodCall call) {
        if (call.name().isEmpty()) {
            return Optional.of("calls a method whose name nobody can read");
        }
        if (call.isOneOf(Set.of("setProcessBusinessKey"))) {
            return Optional.of("changes the business key, by which the product knows the project,");
        }
        if (call.isOneOf(MANY) || call.isOneOf(SINGLE) && call.argument().isEmpty()) {
            return Optional.of("writes variables whose names nobody can read");
        }
        return call.isOneOf(SINGLE)
                ? call.argument().filter(RelyingVariables::contain).map(OnlyPeopleDecide::written)
                : Optional.empty();
    }
}
