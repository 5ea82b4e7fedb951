package io.projectexport.process.rule.reference;

import io.projectexport.process.catalogue.ModelCatalogue;
import io.projectexport.process.guard.Finding;
import io.projectexport.process.guard.ModelExpression;
import io.projectexport.process.guard.ModelRule;
import io.projectexport.process.guard.SentModel;
import io.projectexport.process.guard.Severity;
import io.projectexport.process.variable.Nearest;
import io.projectexport.process.variable.ReadExpression;
import java.util.stream.Stream;
import org.camunda.bpm.impl.juel.AstChoice;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.Node;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** What a model calls is a step of the catalogue; anything else fails when a project comes by, or would reach into the application. */
@Component
class KnownSteps extends ModelRule {

    private static final String INSTEAD = "Write the name of a step between ${ and }, as ${createXeroJobDelegate}";

    private static final String CALLING = "delegateExpression";

    private final ModelCatalogue catalogue;

    KnownSteps(ModelCatalogue catalogue) {
        super(201, Severity.REFUSES, "A delegate expression names a step that this application has.");
        this.catalogue = catalogue;
    }

    @Override
    protected Stream<Finding> check(SentModel model) {
        return model.elements()
                .flatMap(model::attributes)
                .filter(attribute -> CALLING.equals(attribute.getLocalName()))
                .map(attribute -> new ModelExpression(
                        attribute.getOwnerElement(),
                        CALLING,
                        attribute.getValue().strip()))
                .flatMap(called -> check(called, model));
    }

    private Stream<Finding> check(ModelExpression called, SentModel model) {
        if (!called.isDynamic()) {
            return Stream.of(finding(
                    model.place(called.element()),
                    "calls %s, which is a text and no step".formatted(called.text()),
                    Nearest.to(called.text().replaceAll("\\W", ""), steps())
                            .map("Write ${%s}"::formatted)
                            .orElse(INSTEAD)));
        }
        return called.tree().stream()
                .flatMap(tree -> results(tree.getRoot()))
                .flatMap(result -> check(result, called, model));
    }

    /** What an expression can be: one of two where it chooses. */
    private static Stream<Node> results(Node node) {
        if (node instanceof AstChoice) {
            return Stream.concat(results(node.getChild(1)), results(node.getChild(2)));
        }
        return node instanceof AstEval || node instanceof AstNested ? results(node.getChild(0)) : Stream.of(node);
    }

    private Stream<Finding> check(Node result, ModelExpression called, SentModel model) {
        String name = ReadExpression.variable(result).orElse("");
        if (catalogue.step(name).isPresent()) {
            return Stream.empty();
        }
        Element element = called.element();
        if (!(result instanceof AstIdentifier)) {
            return Stream.of(finding(
                    model.place(element),
                    "calls what %s gives, which is no step".formatted(called.text()),
                    "Name the step alone, as ${createXeroJobDelegate}, or choose \"Expression\" as implementation"));
        }
        return Stream.of(
                catalogue.value(name).isPresent()
                        ? finding(
                                model.place(element),
                                "calls %s, which is a value for expressions and no step".formatted(called.text()),
                                INSTEAD)
                        : finding(
                                model.place(element),
                                "calls %s, which this application does not have".formatted(called.text()),
                                Nearest.question(name, steps(), INSTEAD)));
    }

    private Stream<String> steps() {
        return catalogue.steps().stream().map(ModelCatalogue.Step::bean);
    }
}
