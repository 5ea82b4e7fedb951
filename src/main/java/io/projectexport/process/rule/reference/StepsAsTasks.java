package io.projectexport.process.rule.reference;

import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.variable.ExpressionRule;
import io.projectexport.process.variable.ReadExpression;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstProperty;
import org.camunda.bpm.impl.juel.Node;
import org.springframework.stereotype.Component;

/** A step is a task or an event of the diagram, so that people see it, and it is tried again by itself. */
@Component
class StepsAsTasks extends ExpressionRule {

    private static final Set<String> CALLING = Set.of("delegateExpression", "expression");
    private static final Set<String> LISTENERS = Set.of("executionListener", "taskListener");
    private static final String REMEDY = "Draw a service task for it";

    private final ModelCatalogue catalogue;

    StepsAsTasks(ModelCatalogue catalogue) {
        super(202, "A step stands in a task of its own, not in a listener, a parameter or a condition.", catalogue);
        this.catalogue = catalogue;
    }

    @Override
    protected Stream<Finding> check(ReadExpression read) {
        boolean isListener = LISTENERS.contains(read.expression().element().getLocalName());
        boolean isCalling = CALLING.contains(read.expression().name()) && !isListener;
        if (isCalling) {
            return unused(read);
        }
        Stream<String> called = isListener ? read.expression().identifiers() : executed(read);
        return called.filter(name -> catalogue.step(name).isPresent())
                .map(name -> finding(
                        read.place(),
                        "calls the step %s in %s, where nobody sees it"
                                .formatted(name, isListener ? "a listener" : read.text()),
                        REMEDY));
    }

    private static Stream<String> executed(ReadExpression read) {
        return read.nodes(AstMethod.class)
                .map(call -> call.getChild(0))
                .filter(AstProperty.class::isInstance)
                .filter(property -> property.toString().contains("execute"))
                .flatMap(property -> ReadExpression.variable(property.getChild(0)).stream());
    }

    /** An expression that names a step and does not call it does nothing. */
    private Stream<Finding> unused(ReadExpression read) {
        if (!read.expression().name().equals("expression")) {
            return Stream.empty();
        }
        Node root = read.expression().tree().orElseThrow().getRoot();
        return Stream.of(root)
                .filter(node -> node.getCardinality() == 1)
                .flatMap(node -> ReadExpression.variable(node.getChild(0)).stream())
                .filter(name -> catalogue.step(name).isPresent())
                .map(name -> finding(
                        read.place(),
                        "names the step %s and does not call it".formatted(name),
                        "Choose \"Delegate expression\" as implementation"));
    }
}
